"""The lengths of the lists beside the same counts taken from the records another way.

The lists are made row by row; the counts come from the records as rules and figures read them. A
difference is a fault of the records (such as two plans that overlap) or of Sightline: it is said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from sightline.records.codes_in_care import SHORT_BREAKS
from sightline.returns.annex_a.lists import Lists
from sightline.returns.annex_a.period import Period
from sightline.returns.told_records import Row, ToldRecords
from sightline.rules.journey.periods_of_care import periods_of_care
from sightline.rules.journey.plans import plans_of
from sightline.sources.headings_of_annex_a import CHILD

Records = Any


@dataclass(frozen=True)
class Count:
    """One count of a list beside that of the records.

    ``figure`` names the measure on the pages that counts the same, "" where there is none.
    """

    number: int
    what: str
    definition: str
    on_the_list: int
    in_the_records: int
    figure: str = ""

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.on_the_list == self.in_the_records


@dataclass(frozen=True)
class _Counted:
    number: int
    what: str
    definition: str
    of_list: Callable[[list[Row], Period], int]
    of_records: Callable[[Records, Period], ir.Table]
    figure: str = ""


def counts_of(told: ToldRecords, lists: Lists) -> list[Count]:
    """Every count, where the records come from a ledger. ``of_records`` gives a row for each counted."""
    period = Period(told.day)
    return [
        Count(
            one.number,
            one.what,
            one.definition,
            one.of_list(lists[one.number], period),
            int(one.of_records(told.records, period).count().to_pyarrow().as_py()),
            one.figure,
        )
        for one in _COUNTED
    ]


def _all(rows: list[Row], period: Period) -> int:
    return len(rows)


def _distinct(heading: str) -> Callable[[list[Row], Period], int]:
    return lambda rows, period: len({(row[CHILD], row[heading]) for row in rows})


def _children(empty: str) -> Callable[[list[Row], Period], int]:
    return lambda rows, period: len({row[CHILD] for row in rows if row.get(empty) is None})


def _in_care(rows: list[Row], period: Period) -> int:
    return len(
        {
            row[CHILD]
            for row in rows
            if row.get("Date Ceased to be Looked After") is None
            and row["Child's Legal Status"] not in SHORT_BREAKS
        }
    )


def _within(rows: ir.Table, happened: str, period: Period) -> ir.Table:
    return rows.filter(rows[happened].between(ibis.literal(period.since), ibis.literal(period.day)))


def _running(rows: ir.Table, starts: str, ends: str, period: Period, since: Any) -> ir.Table:
    ended = rows[ends].isnull() | (rows[ends] >= ibis.literal(since))
    return rows.filter((rows[starts] <= ibis.literal(period.day)) & ended)


def _on_the_day(rows: ir.Table, starts: str, ends: str, period: Period) -> ir.Table:
    day = ibis.literal(period.day)
    return rows.filter((rows[starts] <= day) & (rows[ends].isnull() | (rows[ends] > day)))


def _open_cases(records: Records, period: Period) -> ir.Table:
    cases = records["referrals"]
    taken_on = cases.filter(~cases.no_further_action.fill_null(False) & cases.closed.isnull())
    return taken_on.filter(taken_on.received <= ibis.literal(period.day)).select("child").distinct()


_COUNTED = (
    _Counted(
        1,
        "contacts",
        "Contacts received in the six months up to the day.",
        _all,
        lambda records, period: _within(records["contacts"], "received", period),
    ),
    _Counted(
        2,
        "times of early help",
        "Early help that ran on any day of the six months.",
        _all,
        lambda records, period: _running(
            records["early_help_episodes"], "started", "ended", period, period.since
        ),
    ),
    _Counted(
        3,
        "referrals",
        "Referrals received in the six months. Two of one child on one day are one.",
        _distinct("Date of referral"),
        lambda records, period: (
            _within(records["referrals"], "received", period).select("child", "received").distinct()
        ),
        figure="referrals",
    ),
    _Counted(
        4,
        "assessments not yet authorised",
        "Assessments begun in the six months, without a day of authorisation.",
        lambda rows, period: sum(
            row["Continuous Assessment Date of Authorisation"] is None
            and period.holds(row["Continuous Assessment Start Date"])
            for row in rows
        ),
        lambda records, period: _within(records["assessments"], "started", period).filter(
            ibis._.authorised.isnull()
        ),
    ),
    _Counted(
        5,
        "enquiries",
        "Section 47 enquiries begun in the six months. Two of one child on one day are one.",
        _distinct("Strategy discussion initiating Section 47 Enquiry Start Date"),
        lambda records, period: (
            _within(records["enquiries"], "started", period).select("child", "started").distinct()
        ),
        figure="enquiries",
    ),
    _Counted(
        6,
        "children with an open case",
        "Children with a referral that was taken on and is not closed on the day.",
        _children("CIN Closure Date"),
        _open_cases,
    ),
    _Counted(
        7,
        "children on a protection plan",
        "Children with a plan that runs on the day. A plan that ended on it no longer counts.",
        _children("Child Protection Plan End Date"),
        lambda records, period: (
            _on_the_day(plans_of(records["protection_plans"]), "plan_started", "plan_ended", period)
            .select("child")
            .distinct()
        ),
        figure="children_on_a_protection_plan",
    ),
    _Counted(
        8,
        "children in care",
        "Children in care on the day. Short breaks stand on the list and are not counted here.",
        _in_care,
        lambda records, period: (
            _on_the_day(
                periods_of_care(records["care_episodes"]), "care_started", "care_ended", period
            )
            .select("child")
            .distinct()
        ),
        figure="number_of_children_in_care",
    ),
    _Counted(
        9,
        "care leavers",
        "Young people recorded as care leavers, each once.",
        _all,
        lambda records, period: records["care_leavers"].select("child").distinct(),
    ),
    _Counted(
        10,
        "decisions for adoption",
        "Decisions that a child should be adopted that stood on any day of the twelve months.",
        _all,
        lambda records, period: _running(
            records["permanence"].mutate(
                over=ibis.coalesce(ibis._.order_made, ibis._.decision_reversed)
            ),
            "decided",
            "over",
            period,
            period.since_of_adoption,
        ),
    ),
    _Counted(
        11,
        "people who want to adopt",
        "People who were in the process on any day of the twelve months.",
        _all,
        lambda records, period: _running(
            records["prospective_adopters"], "enquired", "left_on", period, period.since_of_adoption
        ),
    ),
)
