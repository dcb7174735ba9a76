"""An advocate for a child on a protection plan."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import or_never
from sightline.rules.journey.plans import plans_of


def plans_of_children_old_enough(
    protection_plans: ir.Table, children: ir.Table, advocacy: ir.Table, clocks: Clocks
) -> ir.Table:
    """Plans of children old enough for an advocate, with the day one was offered."""
    ages = clocks.after(children, day="born", standard="ADV-02", into="old_enough")
    plans = (
        plans_of(protection_plans)
        .inner_join(ages.select("child", "old_enough"), "child")
        .filter(_.old_enough <= _.plan_started)
    )
    return plans.left_join(_first_offers(plans, advocacy), ["child", "plan_started"])


def _first_offers(plans: ir.Table, advocacy: ir.Table) -> ir.Table:
    """For each plan the first offer from its first day on, or that day where one was at work."""
    advocates = advocacy.select("child", "offered", "started", "ended")
    at_work = _.plan_started.between(_.started, or_never(_.ended)).fill_null(False)
    beside = (
        plans.select("child", "plan_started")
        .inner_join(advocates, "child")
        .mutate(day=ibis.ifelse(at_work, _.plan_started, ibis.coalesce(_.offered, _.started)))
    )
    from_the_plan_on = beside.filter(_.day >= _.plan_started)
    return from_the_plan_on.group_by("child", "plan_started").agg(advocate=_.day.min())


PROTECTED_CHILD_NOT_OFFERED_ADVOCATE = Rule(
    name="protected_child_not_offered_advocate",
    title="Child on a protection plan not offered an advocate",
    question="Was the child on a plan offered somebody independent to help them say what they want?",
    stage="others to protect",
    sources=("ADV-01", "ADV-02"),
    themes=("advocacy_iv", "voice_participation", "plans_cp"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_of_children_old_enough,
    clock=Clock(starts=_.plan_started, limit="ADV-01", met=_.advocate, lapses=_.plan_ended),
    needs=("protection_plans.started", "children.born", "advocacy.offered"),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "advocate offered or at work": Evidence(value=_.advocate),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "The clock runs from the day the plan started. The limit is the council's own; without one it "
        "is 20 working days. The due day itself is in time.",
        "Asked of children of five and more on that day, an age a council may set itself. A child "
        "without a day of birth, such as one not yet born, is not asked about.",
        "The first offer from that day on meets it, whatever it was for and whether or not the child "
        "wanted it. An advocate at work on that day meets it at once. An earlier offer does not.",
        "The end of the plan lapses the duty.",
        "Overlapping plans of one child are one plan, from the earliest start to the latest end.",
    ),
    helps="Offer an advocate before the next conference, and have the advocate, not the worker, explain "
    "what they are for.",
    cannot_see="Children who speak for themselves with somebody they chose, and how the offer was put.",
)
