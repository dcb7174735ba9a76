"""The service is put together from parts: what one part calls its own, no other may answer."""

from collections import defaultdict

from sightline.web import workspace_service


def test_no_two_parts_of_the_service_answer_to_one_name():
    told = defaultdict(set)
    for part in workspace_service.WorkspaceService.__mro__[:-1]:
        for name, what in vars(part).items():
            if not name.startswith("__") and not is_left_to_another_part(what):
                told[name].add(part.__name__)
    assert {name: parts for name, parts in told.items() if len(parts) > 1} == {}


def is_left_to_another_part(what):
    """Whether it only says what another part has to answer."""
    return callable(what) and "NotImplementedError" in what.__code__.co_names
