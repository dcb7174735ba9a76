"""Initial conferences held within 15 working days of the enquiry."""

from sightline.engine.measure import HIGHER, Measure, ShareOfDuties
from sightline.engine.status import IN_TIME, LATE

CONFERENCES_IN_15_DAYS = Measure(
    name="conferences_in_15_days",
    title="Initial conferences held within 15 working days of the enquiry",
    definition=(
        "Of the initial child protection conferences held in the period that an enquiry led to, "
        "the share held within 15 working days of the start of the enquiry."
    ),
    themes=("strategy_s47", "plans_cp"),
    rule="conference_over_15_days",
    unit="conferences",
    better=HIGHER,
    counts=ShareOfDuties(dated_by="met", counted=(IN_TIME, LATE), reached=(IN_TIME,)),
    numerator_words="conferences held in time",
    denominator_words="conferences held",
    published=(
        "The children in need statistics count the same; a conference that took over another "
        "council’s plan is in neither."
    ),
)
