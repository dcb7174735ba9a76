"""A sample of cases as an inspector would choose it: of every kind, across teams and ages.

It is drawn by lot, with a seed that stands beside it: the same seed, day and records give the same
sample, and nobody can choose it by hand. It weighs no child's risk.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sightline.engine.by_lot import spread
from sightline.returns.annex_a.choices import CLOSED, IN_CARE, PROTECTION
from sightline.returns.annex_a.lists import Lists
from sightline.returns.told_records import Row
from sightline.sources.headings_of_annex_a import CHILD

EACH = 4
AGES = ((0, "unborn"), (5, "0 to 4"), (10, "5 to 9"), (16, "10 to 15"))
OLDEST = "16 and over"

# Kinds of case in the order in which they are drawn: list, and which of its rows.
KINDS: dict[str, tuple[int, Callable[[Row], bool]]] = {
    "protection plan": (7, lambda row: row.get("Child Protection Plan End Date") is None),
    "in care": (8, lambda row: row.get("Date Ceased to be Looked After") is None),
    "care leaver": (9, lambda row: True),
    "section 47 enquiry": (5, lambda row: True),
    "child in need": (6, lambda row: row["Case Status"] not in (IN_CARE, PROTECTION, CLOSED)),
    "assessment": (4, lambda row: True),
    "referral with no further action": (3, lambda row: row.get("Referral NFA?") == "a) Yes"),
    "closed case": (6, lambda row: row["Case Status"] == CLOSED),
}


@dataclass(frozen=True)
class Drawn:
    """One case drawn: the kind it stands for, its list, the child, team and age."""

    kind: str
    number: int
    child: str
    team: str
    ages: str


def sample_of(lists: Lists, seed: int, each: int = EACH) -> list[Drawn]:
    """Up to ``each`` children of every kind, no child twice."""
    drawn: list[Drawn] = []
    for kind, (number, suits) in KINDS.items():
        taken = {one.child for one in drawn}
        free = {
            row[CHILD]: Drawn(kind, number, row[CHILD], row.get("Allocated Team") or "", _ages(row))
            for row in lists[number]
            if suits(row) and row[CHILD] not in taken
        }
        drawn.extend(
            spread(
                free.values(),
                seed,
                each,
                name=lambda one: f"{one.kind} {one.child}",
                groups=lambda one: (one.team, one.ages),
            )
        )
    return drawn


def _ages(row: Row) -> str:
    age = row.get("Age of Child (Years)")
    if age is None:
        return "not known"
    return next((words for below, words in AGES if age < below), OLDEST)
