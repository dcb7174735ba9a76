"""Advocates offered to children on protection plans in time."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE, OVERDUE

ADVOCATES_OFFERED = Measure(
    name="advocates_offered",
    title="Advocates offered to children on protection plans in time",
    definition=(
        "Of the offers of an advocate to children on protection plans that fell due in the "
        "period, the share made by the due day, or an advocate was there already. The limit is "
        "the council’s own; without one it is 20 working days after the plan started. Those no "
        "longer required by the due day are not counted; those still waiting after it are."
    ),
    themes=("advocacy_iv", "voice_participation"),
    rule="protected_child_not_offered_advocate",
    unit="offers",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="due", counted=(IN_TIME, LATE, OVERDUE), reached=(IN_TIME,)),
    numerator_words="advocates offered in time",
    denominator_words="offers that fell due",
)
