"""An open case that has passed to its third worker within a year."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.rules.journey.care import was_in_care
from sightline.rules.journey.changes_in_a_year import too_many_in_the_window
from sightline.rules.journey.stretches import cases


def third_workers(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    allocations: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every change of worker outside care that made it three on one open case within the window."""
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    on_case = _new_workers(allocations).inner_join(
        open_cases.select("child", care_started="began", care_ended="over", lasts_to="lasts_to"),
        "child",
    )
    during = on_case.filter(_.day >= _.care_started, _.day < _.lasts_to)
    third = too_many_in_the_window(during, clocks, how_many="OVS-05", window="OVS-06")
    return was_in_care(third, "day", care_episodes).filter(~_.in_care)


def _new_workers(allocations: ir.Table) -> ir.Table:
    """The days on which another worker than the one before began to hold the child's case."""
    holding = allocations.filter(_.worker.notnull(), _.role.isin(CASE_HOLDING_ROLES))
    by_day = holding.group_by("child", day=_.started).agg(worker=_.worker.min())
    in_turn = ibis.window(group_by="child", order_by="day")
    beside_before = by_day.mutate(before=_.worker.lag().over(in_turn))
    return beside_before.filter((_.worker != _.before).fill_null(True))


THIRD_WORKER_IN_12_MONTHS = Rule(
    name="third_worker_in_12_months",
    title="Third worker within a year",
    question="Has this family had to start again with a third worker within a year?",
    stage="oversight",
    sources=("OVS-05", "OVS-06"),
    themes=("workforce_caseloads", "supervision_mgmt_oversight"),
    one_row_per="third worker from",
    subject_day=_.day,
    population=third_workers,
    span=Span(opens=_.day, closes=_.closes),
    needs=(
        "referrals.received",
        "referrals.closed",
        "allocations.started",
        "allocations.worker",
        "allocations.role",
        "care_episodes.started",
    ),
    counted_in="allocations",
    evidence={
        "second of the workers began": Evidence(value=_.first_change),
        "this worker began": Evidence(value=_.day),
        "next worker began": Evidence(value=_.next_change),
        "case closed": Evidence(value=_.care_ended),
    },
    readings=(
        "The concern opens on the day a worker begins by whom the open case has had three within twelve "
        "months: the second of them began no more than a year before. The anniversary itself is inside.",
        "Workers in every role that holds cases count, each by the day they began while the case was open. "
        "One who follows themself is no change; of two who began on one day the first by id is taken.",
        "Children in care on that day are left out: a rule of the in-care stage asks of them.",
        "The concern closes a year after the second worker began, when the case is closed, or with a "
        "further change, which opens a concern of its own where it makes three again.",
    ),
    helps="Ask the family what they are tired of telling. Give this worker time to read, and plan that they stay.",
    cannot_see="Workers who stood in without being written in, and why each left.",
)
