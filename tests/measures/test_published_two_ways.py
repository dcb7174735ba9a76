"""Published figures that the own records can tell, worked out twice on a made-up authority.

Once by the measure that stands beside the published figure, once by a plain script written from the
definition in the children in need statistics' methodology. Where the two definitions differ the
measure says how, and both figures are held to that.
"""

from bisect import bisect_right
from collections import defaultdict
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from sightline.engine.periods import YEAR
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.measures import MEASURES
from sightline.measures.answers import measure_series
from sightline.measures.check import check
from sightline.records.calendar import bank_holidays_of
from sightline.synthetic.authority import synthesise
from sightline.web.own_figures import MEASURE_OF_INDICATOR

pytestmark = pytest.mark.long

CHILDREN = 1_500
# Working Together 2013, which set the 15 days, came into force on 15 April 2013: enquiries begun
# in the fortnight before cannot be judged by it, and the measure leaves them out.
FIRST_YEAR = "2014-2015"
LATEST = date(9999, 12, 31)
Counts = dict[str, list[int]]


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """Its records as plain rows, and its measures by year."""
    folder = tmp_path_factory.mktemp("authority")
    synthesise(CHILDREN, 9, folder / "records")
    workspace = Workspace(folder / "workspace")
    load(folder / "records", workspace)
    check(workspace)
    with workspace.reading() as backend:
        rows = {
            name: backend.con.sql(f"SELECT * FROM records.{name}").to_arrow_table().to_pylist()
            for name in ("referrals", "assessments", "enquiries", "initial_conferences",
                         "protection_plans")
        }  # fmt: skip
        years = {
            name: {
                one.period: (one.numerator, one.denominator)
                for one in measure_series(backend, name, grain=YEAR)
                if one.is_whole and one.denominator
            }
            for name in MEASURE_OF_INDICATOR.values()
        }
    return SimpleNamespace(**rows, years=years)


def year_of(day: date) -> str:
    """The year from April to March in which the day lies."""
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}-{first + 1}"


def twelve_months_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def in_working_days(begin: date, end: date, limit: int) -> bool:
    """Whether the end lies within so many working days of the beginning, counted one by one."""
    counted, day = 0, begin
    while day < end:
        day += timedelta(days=1)
        counted += day.weekday() < 5 and day not in HOLIDAYS
        if counted > limit:
            return False
    return True


HOLIDAYS = {day for year in range(2010, 2036) for day in bank_holidays_of(year)}


def shares(events) -> dict[str, tuple[int, int]]:
    """By year how many events counted, of how many, from pairs of a day and whether it counts."""
    counts: Counts = defaultdict(lambda: [0, 0])
    for day, counts_too in events:
        counts[year_of(day)][0] += bool(counts_too)
        counts[year_of(day)][1] += 1
    return {year: tuple(told) for year, told in counts.items()}


def by_child(rows, day: str):
    """The rows of each child that have the day, in its order."""
    found = defaultdict(list)
    for row in sorted((row for row in rows if row[day]), key=lambda row: row[day]):
        found[row["child"]].append(row)
    return found


def rereferrals(authority):
    """What is asked twice of a child on one day is one referral."""
    for referrals in by_child(authority.referrals, "received").values():
        days = sorted({one["received"] for one in referrals})
        for before, day in zip([None, *days], days, strict=False):
            yield day, before is not None and day <= twelve_months_after(before)


def referrals_without_action(authority):
    """What is asked twice of a child on one day is one referral."""
    for referrals in by_child(authority.referrals, "received").values():
        for day in {one["received"] for one in referrals}:
            yield day, all(one["no_further_action"] for one in referrals if one["received"] == day)


def assessments_in_45_days(authority):
    """As published: every assessment that was completed."""
    for one in authority.assessments:
        if one["started"] and one["authorised"]:
            yield one["authorised"], in_working_days(one["started"], one["authorised"], 45)


def repeat_plans(authority):
    for plans in by_child(authority.protection_plans, "started").values():
        for place, one in enumerate(plans):
            yield one["started"], place > 0


def conferences_in_15_days(authority):
    """Each conference with the latest enquiry begun by its day."""
    enquiries = by_child(authority.enquiries, "started")
    for child, conferences in by_child(authority.initial_conferences, "held").items():
        begun = [one["started"] for one in enquiries[child]]
        for one in conferences:
            if place := bisect_right(begun, one["held"]):
                yield one["held"], in_working_days(begun[place - 1], one["held"], 15)


COUNTS_THE_SAME = {
    "rereferrals": rereferrals,
    "referrals_without_action": referrals_without_action,
    "repeat_plans": repeat_plans,
    "conferences_in_15_days": conferences_in_15_days,
}
COUNTS_OTHERWISE = {
    "assessments_in_45_days": "only the first of each referral",
    "conferences_for_each_enquiry": "all conferences of a year beside all enquiries",
    "plans_reviewed_in_time": "all of whose reviews were in time",
}


def test_every_figure_beside_a_published_one_is_worked_out_or_said_to_differ():
    assert set(MEASURE_OF_INDICATOR) == set(COUNTS_THE_SAME) | set(COUNTS_OTHERWISE)


@pytest.mark.parametrize("indicator", COUNTS_THE_SAME)
def test_the_measure_gives_what_the_published_definition_gives(authority, indicator):
    plain = shares(COUNTS_THE_SAME[indicator](authority))
    measured = {
        year: told
        for year, told in authority.years[MEASURE_OF_INDICATOR[indicator]].items()
        if year >= FIRST_YEAR
    }
    assert len(measured) > 5
    assert {year: plain.get(year) for year in measured} == measured


@pytest.mark.parametrize(("indicator", "how"), COUNTS_OTHERWISE.items())
def test_where_it_differs_the_measure_says_how(indicator, how):
    assert how in MEASURES[MEASURE_OF_INDICATOR[indicator]].published


def first_assessments_of_referrals(authority):
    """As the measure says: of each referral taken on, the assessment begun first, if it was signed off
    and the case was not closed before that and in time."""
    taken_on = by_child(
        (one for one in authority.referrals if not one["no_further_action"]), "received"
    )
    for child, assessments in by_child(authority.assessments, "started").items():
        seen = set()
        for one in sorted(
            assessments, key=lambda one: (one["started"], one["authorised"] or LATEST)
        ):
            for referral in taken_on[child]:
                if referral["received"] in seen or not belongs(one, referral):
                    continue
                seen.add(referral["received"])
                if one["authorised"] and not let_off(one, referral["closed"]):
                    in_time = in_working_days(one["started"], one["authorised"], 45)
                    yield one["authorised"], in_time


def belongs(assessment, referral) -> bool:
    """Whether the assessment names the referral or, naming none, was begun while it was open."""
    if assessment["referral"]:
        return assessment["referral"] == referral["referral"]
    return referral["received"] <= assessment["started"] <= (referral["closed"] or LATEST)


def let_off(assessment, closed: date | None) -> bool:
    """Whether the case was closed before the assessment was signed off, and still in time."""
    return (
        closed is not None
        and closed < assessment["authorised"]
        and in_working_days(assessment["started"], closed, 44)
    )


def test_assessments_differ_by_those_after_the_first_of_a_referral_alone(authority):
    published = shares(assessments_in_45_days(authority))
    plain = shares(first_assessments_of_referrals(authority))
    measured = {
        year: told
        for year, told in authority.years["assessments_in_45_days_of_start"].items()
        if year >= FIRST_YEAR
    }
    assert len(measured) > 5
    assert {year: plain.get(year) for year in measured} == measured
    assert any(published[year][1] > finished for year, (_, finished) in measured.items())
