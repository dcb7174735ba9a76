"""Standards: the dated numbers that practice is held to, each with its source and its tier.

They are declared in ``declared_standards/*.csv`` beside this file, one row a version: a standard whose text
changed has several, each with the days between which it applied. A rule names a standard by id
and never holds a number.

``tier``        law, statutory guidance, statistic (a definition the Department for Education or
                Ofsted counts by), good practice, or local. A local habit is never shown as law.
``certainty``   high, medium or low: how sure we are that the value is right.
``confirmed``   whether its text was read: seen, seen second hand (quoted in another document),
                not seen (background knowledge, to be read before a duty rests on it alone), or
                our own (a default of ours, for a council to replace).
``valid_from``  the first day it applied; empty where that day does not matter (local practice)
                or was not established (the notes say so).

The regulations on children in care were loosened for some months of 2020 (SI 2020/445). That is
not held here: a duty of those months is judged by the ordinary limits.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise
from typing import Any

Value = int | float | str
"""Days, months and so on as a whole number where it is one; a code or a level as text."""

TIERS = ("law", "statutory guidance", "statistic", "good practice", "local")
CERTAINTIES = ("high", "medium", "low")
CONFIRMED = ("seen", "seen second hand", "not seen", "our own")
BINDING_TIERS = ("law", "statutory guidance")
NOT_COMMENCED = "not commenced"

FILES = (
    "front_door",
    "assessment",
    "left_exposed",
    "neglect_and_domestic_abuse",
    "enquiry_and_conference",
    "child_protection",
    "child_in_need",
    "pre_proceedings",
    "missing",
    "exploitation",
    "children_in_care",
    "social_worker",
    "education",
    "care_leavers",
    "others_to_protect",
    "workforce",
    "recording",
    "improvement",
    "working_of_sightline",
)
"""The files of ``declared_standards``, in the order of a child's journey."""


@dataclass(frozen=True)
class DatedValue:
    """A value with its unit and the days it applies, first and last included."""

    value: Value
    unit: str
    valid_from: date | None = None
    valid_to: date | None = None

    def applies_on(self, day: date) -> bool:
        """Whether ``day`` lies between the first and the last day it applies."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True)
class Standard(DatedValue):
    """One version of a standard. ``commenced`` is False for law enacted and not yet in force."""

    id: str = ""
    area: str = ""
    standard: str = ""
    clock_start: str = ""
    clock_end: str = ""
    source: str = ""
    tier: str = ""
    certainty: str = ""
    confirmed: str = ""
    notes: str = ""
    commenced: bool = True

    def applies_on(self, day: date) -> bool:
        """Whether it was in force on ``day``."""
        return self.commenced and super().applies_on(day)


class StandardsError(ValueError):
    """A standard or a local value that cannot be used: one sentence why, one what to do."""


def _number_or_text(text: str) -> Value:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text and text != NOT_COMMENCED else None


def _declared_rows() -> Iterator[dict[str, str]]:
    folder = resources.files(__package__).joinpath("declared_standards")
    for name in FILES:
        text = folder.joinpath(f"{name}.csv").read_text(encoding="utf-8")
        yield from csv.DictReader(text.splitlines())


def _declared() -> dict[str, tuple[Standard, ...]]:
    """The versions of every standard in ``declared_standards``, oldest first."""
    versions: dict[str, list[Standard]] = {}
    for row in _declared_rows():
        fields: dict[str, Any] = {
            **row,
            "value": _number_or_text(row["value"]),
            "valid_from": _day(row["valid_from"]),
            "valid_to": _day(row["valid_to"]),
            "commenced": row["valid_from"] != NOT_COMMENCED,
        }
        version = Standard(**fields)
        versions.setdefault(version.id, []).append(version)
    return {id: tuple(of_one) for id, of_one in versions.items()}


VERSIONS: dict[str, tuple[Standard, ...]] = _declared()
"""Every version of every standard by id, oldest first."""

STANDARDS: dict[str, Standard] = {id: of_one[-1] for id, of_one in VERSIONS.items()}
"""The latest version of every standard by id."""

LocalValues = Mapping[str, Any]
"""What ``[standards]`` of sightline.toml holds: by id a value, or a list of dated values.

    [standards]
    CPV-01 = 15
    CIN-01 = [
        { value = 30, valid_to = 2022-03-31 },
        { value = 4, unit = "weeks", valid_from = 2022-04-01 },
    ]
