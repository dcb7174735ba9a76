"""Every tracker: which rule rows or records bring a child onto it, and off it."""

from sightline.web.trackers import readings
from sightline.web.trackers.tracker import Tracker

PLANS = ("started", "ended")
OPEN_CASES = {
    "referrals": ("received", "closed", "no_further_action"),
    "protection_plans": PLANS,
    "child_in_need_plans": PLANS,
    "care_episodes": PLANS,
}

LONG_PLANS = Tracker(
    name="long-plans",
    title="Protection plans over 15 months",
    enters="The day after a protection plan has run 15 months, or the council’s own time (standard CPE-01).",
    leaves="The day the plan ends.",
    rule="protection_plan_over_15_months",
)

PRE_PROCEEDINGS = Tracker(
    name="pre-proceedings",
    title="Pre-proceedings",
    enters="The day it is decided to enter pre-proceedings.",
    leaves="The day its outcome is agreed, the letter of issue goes or the application is issued, whichever comes first.",
    reads={
        "pre_proceedings": (
            "decided",
            "letter_sent",
            "outcome_agreed",
            "letter_of_issue_sent",
            "application_issued",
        ),
        "letters_before_proceedings": ("sent",),
    },
    any_of=("pre_proceedings.decided",),
    reading=readings.in_pre_proceedings,
)

MISSING = Tracker(
    name="missing",
    title="Missing, and return interviews",
    enters="The day a child goes missing.",
    leaves="The day an interview after the return is held or declined. Where it was said on return that none is wanted, the day of the return.",
    reads={
        "missing_episodes": ("started", "returned", "interview_accepted"),
        "return_interviews": ("held", "declined"),
    },
    any_of=("missing_episodes.started",),
    reading=readings.missing_or_not_interviewed,
)

EXPLOITATION = Tracker(
    name="exploitation",
    title="Exploitation",
    enters="The day an alert of exploitation, trafficking or gangs is put on the record of an open case, or an assessment sees signs of it (medium or high).",
    leaves="The day the alert is taken off, or a later assessment of the same kind sees little sign of it, whichever holds longer; or the day the case is closed.",
    any_of=("exploitation_assessments.assessed", "risk_alerts.raised"),
    reads={
        "exploitation_assessments": ("assessed", "kind", "level"),
        "risk_alerts": ("raised", "ended", "kind"),
        **OPEN_CASES,
    },
    reading=readings.with_signs_of_exploitation,
)

UNALLOCATED = Tracker(
    name="unallocated",
    title="Without a worker",
    enters="The first day on which an open case has no worker who holds it.",
    leaves="The day a worker takes it, or the case is closed.",
    rule="child_without_worker",
)

STEPPED_DOWN = Tracker(
    name="stepped-down",
    title="Stepped down in the last six months",
    enters="The day a protection plan ends, unless the child is in care by then.",
    leaves="Six months later; sooner where a new protection plan or care begins.",
    reads={"protection_plans": PLANS, "care_episodes": ("started", "ended")},
    any_of=("protection_plans.started",),
    reading=readings.stepped_down,
)

HOMELESS = Tracker(
    name="homeless",
    title="Homeless at 16 and 17",
    enters="The day a young person asks any service of the council for a place to live.",
    leaves="The day they are assessed, where they live then is recorded, and they have answered whether they want care.",
    reads={"homeless_young_people": ("presented", "assessed", "answered", "outcome")},
    any_of=("homeless_young_people.presented",),
    reading=readings.homeless,
)

VOLUNTARY_CARE = Tracker(
    name="voluntary-care",
    title="In care by agreement",
    enters="The day care by the parents’ agreement (section 20) begins.",
    leaves="The day it ends, or a court order takes its place.",
    reads={"care_episodes": ("started", "ended", "legal_status")},
    any_of=("care_episodes.started",),
    reading=readings.in_voluntary_care,
)

IN_ORDER = (
    LONG_PLANS,
    PRE_PROCEEDINGS,
    MISSING,
    EXPLOITATION,
    UNALLOCATED,
    STEPPED_DOWN,
    HOMELESS,
    VOLUNTARY_CARE,
)
TRACKERS = {one.name: one for one in IN_ORDER}
