"""Neglect found, and no tool used to see how bad it is."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.records.codes import NEGLECT, NEGLECT_CATEGORY
from sightline.rules.journey.referrals import taken_on
from sightline.rules.journey.responses import first_response, on_the_day, while_running


def neglect_found(
    assessment_factors: ir.Table,
    protection_plans: ir.Table,
    neglect_assessments: ir.Table,
    referrals: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Each day neglect was found, with the first assessment by a tool that counts, and when it lapses."""
    factors = assessment_factors.filter(_.factor == NEGLECT).select("child", day="found")
    plans = protection_plans.filter(_.initial_category == NEGLECT_CATEGORY)
    found = factors.union(plans.select("child", day="started"), distinct=True)
    recent = clocks.before(found, day="day", standard="NEG-04", into="counts_from")
    by_tool = first_response(recent, "counts_from", on_the_day(neglect_assessments, "assessed"))
    over = ibis.union(on_the_day(taken_on(referrals), "closed"), while_running(care_episodes))
    return first_response(
        by_tool.select("child", "day", tool_used="responded"), "day", over
    ).rename(over="responded")


NEGLECT_WITHOUT_TOOL = Rule(
    name="neglect_without_tool",
    title="Neglect found and no assessment tool used",
    question="Has anyone measured the neglect, so that change can be seen?",
    stage="neglect and domestic abuse",
    sources=("NEG-03", "NEG-04"),
    themes=("neglect", "assessment_quality"),
    one_row_per="neglect found",
    subject_day=_.day,
    population=neglect_found,
    clock=Clock(starts=_.day, limit="NEG-03", met=_.tool_used, lapses=_.over),
    needs=(
        "assessment_factors.found",
        "assessment_factors.factor",
        "protection_plans.started",
        "protection_plans.initial_category",
        "neglect_assessments.assessed",
        "referrals.closed",
    ),
    counted_in="assessment_factors",
    evidence={
        "neglect found": Evidence(value=_.day),
        "assessed by a tool": Evidence(value=_.tool_used),
        "closed or in care": Evidence(value=_.over),
    },
    readings=(
        "Neglect is found when an assessment names it (16A) or a protection plan begins in the category "
        "of neglect. Each such day starts a clock; several things on one day are one.",
        "The limit is the council's own; without one it is 3 months, and the due day itself is in time. "
        "An assessment by a tool up to 3 months before counts as well.",
        "Any tool counts, and one area graded is enough.",
        "Closing the case, or care, lapses the duty.",
    ),
    helps="Use the tool the council has chosen with the family, area by area, and set the day to "
    "repeat it.",
    cannot_see="How well the tool was used and whether the assessor was trained, and tools kept on "
    "paper or in a system of their own.",
)
