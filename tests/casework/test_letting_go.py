"""What casework holds of a child: declared for every model, let go after review, given on request."""

import pytest
from django.apps import apps
from django.db import DatabaseError, models

from sightline.casework import audit
from sightline.casework.kept_of_a_child import HOLDINGS, children_held
from sightline.casework.letting_go import let_go
from sightline.casework.models import AuditEntry
from sightline.casework.subject_access import parts_of
from sightline.ledger.keeping.subject_access import marked
from sightline.sources.could_not import CouldNot
from tests.casework.people import somebody
from tests.casework.rows_of_a_child import WORDS, attendance_draft, of_each, one_of_each

GONE, HELD, STAYS = "Zqx-gone", "Zqx-held", "Zqx-stays"
IN_THE_TRAIL = {"AuditEntry": 1, "AuditedChild": 1}


def not_declared(declared: set[type[models.Model]]) -> set[str]:
    """Models that name a child, or lead to one that does, and are not declared."""
    return {
        model.__name__
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if model not in declared
        and (field.name in ("child", "children") or field.related_model in declared)
    }


def test_every_model_that_holds_a_child_says_what_becomes_of_it():
    declared = {one.model for one in HOLDINGS}
    assert not_declared(declared) == set()
    # Whichever is forgotten is missed.
    missed = {one.__name__: not_declared(declared - {one}) for one in declared}
    assert {name for name, found in missed.items() if name not in found} == set()


@pytest.fixture
def world(db):
    """Three children with a row of every kind, and a file of attendance that names them all."""
    by = somebody("practitioner", first_name="Wor", last_name="Ker-Made-Up")
    for child in (GONE, HELD, STAYS):
        one_of_each(child, by)
    attendance_draft([GONE, STAYS], by)
    return by


def letting_go(held=()):
    return let_go(by="D. Archivist", was_destroyed={GONE, HELD}.__contains__, held=held)


def test_a_child_let_go_is_in_nothing_but_the_trail(world):
    before = of_each(STAYS)
    assert all(before.values())
    done = letting_go(held=[HELD])
    assert (done.children, done.held) == (1, 1)
    assert done.rows.total() == sum(before.values()) - sum(IN_THE_TRAIL.values())
    assert {name: count for name, count in of_each(GONE).items() if count} == IN_THE_TRAIL
    assert of_each(HELD) == of_each(STAYS) == before
    assert children_held() == {HELD, STAYS}
    assert audit.verify() == []
    entry = AuditEntry.objects.order_by("-pk").first()
    assert "by D. Archivist" in entry.thing
    assert (entry.children, GONE in entry.thing) == ("[]", False)


def test_what_broke_off_left_everything_and_is_completed_by_the_next_run(world, monkeypatch):
    before = of_each(GONE)

    def breaks(**given):
        raise DatabaseError("permission denied")

    with monkeypatch.context() as broken:
        broken.setattr(audit, "record", breaks)
        with pytest.raises(CouldNot, match="none was"):
            letting_go()
    assert of_each(GONE) == before
    assert letting_go().children == 2
    entries = AuditEntry.objects.count()
    assert letting_go().children == 0
    assert AuditEntry.objects.count() == entries


def test_one_persons_export_holds_all_of_theirs_and_marks_what_speaks_of_others(world):
    parts = {part.name: part for part in parts_of([GONE])}
    declared = {one.model._meta.model_name for one in HOLDINGS}
    beside = {"recorded_supervision", "attendance_not_recorded"}
    on_no_own = {"recording", "recordingversion", "auditedchild", "submission"}
    assert set(parts) == declared - on_no_own | beside
    given = str([part.rows for part in parts.values()])
    assert HELD not in given
    assert STAYS not in given
    for part in parts.values():
        for row in part.rows:
            looked_at = marked(part, row)
            unmarked = [str(value) for name, value in row.items() if name not in looked_at]
            assert not any(WORDS in one or "Ker-Made-Up" in one for one in unmarked), part.name
    assert parts_of(["nobody"]) == []
    assert audit.reads_of_child(GONE).first().action == "subject access"
    assert not audit.reads_of_child("nobody").exists()
