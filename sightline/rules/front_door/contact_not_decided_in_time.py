"""Whether somebody decided soon what to do about a contact."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.responses import first_response, on_the_day


def contacts_received(contacts: ir.Table, referrals: ir.Table) -> ir.Table:
    """Every contact, with the first referral of the child from that day on."""
    received = contacts.select("child", "received", "decided")
    return first_response(received, "received", on_the_day(referrals, "received"))


CONTACT_NOT_DECIDED_IN_TIME = Rule(
    name="contact_not_decided_in_time",
    title="Contact not decided within a working day",
    question="Did somebody decide in time what the contact called for?",
    stage="front door",
    sources=("CON-01",),
    themes=("front_door_thresholds",),
    one_row_per="contact",
    subject_day=_.received,
    population=contacts_received,
    clock=Clock(starts=_.received, limit="CON-01", met=_.decided, lapses=_.responded),
    needs=("contacts.received", "contacts.decided", "referrals.received"),
    counted_in="contacts",
    evidence={
        "contact received": Evidence(value=_.received),
        "decided": Evidence(value=_.decided),
        "referral received": Evidence(value=_.responded),
    },
    readings=(
        "The limit is the council's own; without one it is a working day. The day the contact was "
        "received is day 0 and the next working day itself is in time.",
        "Every contact counts, whoever told and whatever was decided.",
        "A referral about the child from that day on lapses the duty: its decision has a clock of its own.",
        "Two contacts about one child on one day are one, decided when the first of them is.",
    ),
    helps="Decide, write down why, and tell whoever made contact. Look first at those that came in "
    "before a weekend.",
    cannot_see="The hour: a standard of 24 hours is read as the next working day. Which contact a "
    "referral came from is in no source.",
)