"""


def versions_of(id: str) -> tuple[Standard, ...]:
    """Every version of one standard, oldest first."""
    if id not in VERSIONS:
        raise StandardsError(
            f"There is no standard {id!r}. Use an id of sightline/records/declared_standards, "
            "or declare it there."
        )
    return VERSIONS[id]


def in_force(id: str, day: date) -> Standard | None:
    """The version of a standard that applied on ``day``; None where none did."""
    return next((version for version in versions_of(id) if version.applies_on(day)), None)


def dated_values(id: str, local: LocalValues | None = None) -> tuple[DatedValue, ...]:
    """The values of a standard, the council's own before the national ones.

    The value on a day is the first that applies on it. Law that has not commenced gives none.
    """
    national = tuple(version for version in versions_of(id) if version.commenced)
    return _local_values(id, local or {}) + national


def value_on(id: str, day: date, local: LocalValues | None = None) -> Value | None:
    """The value that applied on ``day``, the council's own first; None where none applied."""
    applying = (value for value in dated_values(id, local) if value.applies_on(day))
    found = next(applying, None)
    return None if found is None else found.value


def check_local(local: LocalValues) -> None:
    """Raise StandardsError for the first local value that cannot be used."""
    for id in local:
        versions_of(id)
        _local_values(id, local)


def _local_values(id: str, local: LocalValues) -> tuple[DatedValue, ...]:
    """The council's own values of one standard, checked, in order of date."""
    if id not in local:
        return ()
    national = STANDARDS[id]
    if national.tier in BINDING_TIERS:
        raise StandardsError(
            f"{id} ({national.standard}) is {national.tier} and has no local value. "
            f"Take {id} out of [standards] in sightline.toml."
        )
    given = local[id]
    entries = given if _is_list(given) else [given]
    values = [_local_value(national, entry) for entry in entries]
    values.sort(key=lambda value: value.valid_from or date.min)
    ended = [_ended_by(value, later) for value, later in pairwise(values)]
    return (*ended, *values[-1:])


def _is_list(given: Any) -> bool:
    return isinstance(given, Sequence) and not isinstance(given, str)


def _local_value(national: Standard, entry: Any) -> DatedValue:
    """One local value: a plain one, or a table with value, unit, valid_from and valid_to."""
    fields = dict(entry) if isinstance(entry, Mapping) else {"value": entry}
    unknown = sorted(set(fields) - {"value", "unit", "valid_from", "valid_to"})
    if unknown or "value" not in fields:
        raise StandardsError(
            f"The local value of {national.id} is not readable. In sightline.toml give a number, or "
            "tables with value and, where wanted, unit, valid_from and valid_to."
        )
    _check_kind(national, fields["value"])
    for name in ("valid_from", "valid_to"):
        if not isinstance(fields.get(name), date | None):
            raise StandardsError(
                f"{name} of the local value of {national.id} is not a date. "
                "Write it in sightline.toml as 2024-04-01, without quotation marks."
            )
    return DatedValue(**{"unit": national.unit, **fields})


def _check_kind(national: Standard, value: Any) -> None:
    """A local value is text where the national one is, otherwise a number above zero."""
    if isinstance(national.value, str):
        if isinstance(value, str):
            return
    elif isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return
    kind = "text" if isinstance(national.value, str) else "a number above zero"
    raise StandardsError(
        f"The local value of {national.id} is {value!r} and should be {kind}. "
        "Correct it in [standards] of sightline.toml."
    )


def _ended_by(value: DatedValue, later: DatedValue) -> DatedValue:
    """The value, ended the day before the later one begins where it has no end of its own."""
    if later.valid_from is None or (value.valid_to and value.valid_to >= later.valid_from):
        raise StandardsError(
            "Two local values of one standard apply on the same day. "
            "Give each its own valid_from in [standards] of sightline.toml."
        )
    last = value.valid_to or later.valid_from - timedelta(days=1)
    return DatedValue(value.value, value.unit, value.valid_from, last)
