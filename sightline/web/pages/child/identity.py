"""Who a child is, as the bar on each of their pages says it: all from records, on the day asked about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.casework.access import standing_restrictions
from sightline.casework.models import Restriction
from sightline.casework.policy import ChildRecord
from sightline.records.codes import CODES
from sightline.records.tables import TABLES
from sightline.web.words import day_in_words

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

TABLES_OF_IDENTITY = (
    "children",
    "protection_plans",
    "child_in_need_plans",
    "care_episodes",
    "legal_statuses",
    "allocations",
)
REVIEWING_OFFICER = "independent reviewing officer"
CHAIR = "conference chair"


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What the identity bar shows. Every value is words; "" where the records say nothing.

    ``restriction`` stands where the record is restricted: whoever sees this page may know.
    """

    name: str
    age: str
    born: str
    ids: tuple[str, ...]
    legal_status: str
    plans: tuple[str, ...]
    held_by: tuple[str, ...]
    teams: tuple[str, ...]
    officer: str
    is_unborn: bool
    died: date | None
    restriction: Restriction | None


def identity_of(
    records: Rows, record: ChildRecord, day: date, workers: Mapping[str, str]
) -> Identity:
    """Who the child is on ``day``, from the rows of ``TABLES_OF_IDENTITY``."""
    who = dict((records.get("children") or [{}])[0])
    restriction = standing_restrictions().filter(child=record.child).select_related("manager")
    return Identity(
        name=name_of(who),
        age=age_of(who, day),
        born=_born(who),
        ids=tuple(filter(None, (record.child, who.get("unborn_id")))),
        legal_status=_legal_status(records, day),
        plans=tuple(_plans(records, day)),
        held_by=tuple(workers.get(one, one) for one in sorted(record.held_by)),
        teams=tuple(sorted(record.teams)),
        officer=_officer(records, day, workers),
        is_unborn=_is_unborn(who, day),
        died=who.get("died"),
        restriction=restriction.first(),
    )


def name_of(who: Mapping[str, Any]) -> str:
    """The child's name as they are called."""
    name = f"{who.get('given_name') or ''} {who.get('family_name') or ''}".strip()
    return name or "Name not recorded"


def age_of(who: Mapping[str, Any], day: date) -> str:
    """The child's age on a day, in words."""
    born, until = who.get("born"), min(filter(None, (who.get("died"), day)))
    if not born:
        return "not yet born" if who.get("expected_birth") else "not known"
    if born > day:
        return "not yet born"
    months = (until.year - born.year) * 12 + until.month - born.month - (until.day < born.day)
    if months < 1:
        return "under one month"
    if months < 24:
        return f"{months} month{'s' if months > 1 else ''}"
    return f"{months // 12} years"


def running(rows: Rows, table: str, day: date) -> list[Mapping[str, Any]]:
    """The rows of a table that run on a day, the latest begun first; their last day is one of them."""
    declared = TABLES[table]
    found = [
        row
        for row in rows.get(table, ())
        if (begins := row.get(declared.happened))
        and begins <= day
        and (row.get(declared.ends) is None or row[declared.ends] >= day)
    ]
    return sorted(found, key=lambda row: row[declared.happened], reverse=True)


def meaning(codes: str, value: object) -> str:
    """A code in words; what is no code of the list as it is."""
    return str(CODES[codes].get(str(value), value))


def _is_unborn(who: Mapping[str, Any], day: date) -> bool:
    born = who.get("born")
    return born > day if born else bool(who.get("expected_birth"))


def _born(who: Mapping[str, Any]) -> str:
    if who.get("born"):
        return day_in_words(who["born"])
    if who.get("expected_birth"):
        return f"expected {day_in_words(who['expected_birth'])}"
    return "not recorded"


def _legal_status(records: Rows, day: date) -> str:
    """The status of the running episode of care, or one recorded apart from any episode."""
    in_care = running(records, "care_episodes", day)
    told = [
        meaning("legal_status", row["legal_status"])
        for row in (*in_care, *running(records, "legal_statuses", day))
        if row.get("legal_status")
    ]
    if in_care:
        return f"in care: {told[0] if told else 'status not recorded'}"
    return told[0] if told else ""


def _plans(records: Rows, day: date) -> Iterator[str]:
    for row in running(records, "protection_plans", day):
        harm = row.get("latest_category") or row.get("initial_category")
        words = f"child protection plan{': ' + meaning('harm_category', harm) if harm else ''}"
        yield f"{words}, day {_days_on(row, day)}"
    for row in running(records, "child_in_need_plans", day):
        yield f"child in need plan, day {_days_on(row, day)}"


def _days_on(row: Mapping[str, Any], day: date) -> str:
    """The first day is day 1."""
    return f"{(day - row['started']).days + 1:,}"


def _officer(records: Rows, day: date, workers: Mapping[str, str]) -> str:
    for role in (REVIEWING_OFFICER, CHAIR):
        for row in running(records, "allocations", day):
            if row.get("role") == role and row.get("worker"):
                return workers.get(row["worker"], row["worker"])
    return ""
