"""What came to the children of a change to services by a day: the part of ``WorkspaceService`` that says it.

From the records as loaded, and one by one: a child can stand under several, and nothing adds them up.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sightline.web.change_answers import running
from sightline.web.tracker_answers import OPEN_CHILDREN, VISITS

CHECKPOINTS = (30, 90, 180)
"""Calendar days after the change at which its children are looked for in the records."""

SEEN, NOT_SEEN = "seen", "not-seen"
SEEN_AT_VISITS = " UNION ".join(
    f"SELECT child FROM records.{table} WHERE child_seen AND visited > $since AND visited <= $day"
    for table in VISITS
)


def _began(table: str, column: str) -> str:
    """The children for whom a row of the table began after the change, by the day."""
    return f"SELECT child FROM records.{table} WHERE {column} > $since AND {column} <= $day"


@dataclass(frozen=True)
class Outcome:
    """What may have come to a child. Nobody can tell where the source fills none of ``needs``.

    ``are_the_others`` where the question gives those to whom it did not come.
    """

    words: str
    question: str
    needs: tuple[str, ...]
    are_the_others: bool = False


SEEN_COLUMNS = tuple(f"{table}.child_seen" for table in VISITS)
OUTCOMES = {
    NOT_SEEN: Outcome("Not seen at a visit since", SEEN_AT_VISITS, SEEN_COLUMNS, True),
    SEEN: Outcome("Seen at a visit since", SEEN_AT_VISITS, SEEN_COLUMNS),
    "no-open-case": Outcome(
        "No open case on that day", OPEN_CHILDREN, ("referrals.received",), True
    ),
    "referred-again": Outcome(
        "Referred again since", _began("referrals", "received"), ("referrals.received",)
    ),
    "enquiry": Outcome("An enquiry begun since", _began("enquiries", "started"), ("enquiries.started",)),
    "child-in-need": Outcome(
        "On a child in need plan on that day",
        running("child_in_need_plans"),
        ("child_in_need_plans.started",),
    ),
    "protection": Outcome(
        "On a protection plan on that day",
        running("protection_plans"),
        ("protection_plans.started",),
    ),
    "in-care": Outcome(
        "In care on that day", running("care_episodes"), ("care_episodes.started",)
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Checkpoint:
    """How the children stood so many days after a change.

    ``came`` holds by outcome the children to whom it came, None where nobody can tell; it is empty
    where the records do not reach to the day.
    """

    days: int
    day: date
    is_reached: bool
    came: dict[str, frozenset[str] | None]


class WhatCameOfAChange:
    """Answers about the children of a change, from the ledger that ``_rows`` asks."""

    def _rows(self, question: str, values: Any = None) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def filled(self) -> frozenset[str]:
        """The columns that some source fills."""
        raise NotImplementedError

    def came_by(
        self, children: Collection[str], since: date, day: date
    ) -> dict[str, frozenset[str] | None]:
        """By outcome which of the children it came to after ``since`` and by ``day``, or on that day;
        None where nobody can tell."""
        filled, listed = self.filled(), frozenset(children)
        return {
            name: self._came(one, listed, since, day) if filled & {*one.needs} else None
            for name, one in OUTCOMES.items()
        }

    def _came(
        self, outcome: Outcome, listed: frozenset[str], since: date, day: date
    ) -> frozenset[str]:
        values = {"day": day, **({"since": since} if "$since" in outcome.question else {})}
        found = {child for (child,) in self._rows(outcome.question, values)}
        return listed - found if outcome.are_the_others else listed & found


def visits_not_told(filled: frozenset[str]) -> list[str]:
    """The kinds of visit, in words, of which the source does not say whether the child was seen."""
    return [table.replace("_", " ") for table in VISITS if f"{table}.child_seen" not in filled]


def day_of(since: date, days: int) -> date:
    """The day so many calendar days after the change."""
    return since + timedelta(days=days)
