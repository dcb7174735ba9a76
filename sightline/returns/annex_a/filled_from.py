"""Where each heading of Annex A comes from: the record columns, or why nothing can fill it.

From this the workbook knows which columns to read, and says what it had to leave empty and why.
"""

from collections.abc import Callable

from sightline.records.tables import TABLES
from sightline.sources.headings_of_annex_a import CHILD, HEADINGS

From = tuple[str, ...]

WHO: dict[str, From | str] = {
    CHILD: ("children.child",),
    "Gender": ("children.sex",),
    "Ethnicity": ("children.ethnicity",),
    "Date of Birth": ("children.born", "children.expected_birth"),
    "Age of Child (Years)": ("children.born", "children.expected_birth"),
    "Does the Child have a Disability": ("children.disabled",),
}
WHO_HOLDS_THE_CASE: dict[str, From | str] = {
    "Allocated Team": ("allocations.team", "allocations.role", "allocations.ended"),
    "Allocated Worker": ("allocations.worker", "allocations.role", "allocations.ended"),
}
_UNACCOMPANIED = ("children.unaccompanied",)
_VISITS_SEEN = (
    "protection_visits.visited",
    "protection_visits.child_seen",
    "child_in_need_visits.visited",
    "child_in_need_visits.child_seen",
    "care_visits.visited",
    "care_visits.child_seen",
)
_STATUS = (
    "care_episodes.started",
    "care_episodes.ended",
    "protection_plans.started",
    "protection_plans.ended",
    "child_in_need_plans.started",
    "child_in_need_plans.ended",
    "assessments.started",
    "assessments.authorised",
    "assessments.cancelled",
)

