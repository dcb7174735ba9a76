"""A second or later protection plan, however long after the first."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.plans import plan_before, plans_of


def plans_after_another(protection_plans: ir.Table) -> ir.Table:
    """Plans of children who were on one before."""
    plans = plan_before(plans_of(protection_plans))
    return plans.filter(_.earlier_plan_ended.notnull(), _.plan_started < _.plan_runs_to)


SECOND_PROTECTION_PLAN = Rule(
    name="second_protection_plan",
    title="Second or later protection plan",
    question="Has the child been on a protection plan before?",
    stage="protection plan",
    sources=("CPE-03",),
    themes=("plans_cp",),
    one_row_per="protection plan",
    subject_day=_.plan_started,
    population=plans_after_another,
    span=Span(opens=_.plan_started, closes=_.plan_ended),
    needs=("protection_plans.started", "protection_plans.ended"),
    counted_in="protection_plans",
    evidence={
        "plan started": Evidence(value=_.plan_started),
        "earlier plan ended": Evidence(value=_.earlier_plan_ended),
        "plan ended": Evidence(value=_.plan_ended),
        "second record of the plan from": Evidence(value=_.overlapped_from),
    },
    readings=(
        "As in the census any earlier plan counts, however long ago. Repeats within two years are a "
        "rule of their own.",
        "The concern opens on the day the new plan starts and closes when it ends.",
        "Overlapping plans of one child are one plan, not a second. So is a plan that starts on the "
        "day another ends.",
    ),
    helps="Read what the earlier plan was about. The same harm again asks for another answer than the "
    "one that did not last.",
    cannot_see="Plans under another council, which the census asks for, and plans older than the "
    "source holds.",
)
