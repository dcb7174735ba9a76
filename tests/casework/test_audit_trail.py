"""The audit trail: chained, append-only, and any change to it shows."""

import pytest
from django.db import DatabaseError, connection, transaction

from sightline.casework import audit, audit_heads
from sightline.casework.models import AuditEntry, AuditHead, CannotBeChanged, Notice, Person
from sightline.casework.writing import write

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
        cursor.execute("DROP TRIGGER IF EXISTS audited_child_altered")
        cursor.execute("DROP TRIGGER IF EXISTS audited_child_removed")
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
    "sql",
    [
        "UPDATE casework_auditentry SET person = 'x'",
        "DELETE FROM casework_auditentry",
        "UPDATE casework_auditedchild SET child = 'x'",
        "DELETE FROM casework_auditedchild",
    ],
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


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM casework_auditedchild WHERE entry_id = {entry}",
        "UPDATE casework_auditedchild SET child = 'C9' WHERE entry_id = {entry}",
        "INSERT INTO casework_auditedchild (entry_id, child) VALUES ({entry}, 'C9')",
    ],
)
def test_a_reader_taken_off_or_put_on_a_childs_page_shows(trail, sql):
    tamper(sql.format(entry=trail[1].pk))
    assert [(fault.entry, fault.what) for fault in audit.verify()] == [
        (trail[1].pk, "the list of its children was altered")
    ]


def cut_after(entry) -> None:
    """Cut the trail after an entry and mend its end, so that the database agrees with itself."""
    tamper(f"DELETE FROM casework_auditedchild WHERE entry_id > {entry.pk}")
    tamper(f"DELETE FROM casework_auditentry WHERE id > {entry.pk}")
    entries = AuditEntry.objects.count()
    AuditHead.objects.update(entries=entries, last_hash=entry.entry_hash)


def test_a_cut_end_that_was_mended_shows_against_what_was_written_out(trail, tmp_path):
    file = tmp_path / "audit-heads.csv"
    written = audit_heads.write_out(file)
    assert (written.entries, written.last_hash) == (5, trail[4].entry_hash)
    audit.record(by=None, action="sign in", thing="page")
    audit_heads.write_out(file)
    heads = audit_heads.read_back(file)
    assert [head.entries for head in heads] == [5, 6]
    assert audit.verify(heads) == []
    cut_after(trail[3])
    assert audit.verify() == []
    assert [fault.entry for fault in audit.verify(heads)] == [5, 6]
    audit.record(by=None, action="sign in", thing="another page")
    assert "written out" in audit.verify(heads)[0].what


@pytest.mark.parametrize("content", ["", "name,role\n", "at,entries,last_hash\n2024,five,ab\n"])
def test_a_file_of_ends_that_is_not_whole_is_refused_in_a_sentence(tmp_path, content):
    file = tmp_path / "audit-heads.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(audit_heads.NoHeads) as refused:
        audit_heads.read_back(file)
    assert refused.value.next_step


def test_what_is_written_is_whole_or_absent_with_its_entry(trail, monkeypatch):
    leader = Person.objects.get()

    def work(at):
        return Notice.objects.create(to=leader, kind="made up", words="made up", sent_at=at)

    def full(**entry):
        raise OSError("the disk is full")

    monkeypatch.setattr(audit, "record", full)
    with pytest.raises(OSError, match="disk is full"):
        write(by=leader, action="record for a child", thing="made up", work=work)
    assert (Notice.objects.count(), AuditEntry.objects.count()) == (0, 5)
    monkeypatch.undo()
    write(by=leader, action="record for a child", thing="made up", work=work, child="C7")
    assert [entry.thing for entry in audit.reads_of_child("C7")] == ["made up"]
