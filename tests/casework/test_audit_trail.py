"""The audit trail: chained, append-only, and any change to it shows."""

import pytest
from django.db import DatabaseError, connection, transaction

from sightline.casework import audit
from sightline.casework.models import AuditEntry, AuditHead, CannotBeChanged, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def trail():
    """Five entries by one person."""
    ada = Person.objects.create(username="ada", role="leader")
    return [
        audit.record(by=ada, action="read a child's record", thing="page", children=[f"C{number}"])
        for number in range(5)
    ]


def tamper(sql: str) -> None:
    """What somebody with the database file could do: without the triggers that stand in the way."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS audit_entry_altered")
        cursor.execute("DROP TRIGGER IF EXISTS audit_entry_removed")
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute(sql)


def test_a_whole_trail_has_no_fault(trail):
    assert audit.verify() == []


@pytest.mark.parametrize(
    "column", ["at", "person", "role", "action", "thing", "refused_because", "children"]
)
def test_one_altered_character_shows(trail, column):
    third = trail[2].pk
    tamper(f"UPDATE casework_auditentry SET {column} = {column} || 'x' WHERE id = {third}")
    assert [(fault.entry, fault.what) for fault in audit.verify()] == [
        (third, "this entry was altered")
    ]


def test_an_altered_entry_with_a_new_hash_shows_in_the_next(trail):
    third = trail[2]
    third.person = "somebody else"
    tamper(
        f"UPDATE casework_auditentry SET person = 'somebody else', entry_hash = '{audit.hash_of(third)}' "
        f"WHERE id = {third.pk}"
    )
    assert [fault.entry for fault in audit.verify()] == [trail[3].pk]


def test_an_entry_taken_out_shows(trail):
    tamper(f"DELETE FROM casework_auditedchild WHERE entry_id = {trail[1].pk}")
    tamper(f"DELETE FROM casework_auditentry WHERE id = {trail[1].pk}")
    assert trail[2].pk in [fault.entry for fault in audit.verify()]


def test_a_cut_end_shows(trail):
    tamper(f"DELETE FROM casework_auditedchild WHERE entry_id = {trail[4].pk}")
    tamper(f"DELETE FROM casework_auditentry WHERE id = {trail[4].pk}")
    assert "end of the trail" in audit.verify()[-1].what


@pytest.mark.parametrize(
    "sql", ["UPDATE casework_auditentry SET person = 'x'", "DELETE FROM casework_auditentry"]
)
def test_the_database_refuses_to_change_an_entry(trail, sql):
    with pytest.raises(DatabaseError, match="never altered or removed"), transaction.atomic():
        connection.cursor().execute(sql)


def test_the_model_refuses_to_change_an_entry(trail):
    with pytest.raises(CannotBeChanged):
        trail[0].save()
    with pytest.raises(CannotBeChanged):
        trail[0].delete()


def record_and_fail() -> None:
    """An entry in a piece of work that then fails."""
    with transaction.atomic():
        audit.record(by=None, action="sign in", thing="page")
        raise RuntimeError("the rest of the work failed")


def test_an_entry_is_whole_or_absent(trail):
    with pytest.raises(RuntimeError):
        record_and_fail()
    assert AuditEntry.objects.count() == 5
    assert AuditHead.objects.get().entries == 5
    assert audit.verify() == []


def test_who_read_a_child(trail):
    assert [entry.pk for entry in audit.reads_of_child("C3")] == [trail[3].pk]
