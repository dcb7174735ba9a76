"""The first review of a child in care."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.reviews_in_care import first_reviews


def entries_with_first_review(care_episodes: ir.Table, care_reviews: ir.Table) -> ir.Table:
    """Every period of care whose beginning the records hold, with its first review."""
    return first_reviews(care_episodes, care_reviews).filter(_.care_entered.notnull())


FIRST_CARE_REVIEW_OVERDUE = Rule(
    name="first_care_review_overdue",
    title="First review of a child in care not held in 20 working days",
    question="Did somebody independent review the child's care within the first month?",
    stage="in care",
    sources=("CLA-09",),
    themes=("iro_cp_chairs", "entry_to_care"),
    one_row_per="entry to care",
    subject_day=_.care_started,
    population=entries_with_first_review,
    clock=Clock(starts=_.care_started, limit="CLA-09", met=_.first_review, lapses=_.care_ended),
    needs=("care_episodes.started", "care_episodes.ended", "care_reviews.held"),
    counted_in="care_episodes",
    evidence={
        "entered care": Evidence(value=_.care_started),
        "first review": Evidence(value=_.first_review),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The day the child came into care is day 0, and the due day itself is in time.",
        "A period of care is an unbroken stretch of episodes. Short breaks are none. Where the records "
        "begin in the middle of a period, its first review is not asked about.",
        "A review called off is none, though it may carry a day.",
        "The end of care lapses the duty. A review on the day care ended meets it.",
    ),
    helps="Set the date with the reviewing officer, and ask the child whom they want there and what "
    "must be talked about.",
    cannot_see="A review held in several sittings, of which only the last is recorded.",
)
