"""From a referral for emotional wellbeing to the first appointment, for children in care."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import in_right_order
from sightline.rules.journey.periods_of_care import done_in_care, periods_of_care


def referrals_for_wellbeing(emotional_wellbeing: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Every referral of a child in care, with the day it was refused or ended."""
    sent = in_right_order(emotional_wellbeing, "referred", "ended").mutate(
        day=_.referred, refused=ibis.ifelse(~_.accepted, _.answered, ibis.null("date"))
    )
    in_care = done_in_care(sent, periods_of_care(care_episodes))
    return in_care.mutate(no_longer=ibis.least(_.refused, _.ended, _.care_ended))


WELLBEING_HELP_NOT_BEGUN = Rule(
    name="wellbeing_help_not_begun",
    title="Child in care waiting for help with emotional wellbeing",
    question="Has the child who was referred for help with how they feel been seen?",
    stage="in care",
    sources=("CLA-39",),
    themes=("health_cic",),
    one_row_per="referral for wellbeing",
    subject_day=_.day,
    population=referrals_for_wellbeing,
    clock=Clock(starts=_.day, limit="CLA-39", met=_.first_seen, lapses=_.no_longer),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "emotional_wellbeing.referred",
        "emotional_wellbeing.first_seen",
    ),
    counted_in="emotional_wellbeing",
    evidence={
        "referred": Evidence(value=_.day),
        "refused": Evidence(value=_.refused),
        "first appointment kept": Evidence(value=_.first_seen),
        "help ended": Evidence(value=_.ended),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts on the day of the referral. The council sets the time, four weeks without "
        "its own; the due day itself is in time.",
        "The first appointment kept meets it. A refusal, the end of the help, or the end of care "
        "lapses it.",
        "Only referrals made while the child was in care are asked about.",
    ),
    helps="Ring the service: what is the child waiting for, and what can the carer and school do "
    "meanwhile? After a refusal, ask who else can help.",
    cannot_see="What the wait was like, and appointments offered and missed.",
)
