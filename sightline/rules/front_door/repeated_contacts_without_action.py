"""Contacts that keep coming, each closed with no further action."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.piling_up import piles
from sightline.rules.journey.referrals import recorded_as_taken_on
from sightline.rules.journey.responses import on_the_day, while_running

NO_FURTHER_ACTION = "no further action"


def repeated_contacts(
    contacts: ir.Table,
    referrals: ir.Table,
    early_help_episodes: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Times with that many contacts closed with no further action in the window, and no help since."""
    closed = contacts.filter(_.decided.notnull(), _.outcome == NO_FURTHER_ACTION)
    help_given = ibis.union(
        on_the_day(recorded_as_taken_on(referrals), "received"),
        while_running(early_help_episodes),
        while_running(protection_plans),
        while_running(child_in_need_plans),
        while_running(care_episodes),
    )
    return piles(
        closed.select("child", day="decided"),
        help_given,
        clocks,
        number=clocks.number("CON-03"),
        window_standard="CON-02",
    )


REPEATED_CONTACTS_WITHOUT_ACTION = Rule(
    name="repeated_contacts_without_action",
    title="Contacts keep coming and end with no further action",
    question="Does anyone look at the contacts about this child together, and not one at a time?",
    stage="front door",
    sources=("CON-02", "CON-03"),
    themes=("front_door_thresholds", "early_help"),
    one_row_per="contact decided",
    subject_day=_.opens,
    population=repeated_contacts,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "contacts.decided",
        "contacts.outcome",
        "referrals.received",
        "referrals.no_further_action",
        "early_help_episodes.started",
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
    ),
    counted_in="contacts",
    evidence={
        "first contact decided": Evidence(value=_.first),
        "this contact decided": Evidence(value=_.opens),
        "helped, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "The concern opens on the day the third contact within 12 months was decided to need no further "
        "action. Days are those of the decision, since the outcome is not known before; the anniversary "
        "itself is inside. Several on one day are one.",
        "Only an outcome recorded as no further action counts. Advice and early help are answers, and "
        "so is an outcome that says more.",
        "From the first of them on the child had no referral that was taken on, no early help, no plan "
        "and no care. The concern closes on the first of these.",
        "Without any it closes on the day after the anniversary of the first of the last three. "
        "Another contact while it is open is the same concern.",
    ),
    helps="Read the contacts together, oldest first, and ask the family and whoever told what has "
    "been the same each time. Offer help, or take a referral.",
    cannot_see="Contacts about brothers and sisters, contacts that nobody recorded, and systems whose "
    "outcome is empty.",
)
