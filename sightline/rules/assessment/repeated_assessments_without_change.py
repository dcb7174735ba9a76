"""Assessment after assessment, and the plan stays what it was."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.care import entries_to_care
from sightline.rules.journey.piling_up import piles
from sightline.rules.journey.responses import on_the_day


def repeated_assessments(
    assessments: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    initial_conferences: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Times with that many assessments finished in the window and no plan begun or ended since."""
    changes = ibis.union(
        *(
            on_the_day(plans, day)
            for plans in (protection_plans, child_in_need_plans)
            for day in ("started", "ended")
        ),
        on_the_day(initial_conferences, "held"),
        on_the_day(entries_to_care(care_episodes), "entered"),
    )
    return piles(
        assessments.filter(_.authorised.notnull()).select("child", day="authorised"),
        changes,
        clocks,
        number=clocks.number("ASM-08"),
        window_standard="ASM-07",
    )


REPEATED_ASSESSMENTS_WITHOUT_CHANGE = Rule(
    name="repeated_assessments_without_change",
    title="Three assessments in two years and no change of plan",
    question="Is the child assessed again and again while nothing changes?",
    stage="assessment",
    sources=("ASM-07", "ASM-08"),
    themes=("assessment_quality", "step_down_closure"),
    one_row_per="assessment finished",
    subject_day=_.opens,
    population=repeated_assessments,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "assessments.authorised",
        "protection_plans.started",
        "protection_plans.ended",
        "child_in_need_plans.started",
        "child_in_need_plans.ended",
        "initial_conferences.held",
        "care_episodes.started",
    ),
    counted_in="assessments",
    evidence={
        "first assessment authorised": Evidence(value=_.first),
        "this assessment authorised": Evidence(value=_.opens),
        "plan changed, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "The concern opens on the day the third assessment within 24 months was authorised. The "
        "anniversary itself is inside. Several authorised on one day are one.",
        "From the day of the first of them on no protection plan and no child in need plan began or "
        "ended, no initial conference was held and the child did not come into care.",
        "A plan that has run all the while is no change: the assessments did not touch it.",
        "The concern closes on the first change, or else on the day after the anniversary of the first of "
        "the last three. A further assessment while it is open is the same concern.",
    ),
    helps="Before a fourth assessment, lay the three side by side: what did each find, what did each "
    "advise, and what was done? Then change the plan or say why not.",
    cannot_see="A plan that was rewritten under the same dates, early help that began, and whether the "
    "assessments asked the same question.",
)
