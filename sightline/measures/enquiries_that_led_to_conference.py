"""Enquiries that led to a conference."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import NEITHER, Measure, ShareReached
from sightline.rules.journey.enquiries import enquiries_with_conference


def enquiries_and_their_answer(enquiries: ir.Table, initial_conferences: ir.Table) -> ir.Table:
    """Every enquiry answered, on that day, and whether a conference was the answer."""
    both = enquiries_with_conference(enquiries, initial_conferences).select(
        "child", "started", "conference_held", "not_needed_from"
    )
    answered = both.mutate(day=ibis.least(_.conference_held, _.not_needed_from))
    return answered.filter(_.day.notnull()).select(
        "child", "day", subject_day="started", reached=(_.conference_held == _.day)
    )


ENQUIRIES_THAT_LED_TO_CONFERENCE = Measure(
    name="enquiries_that_led_to_conference",
    title="Enquiries that led to a conference",
    definition=(
        "Of the enquiries answered in the period, the share answered by an initial child "
        "protection conference and not by ending with none needed. Enquiries not answered yet "
        "are not counted."
    ),
    themes=("strategy_s47", "plans_cp"),
    unit="enquiries",
    better=NEITHER,
    counts=ShareReached(events=enquiries_and_their_answer, one_row_per="enquiry"),
    numerator_words="enquiries that led to a conference",
    denominator_words="enquiries answered",
    published=(
        "The published figures set all conferences of a year beside all enquiries of that "
        "year, whether or not they belong together."
    ),
    needs=(
        "enquiries.started",
        "enquiries.ended",
        "enquiries.no_further_action",
        "initial_conferences.held",
    ),
)
