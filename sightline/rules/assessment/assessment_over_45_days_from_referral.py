"""The first assessment of a referral, counted from the day the referral was received."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.referrals import first_assessments, taken_on


def referrals_with_first_assessment(referrals: ir.Table, assessments: ir.Table) -> ir.Table:
    """Every referral taken on, with its first assessment where there is one."""
    first = first_assessments(referrals, assessments).drop("closed")
    return taken_on(referrals).left_join(first, ["child", "received"])


ASSESSMENT_OVER_45_DAYS_FROM_REFERRAL = Rule(
    name="assessment_over_45_days_from_referral",
    title="Assessment not finished within 45 working days of the referral",
    question="Was the child's assessment finished within the longest time guidance allows?",
    stage="assessment",
    sources=("ASM-01",),
    themes=("assessment_timeliness",),
    one_row_per="referral",
    subject_day=_.received,
    population=referrals_with_first_assessment,
    clock=Clock(starts=_.received, limit="ASM-01", met=_.authorised, lapses=_.closed),
    needs=(
        "referrals.received",
        "referrals.no_further_action",
        "referrals.closed",
        "assessments.started",
        "assessments.authorised",
    ),
    counted_in="referrals",
    evidence={
        "referral received": Evidence(value=_.received),
        "assessment started": Evidence(value=_.started),
        "assessment authorised": Evidence(value=_.authorised),
        "child seen in the assessment": Evidence(value=_.child_seen, known_by=_.authorised),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "The clock runs from the day the referral was received, as guidance says. The published "
        "statistic counts from the start of the assessment: that is a rule of its own.",
        "The day of the referral is day 0 and the due day itself is in time. Working days after a "
        "referral on a day nobody works: the first working day after it is day 1.",
        "The duty belongs to each referral that was not closed with no further action, and to its "
        "first assessment. A referral without any assessment has the same duty.",
        "The first assessment is the earliest that names the referral or, naming none, was begun "
        "from the day it was received until it was closed.",
        "Two referrals of one child on one day are one.",
        "Closing the case before the due day lapses the duty.",
    ),
    helps="Finish the assessment, or say in supervision what is missing and who will get it. Tell "
    "the family when it will be done.",
    cannot_see="Whether the assessment was good, and why one took long: a large family, a parent "
    "who could not be reached, or no worker to write it.",
)
