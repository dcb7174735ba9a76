"""Whether each child with an open case is talked through in supervision."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.stretches import cases, clocks_while


def supervision_clocks(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    supervision: ir.Table,
) -> ir.Table:
    """One row per clock: it starts when the case opens and anew whenever the child was talked through."""
    open_cases = cases(referrals, protection_plans, child_in_need_plans, care_episodes)
    return clocks_while(open_cases, supervision.select("child", day="held"))


OPEN_CASE_NOT_IN_SUPERVISION = Rule(
    name="open_case_not_in_supervision",
    title="Open case not talked through in supervision",
    question="Have a manager and the worker talked about this child in the last month?",
    stage="oversight",
    sources=("SUP-01",),
    themes=("supervision_mgmt_oversight",),
    one_row_per="supervision of the case after",
    subject_day=_.clock_starts,
    population=supervision_clocks,
    clock=Clock(starts=_.clock_starts, limit="SUP-01", met=_.next_done, lapses=_.over),
    needs=("referrals.received", "referrals.closed", "supervision.held"),
    counted_in="referrals",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "talked through": Evidence(value=_.next_done),
        "case opened": Evidence(value=_.began),
        "case closed": Evidence(value=_.over),
    },
    readings=(
        "The standard is of a worker's sessions. Read of a child, it asks that no open case goes a month "
        "without being talked through; a council that goes through a part of the cases each time sets "
        "its own value.",
        "The clock starts on the day the case opens and anew each time the child is talked through. The "
        "day it starts is day 0 and the due day itself is in time.",
        "A case is open from the day a referral not closed with no further action is received until the "
        "day it is closed, and while a plan or an episode of care runs. Cases that touch are one.",
        "The closing of the case lapses the clock.",
    ),
    helps="Put the child on the list for the next session. Ask first what life is like for the child now.",
    cannot_see="How good the conversation was, and talks between sessions that nobody wrote down.",
)
