"""The protection plans of one child, as the pages about their ends number them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Plan:
    """One plan. ``number`` counts a child's plans from the first, and stands in addresses in place
    of a date; ``ended`` is empty while it runs."""

    number: int
    started: date
    ended: date | None
    end_reason: str
    category: str


def plans_of_child(rows: Iterable[Mapping[str, Any]]) -> list[Plan]:
    """The plans in the rows of ``protection_plans``, the first first; overlapping ones are one, as in
    the rules."""
    right = [row for row in rows if not row["ended"] or row["started"] <= row["ended"]]
    together: list[list[Mapping[str, Any]]] = []
    for row in sorted(right, key=lambda one: (one["started"], one["ended"] or date.max)):
        if together and row["started"] <= max(one["ended"] or date.max for one in together[-1]):
            together[-1].append(row)
        else:
            together.append([row])
    return [_one(number, rows) for number, rows in enumerate(together, 1)]


def _one(number: int, rows: list[Mapping[str, Any]]) -> Plan:
    last = max(rows, key=lambda one: one["ended"] or date.max)
    return Plan(
        number=number,
        started=rows[0]["started"],
        ended=last["ended"],
        end_reason=last.get("end_reason") or "",
        category=last.get("latest_category") or last.get("initial_category") or "",
    )
