"""Whether a young person's needs on leaving care were assessed soon after they became eligible."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.leaving_care import eligible_young_people


def eligible_with_assessment(
    children: ir.Table,
    care_episodes: ir.Table,
    pathway_needs_assessments: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every young person who became eligible, with the day their needs were first assessed."""
    eligible = eligible_young_people(children, care_episodes, clocks)
    assessed = pathway_needs_assessments.group_by("child").agg(assessed=_.completed.min())
    return eligible.left_join(assessed, "child").drop("child_right")


PATHWAY_NEEDS_NOT_ASSESSED = Rule(
    name="pathway_needs_not_assessed",
    title="Needs on leaving care not assessed in time",
    question="Does the council know by 16 and three months what the young person will need as an adult?",
    stage="leaving care",
    sources=("PPN-01", "PPN-04", "PPN-05", "PPN-06"),
    themes=("care_leavers",),
    one_row_per="young person eligible from",
    subject_day=_.eligible_from,
    population=eligible_with_assessment,
    clock=Clock(
        starts=_.eligible_from,
        limit="PPN-01",
        met=_.assessed,
        lapses=ibis.least(_.adult_from, _.died),
    ),
    needs=(
        "children.born",
        "care_episodes.started",
        "care_episodes.ended",
        "pathway_needs_assessments.completed",
    ),
    counted_in="care_episodes",
    evidence={
        "eligible from": Evidence(value=_.eligible_from),
        "sixteenth birthday": Evidence(value=_.sixteenth_birthday),
        "needs assessed": Evidence(value=_.assessed),
        "eighteenth birthday": Evidence(value=_.adult_from),
    },
    readings=(
        "Eligible is a young person of 16 or 17 who is in care and has been for 13 weeks in all since "
        "turning 14. The clock starts on the first day on which all of that is so.",
        "Times in care are added up; days in two records at once count once. Short breaks (legal "
        "status V3 and V4) count towards nothing.",
        "Months are calendar months and end where the month does. The due day itself is in time.",
        "Leaving care before 18 does not end the duty: the young person is still owed the assessment. "
        "The eighteenth birthday or death lapses it.",
        "An assessment finished before the young person became eligible meets the duty.",
    ),
    helps="Sit down with the young person and ask what they want at 18: where to live, with whom, doing "
    "what. Bring their adviser, carer and school.",
    cannot_see="Care by another council, and a child placed with a parent for six months who is no "
    "longer owed it.",
)
