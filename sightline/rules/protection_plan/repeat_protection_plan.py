"""A second or later protection plan soon after an earlier one ended."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.plans import plan_before, plans_of


def plans_soon_after_another(
    protection_plans: ir.Table, children: ir.Table, clocks: Clocks
) -> ir.Table:
    """Plans that started within the window after the child's plan before ended."""
    plans = plan_before(plans_of(protection_plans))
    with_window = clocks.after(
        plans, day="earlier_plan_ended", standard="CPE-07", into="window_ends"
    )
    repeated = with_window.filter(_.plan_started <= _.window_ends, _.plan_started < _.plan_runs_to)
    return _marked_under_five(repeated, children, clocks)


def _marked_under_five(plans: ir.Table, children: ir.Table, clocks: Clocks) -> ir.Table:
    """Adds ``under_five`` at the start of the plan, and the day from which that is known.

    An unborn child is under five. Where no expected date of birth says that the child was
    unborn, it is known only once the birth is.
    """
    births = children.select("child", "born", "expected_birth")
    with_birthday = clocks.after(births, day="born", standard="CPE-09", into="fifth_birthday")
    beside_births = plans.left_join(with_birthday, "child").drop("child_right")
    was_born = (_.born <= _.plan_started).fill_null(False)
    known_to_be_expected = was_born | _.expected_birth.notnull()
    return beside_births.mutate(
        under_five=ibis.ifelse(was_born, _.plan_started < _.fifth_birthday, True),
        under_five_known_by=ibis.ifelse(known_to_be_expected, _.plan_started, _.born),
    )


REPEAT_PROTECTION_PLAN = Rule(
    name="repeat_protection_plan",
    title="Second or later protection plan within two years of an earlier one",
    question="Is the child on a protection plan again soon after an earlier one ended?",
    stage="protection plan",
    sources=("CPE-07", "CPE-03", "CPE-09"),
    themes=("plans_cp", "step_down_closure"),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_soon_after_another,
    span=Span(opens=_.plan_started, closes=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended"),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "earlier plan ended": Evidence(value=_.earlier_plan_ended),
        "child under five": Evidence(value=_.under_five, known_by=_.under_five_known_by),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "A plan is a repeat where it starts within 24 months of the end of the plan before it. The "
        "anniversary itself is inside. Of several earlier plans the latest one counts.",
        "The concern opens on the day the new plan starts and closes when it ends.",
        "A child is marked under five where the fifth birthday lies after the day the new plan "
        "started. An unborn child is under five.",
        "Overlapping plans of one child are one plan, not a repeat. So is a plan that starts on the "
        "day another ends.",
        "A plan taken over from another council is a plan like any other, from the day it started here.",
    ),
    helps="Read why the earlier plan ended and what it rested on, and ask what is different now. "
    "Make the change that did not last the first thing the new plan works on.",
    cannot_see="Plans under another council before the child moved here, and plans older than the "
    "source holds.",
)