BY_LIST: dict[int, dict[str, From | str]] = {
    1: {
        "Date of Contact": ("contacts.received",),
        "Contact Source": ("contacts.source",),
    },
    2: {
        "Assessment start date": ("early_help_episodes.started",),
        "Assessment completion date": ("early_help_episodes.ended",),
        "Organisation completing assessment": ("early_help_episodes.organisation",),
    },
    3: {
        "Date of referral": ("referrals.received",),
        "Referral Source": ("referrals.source",),
        "Referral NFA?": ("referrals.no_further_action",),
        "Number of Referrals in Last 12 Months": ("referrals.received",),
        "Allocated Team": ("referrals.team",),
        "Allocated Worker": ("referrals.worker",),
    },
    4: {
        "Continuous Assessment Start Date": ("assessments.started",),
        "Child Seen During Continuous Assessment": ("assessments.child_seen",),
        "Continuous Assessment Date of Authorisation": ("assessments.authorised",),
        "Was the child assessed as requiring LA children's social care support?": (
            "assessments.outcome",
            "assessments.no_further_action",
        ),
        "Allocated Team": ("assessments.team",),
        "Allocated Worker": ("assessments.worker",),
    },
    5: {
        "Strategy discussion initiating Section 47 Enquiry Start Date": ("enquiries.started",),
        "Was an Initial Child Protection Conference deemed unnecessary?": (
            "enquiries.no_further_action",
        ),
        "Date of Initial Child Protection Conference": (
            "initial_conferences.held",
            "initial_conferences.enquiry",
            "initial_conferences.transfer_in",
        ),
        "Did the Initial Child Protection Conference Result in a Child Protection Plan": (
            "initial_conferences.plan_agreed",
        ),
        "Number of Section 47 Enquiries in the last 12 months": ("enquiries.started",),
        "Number of ICPCs in the last 12 months": ("initial_conferences.held",),
        "Allocated Team": ("enquiries.team",),
        "Allocated Worker": ("enquiries.worker",),
    },
    6: {
        "CIN Start Date": ("referrals.received", "referrals.no_further_action"),
        "Primary Need Code": ("referrals.primary_need",),
        "Date Child Was Last Seen": _VISITS_SEEN,
        "CIN Closure Date": ("referrals.closed",),
        "Reason for Closure": ("referrals.closure_reason",),
        "Case Status": _STATUS,
        **WHO_HOLDS_THE_CASE,
    },
    7: {
        "Child Protection Plan Start Date": ("protection_plans.started",),
        "Initial Category of Abuse": ("protection_plans.initial_category",),
        "Latest Category of Abuse": ("protection_plans.latest_category",),
        "Date of the Last Statutory Visit": (
            "protection_visits.visited",
            "protection_visits.child_seen",
        ),
        "Was the Child Seen Alone?": ("protection_visits.seen_alone",),
        "Date of latest review conference": ("review_conferences.held",),
        "Child Protection Plan End Date": ("protection_plans.ended",),
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)": (
            "care_episodes.legal_status",
        ),
        "Number of Previous Child Protection Plans": ("protection_plans.started",),
        **WHO_HOLDS_THE_CASE,
    },
    8: {
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": _UNACCOMPANIED,
        "Date Started to be Looked After": ("care_episodes.entered_care", "care_episodes.started"),
        "Child's Category of Need": ("care_episodes.primary_need",),
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)": (
            "care_episodes.started",
        ),
        "Start date of current legal status": ("care_episodes.legal_status",),
        "Child's Legal Status": ("care_episodes.legal_status",),
        "Date of Latest Statutory Review": ("care_reviews.held", "care_reviews.cancelled"),
        "Date of Last Social Work Visit": ("care_visits.visited", "care_visits.child_seen"),
        "What is the permanence plan for this child?": (
            "care_plans.permanence_plan",
            "care_plans.started",
        ),
        "Date of Last IRO Visit / Contact to the Child": ("reviewing_officer_contacts.contacted",),
        "Date of Last Health Assessment": (
            "health_checks.checked",
            "health_checks.kind",
            "health_checks.status",
        ),
        "Date of Last Dental Check": ("health_checks.checked",),
        "Number of Placements in the Last 12 months": ("placements.started", "placements.ended"),
        "Date Ceased to be Looked After": ("care_episodes.ended", "care_episodes.end_reason"),
        "Reason Ceased to be Looked After": ("care_episodes.end_reason",),
        "Start Date of Most Recent Placement": ("placements.started",),
        "Placement Type": ("placements.type",),
        "Placement Provider": ("placements.provider",),
        "Placement postcode": ("placements.postcode",),
        "URN of Placement": ("placements.home_urn",),
        "Placement Location": (
            "The records name the council where the home is, and no sure way to tell its name from yours."
        ),
        "LA of Placement": ("placements.council",),
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": (
            "missing_episodes.started",
            "missing_episodes.type",
        ),
        "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": (
            "missing_episodes.type",
        ),
        "Was the child offered a Return Interview after their last missing episode (Y/N)?": (
            "missing_episodes.interview_offered",
        ),
        "Did the child accept a Return Interview after their last missing episode (Y/N)?": (
            "missing_episodes.interview_accepted",
        ),
        **WHO_HOLDS_THE_CASE,
    },
    9: {
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)": _UNACCOMPANIED,
        "Allocated Team": ("care_leavers.team",),
        "Allocated Worker": ("care_leavers.worker",),
        "Allocated Personal Advisor": ("care_leavers.personal_adviser",),
        "Eligibility Category": ("care_leavers.eligibility",),
        "Latest Pathway Plan Review Date": ("care_leavers.pathway_plan_reviewed",),
        "LA in Touch": ("care_leavers.in_touch",),
        "Latest Date of Contact": ("care_leavers.latest_contact",),
        "Type of Accommodation": ("care_leavers.accommodation",),
        "Suitability of Accommodation": ("care_leavers.accommodation_suitable",),
        "Activity Status": ("care_leavers.activity",),
    },
    10: {
        "Family identifier": "No record leads from a child to the family that adopts: that is never linked.",
        "Date the Child Entered Care": ("care_episodes.entered_care",),
        "Date of Decision that Child Should be Placed for Adoption": ("permanence.decided",),
        "Date of Placement Order": ("permanence.placement_order",),
        "Date of Matching Child and Prospective Adopters": ("permanence.matched",),
        "Date Placed for Adoption": ("permanence.placed_for_adoption",),
        "Date of Adoption Order": ("permanence.order_made",),
        "Date of Decision that Child Should No Longer be Placed for Adoption": (
            "permanence.decision_reversed",
        ),
        "Reason Why Child No Longer Placed for Adoption": ("permanence.reversal_reason",),
        "Date the child was placed for fostering in FFA or concurrent planning placement": (
            "permanence.placed_fostering_for_adoption",
        ),
    },
    11: {
        "Individual adopter identifier": ("prospective_adopters.adopter",),
        "Family identifier": ("prospective_adopters.adopting_family",),
        "Gender": ("prospective_adopters.sex",),
        "Ethnicity": ("prospective_adopters.ethnicity",),
        "Disability": ("prospective_adopters.disabled",),
        "Is the (prospective) adopter fostering for adoption?": (
            "prospective_adopters.fostering_for_adoption",
        ),
        "Date enquiry received": ("prospective_adopters.enquired",),
        "Date Stage 1 started": ("prospective_adopters.stage_one_started",),
        "Date Stage 1 ended": ("prospective_adopters.stage_one_ended",),
        "Date Stage 2 started": ("prospective_adopters.stage_two_started",),
        "Date Stage 2 ended": ("prospective_adopters.stage_two_ended",),
        "Date application submitted": ("prospective_adopters.applied",),
        "Date application approved": ("prospective_adopters.approved",),
        "Date adopter matched with child(ren)": ("prospective_adopters.matched",),
        "Date child/children placed with adopter(s)": ("prospective_adopters.child_placed",),
        "No. of children placed": ("prospective_adopters.children_placed",),
        "Date of Adoption Order": ("prospective_adopters.order_made",),
        "Date of leaving adoption process": ("prospective_adopters.left_on",),
        "Reason for leaving adoption process": ("prospective_adopters.leaving_reason",),
    },
}

