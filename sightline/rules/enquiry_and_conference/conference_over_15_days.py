"""From the start of a section 47 enquiry to the initial child protection conference."""

from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.enquiries import enquiries_with_conference

CONFERENCE_OVER_15_DAYS = Rule(
    name="conference_over_15_days",
    title="Initial conference not held within 15 working days of the enquiry",
    question="When significant harm was suspected, did a conference meet in time to decide on a plan?",
    stage="enquiry and conference",
    sources=("S47-01",),
    themes=("strategy_s47",),
    one_row_per="enquiry",
    subject_day=_.started,
    population=enquiries_with_conference,
    clock=Clock(starts=_.started, limit="S47-01", met=_.conference_held, lapses=_.not_needed_from),
    needs=(
        "enquiries.started",
        "enquiries.ended",
        "enquiries.no_further_action",
        "initial_conferences.held",
    ),
    counted_in="enquiries",
    evidence={
        "enquiry started": Evidence(value=_.started),
        "enquiry ended": Evidence(value=_.ended),
        "ended with no conference needed": Evidence(value=_.not_needed_from),
        "conference held": Evidence(value=_.conference_held),
        "next enquiry started": Evidence(value=_.next_enquiry),
    },
    readings=(
        "The clock runs from the day of the strategy discussion that began the enquiry. That is day "
        "0 and the due day itself is in time. Where it is a day nobody works, the first working day "
        "after it is day 1.",
        "The conference that answers an enquiry is the first that names it or, naming none, the "
        "first held from its start on and before the child's next enquiry.",
        "An enquiry that ends with no further action before its due day lapses the duty.",
        "Two enquiries of one child begun on one day are one.",
        "An enquiry about a child who is already on a plan is judged like any other.",
    ),
    helps="Set the date, and record why the conference is late and what keeps the child safe until "
    "then, agreed by a manager and the chair.",
    cannot_see="A conference put off on purpose, for instance until a baby is near birth, and the "
    "safety plan that bridges the wait.",
)
