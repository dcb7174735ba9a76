"""Contacts that became referrals."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.measure import NEITHER, Measure, ShareReached
from sightline.measures.who_told import who_told

REFERRAL = "referral"


def contacts_and_what_became_of_them(contacts: ir.Table) -> ir.Table:
    """Every contact on the day it was decided, whether it became a referral, and who told."""
    decided = contacts.filter(_.decided.notnull(), _.received.notnull())
    by_day = decided.group_by("child", subject_day=_.received).agg(
        day=_.decided.min(),
        reached=_.outcome.lower().contains(REFERRAL).fill_null(False).any(),
        source=_.source.min(),
    )
    return by_day.mutate(split=who_told(by_day.source))


CONTACTS_THAT_BECAME_REFERRALS = Measure(
    name="contacts_that_became_referrals",
    title="Contacts that became a referral",
    definition=(
        "Of the contacts decided in the period, the share whose outcome was a referral. Two "
        "contacts about one child on one day are one. Told by who made contact, so that a "
        "service can see whether it listens to all alike; never by who decided."
    ),
    themes=("front_door_thresholds", "partnership"),
    unit="contacts",
    better=NEITHER,
    counts=ShareReached(events=contacts_and_what_became_of_them, one_row_per="contact"),
    numerator_words="contacts that became a referral",
    denominator_words="contacts decided",
    needs=(
        "contacts.received",
        "contacts.decided",
        "contacts.outcome",
    ),
    split_by="who made contact",
)
