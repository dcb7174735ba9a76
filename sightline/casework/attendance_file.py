"""School attendance as a file: read and looked at first, recorded after, row by row under the policy.

What cannot be a row is set aside with the reason, and the others go on. A child whose record is not
open to the person reads exactly like one there is not.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from sightline.casework import audit
from sightline.casework.access import access_of
from sightline.casework.models import Draft, Person, RecordingVersion, Submission
from sightline.casework.policy import NOT_THEIRS, RECORD, ChildRecord, may
from sightline.casework.recorded_tables import RECORDABLE, checked
from sightline.casework.recording import record_rows
from sightline.casework.writing import NotRecorded, ask
from sightline.records.table import DATE, WHOLE_NUMBER, YES_NO

TABLE, DRAFT = "school_attendance", "attendance file"
CHILD = "child"
COLUMNS = (CHILD, "since", "until", "sessions_possible", "sessions_attended",
           "sessions_unauthorised", "school", "full_time")  # fmt: skip
NEEDED = (CHILD, "until", "sessions_possible", "sessions_attended")
MOST_BYTES, MOST_ROWS = 500_000, 2_000
LONGEST_SET_ASIDE = 200
"""So many rows set aside are listed; the rest is counted."""

DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y")
YES_OR_NO = {"yes": True, "y": True, "true": True, "1": True,
             "no": False, "n": False, "false": False, "0": False}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """One line of the file that is not recorded: why, and what to do."""

    line: int
    reason: str
    how_to_mend: str


@dataclass(kw_only=True)
class Looked:
    """What a file would do: the rows to record by child, and what is set aside."""

    rows: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)

    @property
    def children(self) -> list[str]:
        """The children for whom something would be recorded."""
        return sorted({child for child, _ in self.rows})


class _Unfit(Exception):
    """A line that cannot be a row."""

    def __init__(self, reason: str, how_to_mend: str) -> None:
        super().__init__(reason)
        self.reason, self.how_to_mend = reason, how_to_mend


def look_at(
    *, by: Person, content: bytes, record_of: Callable[[str], ChildRecord | None]
) -> Looked:
    """Read a file and say what it would do; nothing is recorded.

    ``record_of`` gives a child's record by the council's id, None where there is no such child.
    Raises NotRecorded where the file as a whole cannot be read; Refused where the person records
    nothing at all.
    """
    ask(by=by, action=RECORD, thing="an attendance file is looked at")
    looked, refused = Looked(), set()
    access, seen = access_of(by), set()
    for line, told in _lines(content):
        try:
            child = _text(told[CHILD]) or ""
            record = record_of(child)
            if record is None or not may(by, RECORD, record, access):
                refused |= {child} if record else set()
                raise _Unfit(
                    "No child with this council id is open to you.",
                    "Check the id; ask for access if the child is yours.",
                )
            given = _given(told)
            key = (child, given.get("since"), given["until"])
            if key in seen:
                raise _Unfit("An earlier line says the same days.", "Keep the right one.")
            seen.add(key)
            looked.rows.append((child, given))
        except _Unfit as unfit:
            looked.set_aside.append(
                SetAside(line=line, reason=unfit.reason, how_to_mend=unfit.how_to_mend)
            )
    _keep_refusals(by, refused)
    return _without_recorded(looked)


def keep_for_recording(*, by: Person, looked: Looked) -> None:
    """Keep what was looked at as the person's draft, until they record it or look at another."""
    ask(by=by, action=RECORD, thing=f"draft of {DRAFT}")
    Draft.objects.update_or_create(
        person=by,
        form=DRAFT,
        child="",
        about="",
        defaults={"content": {"rows": looked.rows}, "saved_at": timezone.now()},
    )


def record_kept(
    *, by: Person, record_of: Callable[[str], ChildRecord | None], submission: str
) -> int:
    """Record what the person looked at last, all rows of a child at once; gives for how many children.

    Sent again after a break, what was written stays and the rest follows; sent again after the end,
    nothing is written. Raises NotRecorded where nothing was looked at, and, before the first row is
    written, where a child was closed to the person meanwhile.
    """
    ask(by=by, action=RECORD, thing=DRAFT)
    kept = Draft.objects.filter(person=by, form=DRAFT, child="", about="").first()
    if kept is None:
        if done := Submission.objects.filter(person=by, key__startswith=f"{submission}:").count():
            return done
        raise NotRecorded("There is no file to record.", "Choose the file and look at it again.")
    by_child: dict[str, list[dict[str, Any]]] = {}
    for child, given in kept.content["rows"]:
        by_child.setdefault(child, []).append(given)
    records = {child: record_of(child) or ChildRecord(child=child) for child in by_child}
    _are_still_open(by, records.values())
    for place, (child, rows) in enumerate(sorted(by_child.items())):
        key = f"{submission}:{place}"
        record_rows(by=by, child=records[child], table=TABLE, rows=rows, submission=key)
    kept.delete()
    return len(by_child)


