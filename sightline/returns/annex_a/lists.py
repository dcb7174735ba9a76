"""All eleven lists of one authority on one day."""

from collections.abc import Callable, Iterator
from datetime import date

from sightline.returns.annex_a.care import children_in_care
from sightline.returns.annex_a.cases_and_plans import children_in_need, protection_plans
from sightline.returns.annex_a.choices import ETHNICITY, SEX, YES_NO, choice
from sightline.returns.annex_a.leaving_care_and_adoption import (
    adopters,
    care_leavers,
    children_for_adoption,
)
from sightline.returns.annex_a.period import Period
from sightline.returns.annex_a.to_the_plan import (
    assessments,
    contacts,
    early_help,
    enquiries,
    referrals,
)
from sightline.returns.told_records import Row, ToldRecords
from sightline.sources.headings_of_annex_a import CHILD

Progress = Callable[[int, int], None]
Lists = dict[int, list[Row]]

MAKE: dict[int, Callable[[ToldRecords, Period], Iterator[Row]]] = {
    1: contacts,
    2: early_help,
    3: referrals,
    4: assessments,
    5: enquiries,
    6: children_in_need,
    7: protection_plans,
    8: children_in_care,
    9: care_leavers,
    10: children_for_adoption,
    11: adopters,
}
UNBORN = -1


def lists_of(told: ToldRecords, progress: Progress | None = None) -> Lists:
    """By number of the list: its rows by heading, on the day the records are told of."""
    period = Period(told.day)
    found: Lists = {}
    for number, make in MAKE.items():
        if progress:
            progress(number - 1, len(MAKE) + 1)
        found[number] = [_with_who(told, row) for row in make(told, period)]
    return found


def _with_who(told: ToldRecords, row: Row) -> Row:
    """The row with who the child is; a row about an adult stays as it is."""
    child = told.children.get(row.get(CHILD, ""))
    if child is None:
        return row
    born = child["born"] or child["expected_birth"]
    unborn = child["born"] is None or child["born"] > told.day
    return {
        **row,
        "Gender": choice(SEX, child["sex"]),
        "Ethnicity": choice(ETHNICITY, child["ethnicity"]),
        "Date of Birth": born,
        "Age of Child (Years)": born and (UNBORN if unborn else age(born, told.day)),
        "Does the Child have a Disability": YES_NO[child["disabled"]],
    }


def age(born: date, day: date) -> int:
    """Whole years; somebody born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
