"""Ending a protection plan safely: the checks for one child, and over all plans that ended.

The same checks answer both. Nothing here adds them up: they are questions, not a score.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.asking import handed
from sightline.engine.capability import sentence, why_not
from sightline.engine.check import ask_check
from sightline.engine.clocks import Clocks, standing_alone
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.journey.care import next_entry_to_care
from sightline.rules.journey.endings import decided_endings
from sightline.rules.journey.plans import plans_of

AFTERWARDS = ("next_plan_started", "next_enquiry_started", "entered_care")


def checks_for(
    child: str,
    plan_started: date,
    on: date,
    records: Mapping[str, ir.Table],
    *,
    coverage: Any = None,
    local_standards: Mapping[str, Any] | None = None,
) -> ir.Table:
    """Every check of one child's plan, asked on a day on which it ran: a row a check.

    Columns are those of ``sightline.engine.check.CHECKED_SCHEMA``. There is no row where no plan
    of the child that started on ``plan_started`` ran on the day.
    """
    running = plans_running_on(on, records)
    moment = running.filter(_.child == child, _.subject_day == ibis.literal(plan_started))
    return asked_at(moment, records, coverage=coverage, local_standards=local_standards)


def checks_of_all_endings(
    records: Mapping[str, ir.Table],
    *,
    coverage: Any = None,
    local_standards: Mapping[str, Any] | None = None,
) -> ir.Table:
    """Every check of every plan that somebody decided to end, asked on the day it ended."""
    return asked_at(endings(records), records, coverage=coverage, local_standards=local_standards)


def plans_running_on(on: date, records: Mapping[str, ir.Table]) -> ir.Table:
    """The moments of all plans that ran on a day, the day they ended included."""
    asked_on = ibis.literal(on)
    plans = plans_of(records["protection_plans"])
    running = plans.filter(_.plan_started <= asked_on, _.plan_runs_to >= asked_on)
    return running.select("child", subject_day="plan_started", asked_on=asked_on)


def endings(records: Mapping[str, ir.Table]) -> ir.Table:
    """The moments at which plans ended because somebody decided so.

    Plans that ended by entry to care, transfer, eighteenth birthday, death or leaving the country
    are left out: nobody judged the child safe enough.
    """
    decided = handed(decided_endings, records, Clocks(), of="ending a plan")
    return decided.select("child", subject_day="plan_started", asked_on="plan_ended")


def asked_at(
    moments: ir.Table,
    records: Mapping[str, ir.Table],
    *,
    coverage: Any = None,
    local_standards: Mapping[str, Any] | None = None,
) -> ir.Table:
    """Every check at every moment.

    ``coverage`` says what the source fills (``sightline.engine.capability``): a check that misses
    a column has no evidence anywhere, and ``because`` says why. Without it every column counts as
    filled.
    """
    answers = (
        ask_check(
            check,
            moments,
            records,
            local_standards=local_standards,
            because="" if coverage is None else sentence(why_not(check, coverage)),
        )
        for check in CHECKS.values()
    )
    return ibis.union(*answers)


def what_came_after(
    records: Mapping[str, ir.Table],
    on: date,
    *,
    local_standards: Mapping[str, Any] | None = None,
) -> ir.Table:
    """One row per plan that somebody decided to end by ``on``: what came after, so far as it had.

    ``next_plan_started``, ``next_enquiry_started`` and ``entered_care`` are the first of each from
    the day the plan ended until ``looked_until`` (standard CPE-08: 12 months), and by ``on``; empty
    where there was none. A return is a question to ask of the ending. It does not prove it wrong.
    """
    found = handed(_followed, records, Clocks(local_standards), of="ending a plan")
    ended = found.filter(_.plan_ended <= ibis.literal(on))
    last_day = ibis.least(ended.looked_until, ibis.literal(on))
    seen = {
        name: ibis.ifelse(ended[name] <= last_day, ended[name], ibis.null("date"))
        for name in AFTERWARDS
    }
    return ended.select(
        "child",
        subject=ibis.literal("protection plan ") + ended.plan_started.cast("string"),
        ended=ended.plan_ended,
        end_reason=ended.end_reason,
        looked_until=ended.looked_until,
        **seen,
    )


def _followed(
    protection_plans: ir.Table,
    children: ir.Table,
    care_episodes: ir.Table,
    enquiries: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """The decided endings, each with the first plan, enquiry and entry to care from that day on."""
    decided = decided_endings(protection_plans, children, care_episodes)
    ended = clocks.after(decided, day="plan_ended", standard="CPE-08", into="looked_until")
    beside_care = standing_alone(next_entry_to_care(ended, "plan_ended", care_episodes))
    later = beside_care.select("child", "plan_ended").inner_join(
        enquiries.select("child", enquiry_started="started"), "child"
    )
    first = (
        later.filter(_.enquiry_started >= _.plan_ended)
        .group_by("child", "plan_ended")
        .agg(next_enquiry_started=_.enquiry_started.min())
    )
    keys = ["child", "plan_ended"]
    return beside_care.left_join(first, keys).drop("child_right", "plan_ended_right")
