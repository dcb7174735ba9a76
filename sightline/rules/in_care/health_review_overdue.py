"""Health reviews of children in care of five and over, every year."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import HEALTH_ASSESSMENTS, checks_done, with_birth
from sightline.rules.journey.periods_of_care import clocks_after_each, periods_of_care


def yearly_reviews(
    care_episodes: ir.Table, health_checks: ir.Table, children: ir.Table, clocks: Clocks
) -> ir.Table:
    """One row per health assessment after which half a year ends on the fifth birthday or later."""
    assessments = checks_done(health_checks, HEALTH_ASSESSMENTS)
    in_turn = clocks_after_each(periods_of_care(care_episodes), assessments)
    with_due = clocks.after(in_turn, day="clock_starts", standard="CLA-16", into="half_a_year_on")
    births = clocks.before(
        with_birth(with_due, children),
        day="half_a_year_on",
        standard="CLA-25",
        into="five_years_before",
    )
    not_held = _.born.isnull() | (_.born > _.clock_starts)
    return births.filter(not_held | (_.born <= _.five_years_before).fill_null(True))


HEALTH_REVIEW_OVERDUE = Rule(
    name="health_review_overdue",
    title="Health of a child in care not reviewed in a year",
    question="Has the child's health been looked at in the last year?",
    stage="in care",
    sources=("CLA-17", "CLA-16", "CLA-25"),
    themes=("health_cic",),
    one_row_per="health assessment after",
    subject_day=_.clock_starts,
    population=yearly_reviews,
    clock=Clock(starts=_.clock_starts, limit="CLA-17", met=_.next_done, lapses=_.care_ended),
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
        "A year applies where six months are over on the fifth birthday or later, and where no day of "
        "birth is held that lies before the assessment.",
        "An assessment planned, refused or cancelled does not count. Where a young person refuses, the "
        "duty to offer goes on, so the concern stays.",
        "The end of care lapses the duty.",
    ),
    helps="Ask the young person where and with whom they would rather talk about their health, and "
    "offer it that way.",
    cannot_see="What was offered to a young person who refused, and what the assessment found.",
)
