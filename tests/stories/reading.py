"""Reads the stories of this folder: their records, and the answers a practitioner would give.

A story is one made-up child in a TOML file: what happened in words, the rows of its records as
drawn tables, and the answer for every rule, drawn in the same way. ``README.md`` says how to write
one. No child, family, worker or place in this folder exists.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa

from sightline.records.table import DATE, TEXT, WHOLE_NUMBER, YES_NO
from sightline.records.tables import TABLES

FOLDER = Path(__file__).parent
EXTRACT_DAY = date(2024, 6, 28)
SENTINEL = date(1900, 1, 1)
DUTY_DATES = ("starts", "due", "met", "lapses")
PATTERN_DATES = ("opens", "closes")
RULES = (
    "protection_plan_ended_early",
    "protection_plan_ended_without_recent_visit",
    "repeat_protection_plan",
    "protection_visit_overdue",
    "assessment_over_45_days_from_referral",
    "assessment_over_45_days_from_start",
    "conference_over_15_days",
    "return_interview_not_in_72_hours",
    "child_without_worker",
    "third_referral_without_plan",
)


@dataclass(frozen=True)
class Answer:
    """One concern of one child: its subject, its dates and its status on the days named.

    A status is "" on a day before the concern was there. ``evidence`` holds only what the story
    asks for: yes or no by the name of the evidence.
    """

    child: str
    subject: str
    dates: dict[str, date | None]
    statuses: dict[date, str]
    evidence: dict[str, bool]


@dataclass(frozen=True)
class Story:
    """One child: what happened, the record rows as typed values, the answers by rule."""

    child: str
    told: str
    records: dict[str, list[dict]]
    answers: dict[str, list[Answer]]


def stories() -> list[Story]:
    """Every story of the folder, in the order of its files."""
    return [
        _story(child)
        for path in sorted(FOLDER.glob("*.toml"))
        for child in tomllib.loads(path.read_text(encoding="utf-8"))["child"]
    ]


def tables_of(told: list[Story], *, sentinels: bool = False) -> dict[str, pa.Table]:
    """All stories' records as typed tables, every table there is.

    A date of 1900-01-01 is read as empty, as a source's door does it. ``sentinels`` keeps them, to
    be sent through such a door.
    """
    rows: dict[str, list[dict]] = {name: [] for name in TABLES}
    for story in told:
        for name, of_child in story.records.items():
            rows[name] += of_child
    rows["extract"] = [
        {
            "authority": "Thornmere (made up)",
            "extract_day": EXTRACT_DAY,
            "earliest_day": date(2015, 1, 1),
            "made_up": True,
        }
    ]
    workers = {row["worker"] for row in rows["allocations"] if row.get("worker")}
    rows["workers"] = [{"worker": name, "name": name} for name in sorted(workers)]
    if not sentinels:
        rows = {name: [_without_sentinels(row) for row in of_one] for name, of_one in rows.items()}
    return {
        name: pa.Table.from_pylist(of_one, schema=TABLES[name].arrow_schema)
        for name, of_one in rows.items()
    }


def _without_sentinels(row: dict) -> dict:
    return {name: None if value == SENTINEL else value for name, value in row.items()}


def _story(told: dict) -> Story:
    child = told["id"]
    records = {
        name: [_record(name, child, row) for row in _drawn(drawing)]
        for name, drawing in told["records"].items()
    }
    records.setdefault("children", [{"child": child, "given_name": child}])
    return Story(child, told["story"], records, _answers(child, told))


def _drawn(drawing: str) -> list[dict[str, str]]:
    """The rows of a drawn table: a header, then a line a row, cells between upright strokes."""
    lines = [
        [cell.strip() for cell in line.split("|")]
        for line in drawing.strip().splitlines()
        if line.strip()
    ]
    header, *rows = lines
    return [dict(zip(header, row, strict=True)) for row in rows]


def _record(name: str, child: str, cells: dict[str, str]) -> dict:
    """One record row. Row ids are made the child's own, so that no two stories share one."""
    table = TABLES[name]
    row = {"child": child}
    for column, cell in cells.items():
        declared = table.column(column)
        value = _value(declared.type, cell)
        is_row_id = column == table.key or declared.refers_to not in ("", "workers", "children")
        row[column] = f"{child} {value}" if is_row_id and value else value
    return row


def _value(kind: str, cell: str) -> object:
    if not cell:
        return None
    if kind == DATE:
        return date.fromisoformat(cell)
    if kind == YES_NO:
        return {"yes": True, "no": False}[cell]
    assert kind in (TEXT, WHOLE_NUMBER), kind
    return int(cell) if kind == WHOLE_NUMBER else cell


def _answers(child: str, told: dict) -> dict[str, list[Answer]]:
    """The answers by rule; a story answers each of the ten rules exactly once."""
    drawn = told.get("answers", {})
    named = sorted([*drawn, *told["nothing"]])
    assert named == sorted(RULES), f"{child}: answer each rule once, not {named}"
    answers = {rule: [_answer(child, cells) for cells in _drawn(drawn[rule])] for rule in drawn}
    return {rule: answers.get(rule, []) for rule in RULES}


def _answer(child: str, cells: dict[str, str]) -> Answer:
    return Answer(
        child=child,
        subject=cells["subject"],
        dates={
            name: _value(DATE, cells[name])
            for name in (*DUTY_DATES, *PATTERN_DATES)
            if name in cells
        },
        statuses={
            date.fromisoformat(name.removeprefix("on ")): status
            for name, status in cells.items()
            if name.startswith("on ")
        },
        evidence={
            name.removeprefix("evidence "): _value(YES_NO, cell)
            for name, cell in cells.items()
            if name.startswith("evidence ")
        },
    )


def days_asked(answers: list[Answer]) -> set[date]:
    """The days on which a status is told."""
    return {day for answer in answers for day in answer.statuses}


def line_of(child: str, subject: str, dates: dict[str, date | None]) -> str:
    """A concern as one line to compare: of a duty met and lapsed only what came first counts."""
    if "due" in dates:
        met, lapses = dates["met"], dates["lapses"]
        if met and lapses:
            dates = dates | ({"lapses": None} if met <= lapses else {"met": None})
    cells = [child, subject, *(f"{name} {day or '-'}" for name, day in dates.items())]
    return " | ".join(cells)


def opens_and_closes(dates: dict[str, date | None]) -> tuple[date | None, date | None]:
    """A duty opens the day after due if nothing settled it by then, and closes when something does."""
    settled = min((day for day in (dates["met"], dates["lapses"]) if day), default=None)
    if settled and settled <= dates["due"]:
        return None, None
    return dates["due"] + timedelta(days=1), settled