def _are_still_open(by: Person, records: Iterable[ChildRecord]) -> None:
    access = access_of(by)
    closed = {one.child for one in records if not may(by, RECORD, one, access)}
    if closed:
        _keep_refusals(by, closed)
        raise NotRecorded(
            "A child's record was closed to you since you looked at the file.",
            "Choose the file and look at it again.",
        )


def _lines(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """The lines under the headings, each with its number. Raises NotRecorded for no such file."""
    if len(content) > MOST_BYTES:
        raise NotRecorded(
            f"The file is larger than {MOST_BYTES // 1000:,} kB.", "Send it in parts."
        )
    if content.startswith(b"PK") or b"\0" in content:
        raise NotRecorded("This is no CSV file.", "Save the sheet as CSV and choose that file.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise NotRecorded(
            "The file cannot be read as CSV.", "Save it anew as CSV, with quotes closed."
        ) from error
    headings = [_heading(one) for one in rows[0]] if rows else []
    if missing := [one for one in NEEDED if one not in headings]:
        raise NotRecorded(
            f"The first line lacks the heading {missing[0]}.",
            f"Give these headings, in any order: {', '.join(COLUMNS)}.",
        )
    lines = [
        (number, dict(zip(headings, row, strict=False)))
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]
    if len(lines) > MOST_ROWS:
        raise NotRecorded(f"The file has more than {MOST_ROWS:,} lines.", "Send it in parts.")
    return [(number, {name: told.get(name, "") for name in COLUMNS}) for number, told in lines]


def _heading(words: str) -> str:
    return words.strip().lower().replace(" ", "_")


def _given(told: Mapping[str, str]) -> dict[str, Any]:
    """The row as it would be kept."""
    table = RECORDABLE[TABLE]
    given: dict[str, Any] = {}
    for name in COLUMNS[1:]:
        if (words := _text(told[name])) is None:
            continue
        given[name] = _value(name, table.column(name).type, words)
    for name in NEEDED[1:]:
        if name not in given:
            raise _Unfit(f"{_words(name)} is missing.", "Fill it in.")
    possible = given["sessions_possible"]
    for name in ("sessions_attended", "sessions_unauthorised"):
        if not 0 <= given.get(name, 0) <= possible:
            raise _Unfit(f"{_words(name)}: more than were possible.", "Correct one of the two.")
    try:
        return checked(TABLE, given)
    except NotRecorded as fault:
        raise _Unfit(fault.fault, fault.next_step) from fault


def _value(name: str, kind: str, words: str) -> Any:
    if kind == DATE:
        return _day(name, words)
    if kind == WHOLE_NUMBER:
        if not (words.isascii() and words.isdigit() and len(words) < 6):
            raise _Unfit(f"{_words(name)} is no number.", "Give a whole number.")
        return int(words)
    if kind == YES_NO:
        if words.lower() not in YES_OR_NO:
            raise _Unfit(f"{_words(name)} is neither yes nor no.", "Write yes or no.")
        return YES_OR_NO[words.lower()]
    return words


def _day(name: str, words: str) -> date:
    for form in DAY_FORMS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    raise _Unfit(f"{_words(name)} is no day.", "Write it as 2026-03-27 or 27/03/2026.")


def _text(words: str) -> str | None:
    return words.strip() or None


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _keep_refusals(by: Person, refused: set[str]) -> None:
    """That somebody asked for children who are not theirs is kept."""
    if refused:
        audit.record(
            by=by,
            action=RECORD,
            thing="an attendance file is looked at",
            children=sorted(refused),
            refused_because=NOT_THEIRS.because,
        )


def _without_recorded(looked: Looked) -> Looked:
    """Take out what stands recorded already, and say how much of it there was."""
    versions = RecordingVersion.objects.filter(
        recording__table=TABLE,
        recording__is_withdrawn=False,
        recording__child__in=looked.children,
    ).select_related("recording")
    stands = {
        _key(one.recording.child, one.content)
        for one in versions
        if one.number == one.recording.version
    }
    kept = [(child, given) for child, given in looked.rows if _key(child, given) not in stands]
    if again := len(looked.rows) - len(kept):
        words = "1 line is" if again == 1 else f"{again:,} lines are"
        looked.set_aside.append(
            SetAside(
                line=0,
                reason=f"{words} of days recorded here already.",
                how_to_mend="Correct what is recorded if it was wrong.",
            )
        )
    looked.rows = kept
    return looked


def _key(child: str, given: Mapping[str, Any]) -> tuple[Any, ...]:
    return child, given.get("since"), given["until"]


def listed(set_aside: Sequence[SetAside]) -> list[SetAside]:
    """Those that are listed, in the order of the file."""
    return sorted(set_aside, key=lambda one: one.line)[:LONGEST_SET_ASIDE]
