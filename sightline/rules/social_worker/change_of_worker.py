"""Whether a child keeps the same worker for a year."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.stretches import cases


def changes_of_worker(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    allocations: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Each day on which another worker took over an open case, until the child has had a year with one."""
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    changes = _changes(_workers_of_case(open_cases, allocations))
    with_year = clocks.after(changes, day="started", standard="SWK-01", into="a_year_on")
    return with_year.mutate(settled=ibis.least(_.next_change, _.a_year_on, _.over))


def _workers_of_case(open_cases: ir.Table, allocations: ir.Table) -> ir.Table:
    """Who held the case, in the order they began; of several who began on one day the first by id."""
    holding = allocations.filter(_.worker.notnull(), _.role.isin(CASE_HOLDING_ROLES))
    by_day = (
        in_right_order(holding, "started", "ended")
        .group_by("child", "started")
        .agg(worker=_.worker.min(), held_to=or_never(_.ended).max())
    )
    beside_cases = by_day.inner_join(open_cases, "child")
    return beside_cases.filter(_.started < _.lasts_to, _.held_to >= _.began)


def _changes(workers: ir.Table) -> ir.Table:
    in_turn = ibis.window(group_by=["child", "began"], order_by="started")
    beside_before = workers.mutate(
        worker_before=_.worker.lag().over(in_turn), before_since=_.started.lag().over(in_turn)
    )
    changes = beside_before.filter(_.worker != _.worker_before, _.started > _.began)
    return changes.mutate(next_change=_.started.lead().over(in_turn))


CHANGE_OF_WORKER = Rule(
    name="change_of_worker",
    title="Child's worker changed within the year",
    question="Has the child had the same worker for a year?",
    stage="social worker",
    sources=("SWK-01",),
    themes=("workforce_caseloads", "visits_direct_work"),
    one_row_per="change of worker",
    subject_day=_.started,
    population=changes_of_worker,
    span=Span(opens=_.started, closes=_.settled),
    needs=(
        "referrals.received",
        "referrals.closed",
        "allocations.started",
        "allocations.ended",
        "allocations.worker",
        "allocations.role",
    ),
    counted_in="allocations",
    evidence={
        "worker changed": Evidence(value=_.started),
        "worker before since": Evidence(value=_.before_since),
        "case open since": Evidence(value=_.began),
        "changed again, a year on or closed": Evidence(value=_.settled),
    },
    readings=(
        "The concern opens on the day another worker takes over an open case and closes once the child "
        "has had that worker for a year, with the next change, or when the case is closed. The year is "
        "the council's own to set.",
        "The first worker of a case is no change. The same worker allocated again, in another team or "
        "role, is none either.",
        "A case is open from the day a referral not closed with no further action is received until "
        "the day it is closed, and while a plan or an episode of care runs.",
        "Only workers who hold cases count. Of several who begin on one day the first by their id counts.",
    ),
    helps="Let the worker who leaves bring the next one to meet the child, and tell the child why. Ask "
    "before the next move between teams whether it could wait.",
    cannot_see="Whether the child wanted the change, and a worker who came back after long leave.",
)
