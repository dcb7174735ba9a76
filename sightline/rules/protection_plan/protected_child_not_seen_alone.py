"""A child on a protection plan who was seen, but twice running not alone or not in the bedroom."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.days import unless_never
from sightline.rules.journey.plans import with_their_plan


def visits_in_a_row_without(
    protection_visits: ir.Table, protection_plans: ir.Table, clocks: Clocks
) -> ir.Table:
    """The visit by which too many in a row were without both, for each such row of visits."""
    days = _days_visited(protection_visits, protection_plans)
    of_plan = {"group_by": ["child", "plan_started"], "order_by": "day"}
    visits_asked = clocks.number("CPV-03")
    last_few = ibis.window(**of_plan, rows=(1 - visits_asked, 0))
    from_the_next = ibis.window(**of_plan, rows=(1, None))
    counted = days.mutate(
        visits=_.day.count().over(last_few),
        with_both=_.both.cast("int64").sum().over(last_few),
        next_with_both=ibis.ifelse(_.both, _.day, None).min().over(from_the_next),
    ).mutate(without=(_.visits == visits_asked) & (_.with_both == 0))
    in_turn = ibis.window(**of_plan)
    first_told = counted.mutate(told_before=_.without.lag().over(in_turn).fill_null(False))
    return first_told.filter(_.without, ~_.told_before, _.day < _.plan_runs_to).mutate(
        plan_ended=unless_never(_.plan_runs_to),
        closes=unless_never(ibis.least(_.plan_runs_to, _.next_with_both)),
    )


def _days_visited(protection_visits: ir.Table, protection_plans: ir.Table) -> ir.Table:
    """Days on which the child was seen, and whether alone and the bedroom too, where that is told."""
    told = protection_visits.mutate(both=_.seen_alone & _.bedroom_seen).filter(
        _.child_seen, _.both.notnull()
    )
    of_plan = with_their_plan(
        told.select("child", "plan", "both", day="visited"), "day", protection_plans
    )
    return of_plan.group_by("child", "plan_started", "plan_runs_to", "day").agg(both=_.both.any())


PROTECTED_CHILD_NOT_SEEN_ALONE = Rule(
    name="protected_child_not_seen_alone",
    title="Child on a protection plan not seen alone, or bedroom not seen, two visits running",
    question="Does anyone see the child alone, and where the child sleeps, at every second visit?",
    stage="protection plan",
    sources=("CPV-03",),
    themes=("visits_direct_work", "voice_participation", "plans_cp"),
    one_row_per="protection visit",
    subject_day=_.day,
    population=visits_in_a_row_without,
    span=Span(opens=_.day, closes=_.closes),
    needs=(
        "protection_plans.started",
        "protection_plans.ended",
        "protection_visits.visited",
        "protection_visits.child_seen",
        "protection_visits.seen_alone",
        "protection_visits.bedroom_seen",
    ),
    counted_in="protection_visits",
    evidence={
        "last of the visits without both": Evidence(value=_.day),
        "next visit with both": Evidence(value=_.next_with_both),
        "plan started": Evidence(value=_.plan_started),
        "plan ended": Evidence(value=_.plan_ended),
    },
    readings=(
        "Of any two visits in a row, at least one sees the child alone and the bedroom too. The "
        "concern opens on the day of the second visit without both, and closes on the next visit "
        "with both, or when the plan ends.",
        "Only visits at which the child was seen are counted. A visit that does not say whether the "
        "child was alone, or whether the bedroom was seen, is passed over, unless the other of the "
        "two was left undone. Several visits on one day are one.",
        "A visit is of the plan it names or, where it names none, of the plan running that day.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Plan the next visit so that the child can talk alone and show the bedroom. Where a parent "
    "stands in the way, tell the manager.",
    cannot_see="The child's age: a baby cannot be alone in the same way. A child seen alone at school "
    "counts only where the bedroom was seen on the same day.",
)
