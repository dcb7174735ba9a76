"""Whose records are due, by which standard, and who is held."""

from datetime import date

import pytest

from sightline.ledger.keeping.holds import Question, held_on, holds_of, place_hold, release_hold
from sightline.ledger.keeping.people import people_of
from sightline.ledger.keeping.retention import ask_retention, later
from sightline.ledger.settings import Settings
from sightline.ledger.workspace import Workspace
from sightline.records.standards import DatedValue
from sightline.sources.could_not import CouldNot
from tests.ledger.keeping.people_on_file import IN_NEED, loaded

ON = date(2024, 4, 1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("retention"))[0]


def asked(workspace, on=ON, settings=None):
    with workspace.reading() as backend:
        return ask_retention(people_of(backend.con), settings or Settings(), on)


def due(workspace, on=ON, settings=None):
    found = asked(workspace, on, settings).due
    return {one.person.child: (one.standard, one.counted_from, one.until) for one in found}


def test_each_is_due_by_the_standard_of_what_was_recorded(workspace):
    assert due(workspace) == {
        IN_NEED: ("RET-04", date(1985, 1, 1), date(2015, 1, 1)),
        "died": ("RET-07", date(2000, 2, 29), date(2015, 3, 1)),
        "protected": ("RET-03", date(1985, 3, 1), date(2020, 3, 1)),
        "mother": ("RET-04", date(1990, 1, 1), date(2020, 1, 1)),
    }


def test_due_on_the_very_day_and_not_the_day_before(workspace):
    assert IN_NEED not in due(workspace, date(2014, 12, 31))
    assert IN_NEED in due(workspace, date(2015, 1, 1))


def test_a_child_in_care_is_kept_75_years_and_longer_where_the_council_says_so(workspace):
    assert "care" not in due(workspace, date(2059, 12, 31))
    assert due(workspace, date(2060, 1, 1))["care"][0] == "RET-01"
    longer = Settings(care_records="RET-06")
    assert "care" not in due(workspace, date(2060, 1, 1), longer)
    assert due(workspace, date(2110, 1, 1), longer)["care"][0] == "RET-06"


def test_the_longest_standard_counts(workspace):
    assert "adopted" not in due(workspace, date(2106, 5, 31))
    assert due(workspace, date(2106, 6, 1))["adopted"][:2] == ("RET-02", date(2006, 6, 1))


def test_an_open_case_is_never_due(workspace):
    assert "still open" not in due(workspace, date(2200, 1, 1))


def test_what_nobody_can_tell_is_said_with_the_reason(workspace):
    told = {person.child: why for person, why in asked(workspace).cannot_tell}
    assert set(told) == {"no birth", "adopted long ago", "alleged"}
    assert told["no birth"] == "No date of birth is told, from which RET-04 counts."
    assert "RET-02 does not say how long" in told["adopted long ago"]
    assert "the adult's date of birth" in told["alleged"]


def test_local_years_hold(workspace):
    local = Settings(standards={"RET-04": 40})
    assert IN_NEED not in due(workspace, settings=local)
    assert IN_NEED in due(workspace, date(2025, 1, 1), local)


def test_years_from_a_leap_day_end_on_1_march():
    assert later(date(2000, 2, 29), DatedValue(1, "years")) == date(2001, 3, 1)
    assert later(date(2000, 2, 29), DatedValue(4, "years of age")) == date(2004, 2, 29)
    assert later(date(2000, 10, 31), DatedValue(4, "months")) == date(2001, 3, 1)
    with pytest.raises(CouldNot, match="cannot be counted"):
        later(date(2000, 1, 1), DatedValue(3, "weeks"))


def held(workspace, on=ON):
    with workspace.reading() as backend:
        return held_on(backend.con, on)


def test_a_hold_names_children_and_ends_on_its_day(tmp_path):
    workspace, _ = loaded(tmp_path)
    number = place_hold(
        workspace, [IN_NEED], by="A. Solicitor", reason="A claim", until=date(2024, 4, 1)
    )
    assert held(workspace) == {IN_NEED: [number]}
    assert held(workspace, date(2024, 4, 2)) == {}


def test_a_hold_by_question_holds_those_it_finds_until_it_is_released(tmp_path):
    workspace, _ = loaded(tmp_path)
    asked = Question("care_episodes", "end_reason", "e4a")
    years = Question("care_episodes", since=date(1999, 6, 1), until=date(2004, 12, 31))
    first = place_hold(workspace, asked, by="A. Solicitor", reason="An inquiry")
    second = place_hold(workspace, years, by="A. Solicitor", reason="Another inquiry")
    assert held(workspace) == {"care": [first], "died": [second]}
    release_hold(workspace, first, by="B. Archivist", reason="The inquiry has reported")
    assert held(workspace) == {"died": [second]}
    with workspace.reading() as backend:
        (released, _) = holds_of(backend.con)
    assert (released.released_by, released.placed_by) == ("B. Archivist", "A. Solicitor")
    with pytest.raises(CouldNot, match="no hold 1 to be released"):
        release_hold(workspace, first, by="B. Archivist", reason="Again")


@pytest.mark.parametrize(
    ("held", "by", "reason", "said"),
    [
        (["x"], " ", "why", "by name"),
        (["x"], "who", "", "by name"),
        ([], "who", "why", "names no child"),
        (Question("nonsense"), "who", "why", "no record table nonsense"),
        (Question("workers"), "who", "why", "no record table workers"),
        (Question("placements", "colour", "red"), "who", "why", "no column colour"),
    ],
)
def test_a_hold_nobody_answers_for_or_can_answer_is_refused(tmp_path, held, by, reason, said):
    with pytest.raises(CouldNot, match=said):
        place_hold(Workspace(tmp_path), held, by=by, reason=reason)


def test_a_hold_in_a_workspace_without_records_is_refused(tmp_path):
    with pytest.raises(CouldNot, match="Nothing has been loaded"):
        place_hold(Workspace(tmp_path), ["x"], by="who", reason="why")
    assert not list(tmp_path.iterdir())