# By list: headings that the specification does not require of every row.
NOT_REQUIRED: dict[int, frozenset[str]] = {
    1: frozenset({"Date of Birth"}),
    2: frozenset({"Date of Birth", "Assessment completion date"}),
    3: frozenset({"Date of Birth"}),
    4: frozenset(
        {
            "Date of Birth",
            "Continuous Assessment Date of Authorisation",
            "Was the child assessed as requiring LA children's social care support?",
        }
    ),
    5: frozenset(
        {
            "Date of Birth",
            "Was an Initial Child Protection Conference deemed unnecessary?",
            "Date of Initial Child Protection Conference",
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        }
    ),
    6: frozenset(
        {
            "Date of Birth",
            "CIN Start Date",
            "Date Child Was Last Seen",
            "CIN Closure Date",
            "Reason for Closure",
        }
    ),
    7: frozenset(
        {
            "Date of Birth",
            "Date of the Last Statutory Visit",
            "Was the Child Seen Alone?",
            "Date of latest review conference",
            "Child Protection Plan End Date",
        }
    ),
    8: frozenset(
        {
            "Date of Birth",
            "Date of Latest Statutory Review",
            "Date of Last Social Work Visit",
            "What is the permanence plan for this child?",
            "Date of Last IRO Visit / Contact to the Child",
            "Date of Last Health Assessment",
            "Date of Last Dental Check",
            "Date Ceased to be Looked After",
            "Reason Ceased to be Looked After",
            "URN of Placement",
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        }
    ),
    9: frozenset(
        {
            "Date of Birth",
            "Latest Pathway Plan Review Date",
            "Latest Date of Contact",
            "Type of Accommodation",
            "Suitability of Accommodation",
            "Activity Status",
        }
    ),
    10: frozenset(HEADINGS[10][1])
    - {
        CHILD,
        "Gender",
        "Ethnicity",
        "Age of Child (Years)",
        "Does the Child have a Disability",
        "Date the Child Entered Care",
        "Date of Decision that Child Should be Placed for Adoption",
    },
    11: frozenset(HEADINGS[11][1][1:])
    - {
        "Gender",
        "Ethnicity",
        "Disability",
        "Is the (prospective) adopter fostering for adoption?",
        "Date enquiry received",
    },
}


def filled_from(number: int, heading: str) -> From | str:
    """The record columns that fill a heading of a list, or the sentence why none can."""
    return BY_LIST[number].get(heading) or WHO[heading]


def why_empty(tells: Callable[[str], bool], number: int, heading: str) -> str:
    """Why the records cannot fill a heading of a list; "" where they can.

    ``tells`` says whether any source fills a column, such as "placements.postcode".
    """
    places = filled_from(number, heading)
    if isinstance(places, str):
        return places
    if any(tells(place) for place in places):
        return ""
    return f"No source in this workspace fills {' or '.join(places)}."


def columns_read() -> dict[str, frozenset[str]]:
    """By record table: every column that any list needs, those that tell rows apart included."""
    found: dict[str, set[str]] = {"workers": {"worker", "name"}}
    for number, (_, headings) in HEADINGS.items():
        for heading in headings:
            places = filled_from(number, heading)
            for place in () if isinstance(places, str) else places:
                table, column = place.split(".")
                found.setdefault(table, set()).add(column)
    found["enquiries"].add("enquiry")
    return {
        name: frozenset(columns | ({"child"} & set(TABLES[name].column_names)))
        for name, columns in found.items()
    }
