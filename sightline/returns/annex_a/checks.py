"""The workbook's own check, list by list: what is missing, cannot be, or stands on one list only.

A fault names rows by their place on the sheet, never a child.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sightline.returns.annex_a.choices import ALLOWED, IN_CARE, PROTECTION
from sightline.returns.annex_a.filled_from import NOT_REQUIRED, why_empty
from sightline.returns.annex_a.lists import Lists
from sightline.returns.told_records import Row, ToldRecords
from sightline.sources.headings_of_annex_a import CHILD, HEADINGS

MISSING, NOT_ALLOWED, IMPOSSIBLE, ELSEWHERE = KINDS = (
    "missing",
    "not a word of Annex A",
    "dates that cannot be",
    "not on another list",
)
BORN = "Date of Birth"
NOT_BEFORE_BIRTH = (8, 10)

# By list: headings in the order in which they must happen, each pair where both are filled.
IN_ORDER: dict[int, tuple[tuple[str, ...], ...]] = {
    2: (("Assessment start date", "Assessment completion date"),),
    4: (("Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"),),
    5: (
        (
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Date of Initial Child Protection Conference",
        ),
    ),
    6: (("CIN Start Date", "CIN Closure Date"),),
    7: (("Child Protection Plan Start Date", "Child Protection Plan End Date"),),
    8: (
        ("Date Started to be Looked After", "Date Ceased to be Looked After"),
        ("Date Started to be Looked After", "Start Date of Most Recent Placement"),
    ),
    10: (
        (
            "Date the Child Entered Care",
            "Date of Decision that Child Should be Placed for Adoption",
        ),
        ("Date of Decision that Child Should be Placed for Adoption", "Date of Placement Order"),
        (
            "Date of Matching Child and Prospective Adopters",
            "Date Placed for Adoption",
            "Date of Adoption Order",
        ),
    ),
    11: (
        ("Date enquiry received", "Date Stage 1 started", "Date Stage 1 ended"),
        ("Date Stage 2 started", "Date Stage 2 ended"),
        ("Date application submitted", "Date application approved"),
        (
            "Date application approved",
            "Date adopter matched with child(ren)",
            "Date child/children placed with adopter(s)",
            "Date of Adoption Order",
        ),
        ("Date enquiry received", "Date of leaving adoption process"),
    ),
}


@dataclass(frozen=True)
class Fault:
    """What the check found of one heading of one list.

    ``rows``    places of the rows at fault, from 0.
    ``because`` why the heading is empty throughout, where the records do not tell it.
    """

    number: int
    heading: str
    kind: str
    what: str
    rows: tuple[int, ...]
    because: str = ""


def faults_of(told: ToldRecords, lists: Lists) -> list[Fault]:
    """Everything the check finds, in order of the lists."""
    found: list[Fault] = []
    for number, rows in lists.items():
        found.extend(_missing(told, number, rows))
        found.extend(_not_allowed(number, rows))
        found.extend(_impossible(told.day, number, rows))
        found.extend(_elsewhere(number, lists))
    return found


def _places(at_fault: Iterable[bool]) -> tuple[int, ...]:
    return tuple(place for place, wrong in enumerate(at_fault) if wrong)


def _missing(told: ToldRecords, number: int, rows: list[Row]) -> Iterator[Fault]:
    for heading in HEADINGS[number][1]:
        empty = _places(row.get(heading) is None for row in rows)
        because = why_empty(told.tells, number, heading)
        if empty and len(empty) == len(rows) and because:
            yield Fault(number, heading, MISSING, "Empty in every row.", empty, because)
        elif empty and heading not in NOT_REQUIRED[number]:
            yield Fault(number, heading, MISSING, "Required and empty.", empty)


def _not_allowed(number: int, rows: list[Row]) -> Iterator[Fault]:
    for heading in HEADINGS[number][1]:
        allowed = ALLOWED.get(heading)
        if not allowed:
            continue
        others = _places(row.get(heading) not in (None, *allowed) for row in rows)
        if others:
            yield Fault(
                number, heading, NOT_ALLOWED, "Annex A has no such word for this column.", others
            )


def _impossible(day: date, number: int, rows: list[Row]) -> Iterator[Fault]:
    for first, second in _pairs(number):
        wrong = _places(_is_before(row.get(second), row.get(first)) for row in rows)
        if wrong:
            yield Fault(number, second, IMPOSSIBLE, f"Lies before {first}.", wrong)
    for heading in HEADINGS[number][1]:
        if heading == BORN:
            continue  # an expected birth may lie ahead
        later = _places(_is_before(day, row.get(heading)) for row in rows)
        if later:
            yield Fault(number, heading, IMPOSSIBLE, f"Lies after {day}.", later)


def _pairs(number: int) -> Iterator[tuple[str, str]]:
    for chain in IN_ORDER.get(number, ()):
        for place, first in enumerate(chain):
            yield from ((first, second) for second in chain[place + 1 :])
    # A child may come to notice before birth; care and adoption cannot begin before it.
    if number in NOT_BEFORE_BIRTH:
        yield from ((BORN, chain[0]) for chain in IN_ORDER[number])


def _is_before(day: object, other: object) -> bool:
    return isinstance(day, date) and isinstance(other, date) and day < other


def _open_on(lists: Lists, number: int, ends: str) -> set[str]:
    return {row[CHILD] for row in lists[number] if row.get(ends) is None}


def _elsewhere(number: int, lists: Lists) -> Iterator[Fault]:
    """Children who stand on one list and, by it, should stand on another."""
    for on, which, other, children, what in _must_also_be(lists):
        if on != number:
            continue
        alone = _places(which(row) and row[CHILD] not in children for row in lists[on])
        if alone:
            yield Fault(on, CHILD, ELSEWHERE, f"{what} (list {other}).", alone)


Must = tuple[int, Callable[[Row], bool], int, set[str], str]


def _must_also_be(lists: Lists) -> Iterable[Must]:
    ever_on_6 = {row[CHILD] for row in lists[6]}
    ever_on_7 = {row[CHILD] for row in lists[7]}
    open_6 = _open_on(lists, 6, "CIN Closure Date")
    open_7 = _open_on(lists, 7, "Child Protection Plan End Date")
    open_8 = _open_on(lists, 8, "Date Ceased to be Looked After")
    return (
        (
            3,
            lambda row: row.get("Referral NFA?") == "b) No",
            6,
            ever_on_6,
            "A referral that was taken on, and no case",
        ),
        (
            5,
            lambda row: (
                row.get(
                    "Did the Initial Child Protection Conference Result in a Child Protection Plan"
                )
                == "a) Yes"
            ),
            7,
            ever_on_7,
            "A conference agreed a protection plan, and there is none",
        ),
        (
            6,
            lambda row: row.get("Case Status") == PROTECTION,
            7,
            open_7,
            "The case status says a protection plan runs, and none does",
        ),
        (
            6,
            lambda row: row.get("Case Status") == IN_CARE,
            8,
            open_8,
            "The case status says the child is in care, and is not",
        ),
        (
            7,
            lambda row: row.get("Child Protection Plan End Date") is None,
            6,
            open_6,
            "A protection plan runs, and no open case",
        ),
        (
            8,
            lambda row: row.get("Date Ceased to be Looked After") is None,
            6,
            open_6,
            "The child is in care, and there is no open case",
        ),
        (
            10,
            lambda row: (
                row.get("Date of Adoption Order") is None
                and row.get("Date of Decision that Child Should No Longer be Placed for Adoption")
                is None
            ),
            8,
            open_8,
            "A plan for adoption stands, and the child is not in care",
        ),
    )
