"""The care plan of a child who comes into care."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.periods_of_care import periods_of_care


def entries_with_care_plan(care_episodes: ir.Table, care_plans: ir.Table) -> ir.Table:
    """Every period of care whose beginning the records hold, with the first day a plan stood in it."""
    entries = periods_of_care(care_episodes).filter(_.care_entered.notnull())
    plans = in_right_order(care_plans, "started", "ended").select(
        "child", made="started", stands_to=or_never(_.ended)
    )
    first = (
        entries.inner_join(plans, "child")
        .filter(_.stands_to >= _.care_started, _.made <= _.care_runs_to)
        .group_by("child", "care_started")
        .agg(plan_made=_.made.min())
    )
    beside = entries.left_join(first, ["child", "care_started"])
    return beside.mutate(plan_stood=ibis.greatest(_.plan_made, _.care_started))


CARE_PLAN_NOT_MADE = Rule(
    name="care_plan_not_made",
    title="No care plan in the first ten working days",
    question="Does the child in care have a plan that says why they are here and what happens next?",
    stage="in care",
    sources=("CLA-12",),
    themes=("entry_to_care", "permanence"),
    one_row_per="entry to care",
    subject_day=_.care_started,
    population=entries_with_care_plan,
    clock=Clock(
        starts=_.care_started,
        limit="CLA-12",
        met=ibis.ifelse(_.plan_made.notnull(), _.plan_stood, ibis.null("date")),
        lapses=_.care_ended,
    ),
    needs=("care_episodes.started", "care_episodes.ended", "care_plans.started"),
    counted_in="care_episodes",
    evidence={
        "entered care": Evidence(value=_.care_started),
        "care plan made": Evidence(value=_.plan_made),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The plan should stand before the child is placed; the ten working days are for where it "
        "could not. The day of entry is day 0 and the due day itself is in time.",
        "A plan that stood already on the day of entry meets the duty that day. One that ended before "
        "it does not.",
        "Where the records begin in the middle of a period of care, its first plan is not asked about. "
        "Short breaks are no period of care.",
        "The end of care lapses the duty.",
    ),
    helps="Write the plan with the child and the family: why care, for how long, who they will see, "
    "and what would let them go home.",
    cannot_see="What the plan says, and a plan held as a document that nobody entered.",
)
