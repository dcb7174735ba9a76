"""Health reviews of young children in care, every six months."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import HEALTH_ASSESSMENTS, checks_done, with_birth
from sightline.rules.journey.periods_of_care import clocks_after_each, periods_of_care


def half_yearly_reviews(
    care_episodes: ir.Table, health_checks: ir.Table, children: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per health assessment after which the next falls due before the fifth birthday."""
    assessments = checks_done(health_checks, HEALTH_ASSESSMENTS)
    in_turn = clocks_after_each(periods_of_care(care_episodes), assessments)
    with_due = clocks.after(in_turn, day="clock_starts", standard="CLA-16", into="half_a_year_on")
    births = clocks.before(
        with_birth(with_due, children),
        day="half_a_year_on",
        standard="CLA-25",
        into="five_years_before",
    )
    return births.filter(_.born > _.five_years_before, _.born <= _.clock_starts)


HEALTH_REVIEW_UNDER_FIVE_OVERDUE = Rule(
    name="health_review_under_five_overdue",
    title="Health of a child in care under five not reviewed in six months",
    question="Has a young child's health been looked at in the last six months?",
    stage="in care",
    sources=("CLA-16", "CLA-25"),
    themes=("health_cic",),
    one_row_per="health assessment after",
    subject_day=_.clock_starts,
    population=half_yearly_reviews,
    clock=Clock(starts=_.clock_starts, limit="CLA-16", met=_.next_done, lapses=_.care_ended),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "health_checks.kind",
        "health_checks.status",
        "health_checks.checked",
        "children.born",
    ),
    counted_in="health_checks",
    evidence={
        "health assessed": Evidence(value=_.clock_starts),
        "assessed again": Evidence(value=_.next_done),
        "born": Evidence(value=_.born),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts with every health assessment in care that took place. The due day itself is "
        "in time. The first assessment is a rule of its own.",
        "Six months apply where they are over before the fifth birthday; otherwise a year does, by "
        "another rule. A child whose day of birth is not held is asked about there.",
        "An assessment planned, refused or cancelled does not count.",
        "The end of care lapses the duty.",
    ),
    helps="Book it with the health visitor, and ask the carer what they have noticed about growing, "
    "sleeping, talking and play.",
    cannot_see="What the assessment found, and whether anyone acted on it.",
)
