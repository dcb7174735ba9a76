"""What casework holds of one person, for them to be given once somebody has looked at it.

What may speak of somebody else is marked as the ledger's export marks it, and nothing is taken out.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Field, ForeignKey, JSONField, Model, TextField

from sightline.casework import audit
from sightline.casework.exporting import as_text
from sightline.casework.kept_of_a_child import HOLDINGS, Holding, attendance_drafts
from sightline.casework.models import (
    AuditedChild,
    AuditEntry,
    Draft,
    Person,
    Recording,
    RecordingVersion,
    Restriction,
    Submission,
)
from sightline.casework.recorded_tables import RECORDABLE
from sightline.ledger.keeping.subject_access import Part, marks_of
from sightline.ledger.keeping.third_parties import FREE_TEXT, RELATIVES, WORKER
from sightline.records.table import DATE, Table

SUBJECT_ACCESS = "subject access"
FOLDER = "casework"

# Written with what they belong to, or an index and a key of what stands elsewhere already.
_NOT_ON_THEIR_OWN = (AuditedChild, Recording, RecordingVersion, Submission)
# Columns that say nothing of the person: other children's ids, hashes of the trail, addresses.
_LEFT_OUT = {
    AuditEntry: ("children", "previous_hash", "entry_hash"),
    Draft: ("address",),
}
_ABOUT_A_WORKER = ("worker", "team", "held_by", "person", "to")
_MARKS = {
    (Restriction, "kind"): RELATIVES,
    (AuditEntry, "thing"): FREE_TEXT,
    (Draft, "about"): FREE_TEXT,
}
_MARKS_OF_A_VERSION = {"written_by": WORKER, "corrected_because": FREE_TEXT}


def parts_of(ids: Sequence[str]) -> list[Part]:
    """Everything held under these ids, the entries of the audit trail about them included.

    That it was read is itself in the trail, before anything is given back.
    """
    holdings = (one for one in HOLDINGS if one.model not in _NOT_ON_THEIR_OWN)
    parts = [*_recorded(ids), *_attendance_drafts(ids), *(_rows(one, ids) for one in holdings)]
    found = [part for part in parts if part.rows]
    # An entry about an id of which nothing is held would itself be something held.
    if found:
        words = "everything held of one person, by command line"
        audit.record(by=None, action=SUBJECT_ACCESS, thing=words, children=ids)
    return found


def _recorded(ids: Sequence[str]) -> Iterator[Part]:
    """Every version of everything recorded, a part for each table it was recorded in."""
    for name, table in RECORDABLE.items():
        versions = RecordingVersion.objects.filter(recording__child__in=ids, recording__table=name)
        versions = versions.select_related("recording", "by").order_by("recording", "number")
        rows = [_version(table, one) for one in versions]
        columns = list(dict.fromkeys(column for row in rows for column in row))
        marks = {**marks_of(table), **_MARKS_OF_A_VERSION}
        marks.update(dict.fromkeys(set(columns) - {*_OF_A_VERSION, *table.column_names}, FREE_TEXT))
        meaning = f"Recorded here, with every earlier version. {table.meaning}"
        yield Part(FOLDER, f"recorded_{name}", meaning, rows, columns, marks, table)


_OF_A_VERSION = (
    "recording",
    "number",
    "stands_now",
    "written_at",
    "written_by",
    "corrected_because",
)


def _version(table: Table, version: RecordingVersion) -> dict[str, Any]:
    recording = version.recording
    stands = version.number == recording.version and not recording.is_withdrawn
    written = (recording.pk, version.number, stands, as_text(version.at), _name(version.by))
    about = dict(zip(_OF_A_VERSION, (*written, version.why or None), strict=True))
    row = dict.fromkeys(table.column_names) | {"child": recording.child}
    if "recorded_on" in row:
        row["recorded_on"] = recording.made_on
    days = {column.name for column in table.columns if column.type == DATE}
    told = {
        name: date.fromisoformat(value) if name in days else value
        for name, value in version.content.items()
    }
    return {**about, **row, **told}


def _attendance_drafts(ids: Sequence[str]) -> Iterator[Part]:
    """This person's rows of files that were looked at and not recorded; nobody else's."""
    found = [
        {"person": _name(draft.person), "saved_at": as_text(draft.saved_at), "row": as_text(row)}
        for draft, rows in attendance_drafts()
        for child, row in rows
        if child in ids
    ]
    meaning = "Rows of a file of school attendance that somebody looked at and has not recorded."
    marks = {"person": WORKER, "row": FREE_TEXT}
    yield Part(
        FOLDER, "attendance_not_recorded", meaning, found, list(marks | {"saved_at": ""}), marks
    )


def _rows(holding: Holding, ids: Sequence[str]) -> Part:
    """The rows of one model as they are kept, people by their names."""
    model = holding.model
    left_out = _LEFT_OUT.get(model, ())
    fields = [one for one in model._meta.concrete_fields if one.name not in left_out]
    rows = [
        {one.name: _value(one, row) for one in fields}
        for row in holding.of(ids).select_related(*(one.name for one in fields if _is_person(one)))
    ]
    marks = {one.name: whom for one in fields if (whom := _speaks_of(model, one))}
    meaning = " ".join((model.__doc__ or "").split("\n\n")[0].split())
    names = [one.name for one in fields]
    return Part(FOLDER, str(model._meta.model_name), meaning, rows, names, marks)


def _value(field: Field, row: Model) -> Any:
    if _is_person(field):
        person = getattr(row, field.name)
        return _name(person) if person else None
    value = getattr(row, field.attname)
    if value == "":
        return None
    return value if isinstance(value, bool | int) else as_text(value)


def _speaks_of(model: type[Model], field: Field) -> str:
    """Of whom else a value of the column may speak; "" where only of the person."""
    if (model, field.name) in _MARKS:
        return _MARKS[model, field.name]
    if _is_person(field) or field.name in _ABOUT_A_WORKER:
        return WORKER
    return FREE_TEXT if isinstance(field, TextField | JSONField) else ""


def _is_person(field: Field) -> bool:
    return isinstance(field, ForeignKey) and field.related_model is Person


def _name(person: Person) -> str:
    return person.get_full_name() or person.get_username()
