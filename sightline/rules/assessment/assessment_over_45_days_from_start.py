"""The first assessment of a referral, counted from its own start, as the published statistic does."""

from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.referrals import first_assessments

ASSESSMENT_OVER_45_DAYS_FROM_START = Rule(
    name="assessment_over_45_days_from_start",
    title="Assessment not finished within 45 working days of its start",
    question="Once begun, was the child's assessment finished in time as the published statistic counts it?",
    stage="assessment",
    sources=("ASM-01",),
    themes=("assessment_timeliness",),
    one_row_per="assessment",
    subject_day=_.started,
    population=first_assessments,
    clock=Clock(starts=_.started, limit="ASM-01", met=_.authorised, lapses=_.closed),
    needs=(
        "referrals.received",
        "referrals.no_further_action",
        "referrals.closed",
        "assessments.started",
        "assessments.authorised",
    ),
    counted_in="assessments",
    evidence={
        "assessment started": Evidence(value=_.started),
        "assessment authorised": Evidence(value=_.authorised),
        "child seen in the assessment": Evidence(value=_.child_seen, known_by=_.authorised),
        "referral received": Evidence(value=_.received),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "The clock runs from the first day of the assessment to the day a manager signed it off, as "
        "the published statistic counts. Guidance counts from the referral: that is a rule of its own.",
        "The first day is day 0 and the due day itself is in time. Working days after a start on a "
        "day nobody works: the first working day after it is day 1.",
        "The duty belongs to the first assessment of each referral that was not closed with no "
        "further action. Later assessments of the same referral are not judged here.",
        "The first assessment is the earliest that names the referral or, naming none, was begun "
        "from the day it was received until it was closed.",
        "Two assessments of one child begun on one day are one, finished when the first of them is.",
        "Closing the case before the due day lapses the duty.",
    ),
    helps="Finish the assessment, or say in supervision what is missing and who will get it. Where "
    "the clock from the referral is long past too, ask what happened before the assessment began.",
    cannot_see="How long the family waited before the assessment began, and whether the assessment "
    "was good.",
)
