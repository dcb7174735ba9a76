"""What came in at night or at a weekend, taken up on the next working day."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.responses import first_response, on_the_day


def contacts_out_of_hours(
    contacts: ir.Table,
    referrals: ir.Table,
    strategy_discussions: ir.Table,
    enquiries: ir.Table,
    assessments: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    care_visits: ir.Table,
) -> ir.Table:
    """Contacts received out of hours, with the first thing done with or about the child from then on."""
    visits = (protection_visits, child_in_need_visits, care_visits)
    taken_up = ibis.union(
        on_the_day(referrals, "received"),
        on_the_day(strategy_discussions, "held"),
        on_the_day(enquiries, "started"),
        on_the_day(assessments, "started"),
        *(on_the_day(made.filter(_.child_seen), "visited") for made in visits),
    )
    received = contacts.filter(_.received_out_of_hours).select("child", "received", "decided")
    return first_response(received, "received", taken_up)


OUT_OF_HOURS_CONTACT_NOT_TAKEN_UP = Rule(
    name="out_of_hours_contact_not_taken_up",
    title="Contact out of hours not taken up the next working day",
    question="Did the day service take up what came in out of hours?",
    stage="front door",
    sources=("CON-04",),
    themes=("edt_out_of_hours", "front_door_thresholds"),
    one_row_per="contact out of hours",
    subject_day=_.received,
    population=contacts_out_of_hours,
    clock=Clock(starts=_.received, limit="CON-04", met=_.responded, lapses=_.decided),
    needs=(
        "contacts.received",
        "contacts.received_out_of_hours",
        "contacts.decided",
        "referrals.received",
        "strategy_discussions.held",
        "protection_visits.visited",
    ),
    counted_in="contacts",
    evidence={
        "received out of hours": Evidence(value=_.received),
        "taken up": Evidence(value=_.responded),
        "decided": Evidence(value=_.decided),
    },
    readings=(
        "The limit is the council's own; without one it is the next working day, itself in time.",
        "Taken up is any of these from the day received on: a referral, a strategy discussion, an "
        "enquiry or an assessment begun, or a visit at which the child was seen.",
        "A recorded decision on the contact lapses the duty: somebody judged what it called for. "
        "Whether that was in time is a rule of its own.",
        "A contact that does not say when in the day it came is not judged here. Two about one child "
        "on one day are one.",
    ),
    helps="Read what the night service wrote before the day begins, and name who follows it up.",
    cannot_see="Calls made and advice given that nobody recorded. What happened on the day itself may "
    "have happened before the contact, or been done by the night service.",
)
