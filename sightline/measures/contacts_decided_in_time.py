"""Contacts decided in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

CONTACTS_DECIDED_IN_TIME = Measure(
    name="contacts_decided_in_time",
    title="Contacts decided in time",
    definition=(
        "Of the decisions on contacts that fell due in the period, the share made by the due "
        "day. The limit is the council’s own; without one it is the next working day. Two "
        "contacts about one child on one day are one, and a referral takes the place of the "
        "decision. Those no longer required by the due day are not counted; those still "
        "waiting after it are."
    ),
    themes=("front_door_thresholds",),
    rule="contact_not_decided_in_time",
    unit="contacts",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="contacts decided in time",
    denominator_words="contacts whose decision fell due",
)
