"""The lists of Annex A: which list fills which record table, column by column."""

from dataclasses import replace

from sightline.sources.headings_of_annex_a import CHILD
from sightline.sources.mapping import Fill, Take, Translate
from sightline.sources.words import (
    code,
    eligibility,
    harm,
    only_yes,
    sex,
    suitability,
    the_opposite,
    yes_no,
)

ONLY_LATEST = "Annex A tells only the latest"
ONLY_LISTS_8_AND_9 = "Annex A tells it only of children in care and care leavers"
ONLY_LIST_6 = "Annex A tells it only of children on list 6"


def _child() -> Take:
    return Take("child", (CHILD, "Unique ID"))


CHILDREN = Fill(
    "children",
    (
        _child(),
        Take("sex", ("Gender", "Sex"), sex),
        Take("ethnicity", ("Ethnicity",), code("ethnicity")),
        Take("born", ("Date of Birth",)),
        Take("disabled", ("Does the Child have a Disability",), yes_no),
    ),
    only_where="child",
)


def _with_whether_unaccompanied(heading: str, translate: Translate) -> Fill:
    take = Take("unaccompanied", (heading,), translate)
    return replace(
        CHILDREN, takes=(*CHILDREN.takes, take), partly={"unaccompanied": ONLY_LISTS_8_AND_9}
    )


def _latest(table: str, happened: str, heading: str, **always: str) -> Fill:
    """A list that gives only the day on which something last happened to a child in care."""
    return Fill(
        table,
        (_child(), Take(happened, (heading,))),
        only_where=happened,
        always=always,
        partly=dict.fromkeys((happened, *always), ONLY_LATEST),
    )


TEAM_AND_WORKER = (Take("team", ("Allocated Team",)), Take("worker", ("Allocated Worker",)))

# By the heading that only this list has: what it tells.
LISTS: dict[str, tuple[str, tuple[Fill, ...]]] = {
    "Date of Contact": (
        "List 1",
        (
            CHILDREN,
            Fill(
                "contacts",
                (
                    _child(),
                    Take("received", ("Date of Contact",)),
                    Take("source", ("Contact Source",), code("referral_source")),
                ),
            ),
        ),
    ),
    "Organisation completing assessment": (
        "List 2",
        (
            CHILDREN,
            Fill(
                "early_help_episodes",
                (
                    _child(),
                    Take("started", ("Assessment start date",)),
                    Take("ended", ("Assessment completion date",)),
                    Take("organisation", ("Organisation completing assessment",)),
                ),
                partly={"ended": "Annex A tells when the assessment was completed"},
            ),
        ),
    ),
    "Date of referral": (
        "List 3",
        (
            CHILDREN,
            Fill(
                "referrals",
                (
                    _child(),
                    Take("received", ("Date of referral",)),
                    Take("source", ("Referral Source",), code("referral_source")),
                    Take("no_further_action", ("Referral NFA?",), yes_no),
                    *TEAM_AND_WORKER,
                ),
            ),
        ),
    ),
    "Continuous Assessment Start Date": (
        "List 4",
        (
            CHILDREN,
            Fill(
                "assessments",
                (
                    _child(),
                    Take("started", ("Continuous Assessment Start Date",)),
                    Take("authorised", ("Continuous Assessment Date of Authorisation",)),
                    Take("child_seen", ("Child Seen During Continuous Assessment",), yes_no),
                    Take(
                        "no_further_action",
                        ("Was the child assessed as requiring LA children's social care support?",),
                        the_opposite,
                    ),
                    *TEAM_AND_WORKER,
                ),
            ),
        ),
    ),
    "Strategy discussion initiating Section 47 Enquiry Start Date": (
        "List 5",
        (
            CHILDREN,
            Fill(
                "enquiries",
                (
                    _child(),
                    Take(
                        "started",
                        ("Strategy discussion initiating Section 47 Enquiry Start Date",),
                    ),
                    Take(
                        "no_further_action",
                        ("Was an Initial Child Protection Conference deemed unnecessary?",),
                        yes_no,
                    ),
                    *TEAM_AND_WORKER,
                ),
                numbered=("enquiry",),
            ),
            Fill(
                "initial_conferences",
                (
                    _child(),
                    Take("held", ("Date of Initial Child Protection Conference",)),
                    Take(
                        "plan_agreed",
                        (
                            "Did the Initial Child Protection Conference Result in a Child "
                            "Protection Plan",
                        ),
                        yes_no,
                    ),
                ),
                only_where="held",
                numbered=("enquiry",),
            ),
        ),
    ),
    "CIN Start Date": (
        "List 6",
        (
            CHILDREN,
            Fill(
                "referrals",
                (
                    _child(),
                    Take("received", ("CIN Start Date",)),
                    Take("primary_need", ("Primary Need Code",), code("primary_need")),
                    Take("closed", ("CIN Closure Date",)),
                    Take("closure_reason", ("Reason for Closure",), code("closure_reason")),
                ),
                partly=dict.fromkeys(("primary_need", "closed", "closure_reason"), ONLY_LIST_6),
            ),
        ),
    ),
    "Child Protection Plan Start Date": (
        "List 7",
        (
            CHILDREN,
            Fill(
                "protection_plans",
                (
                    _child(),
                    Take("started", ("Child Protection Plan Start Date",)),
                    Take("ended", ("Child Protection Plan End Date",)),
                    Take("initial_category", ("Initial Category of Abuse",), harm),
                    Take("latest_category", ("Latest Category of Abuse",), harm),
                ),
                numbered=("plan",),
            ),
            Fill(
                "protection_visits",
                (
                    _child(),
                    Take("visited", ("Date of the Last Statutory Visit",)),
                    Take("seen_alone", ("Was the Child Seen Alone?",), yes_no),
                ),
                only_where="visited",
                numbered=("plan",),
                partly={"visited": ONLY_LATEST, "seen_alone": ONLY_LATEST},
            ),
            Fill(
                "review_conferences",
                (_child(), Take("held", ("Date of latest review conference",))),
                only_where="held",
                numbered=("plan",),
                partly={"held": ONLY_LATEST},
            ),
        ),
    ),
    "Date Started to be Looked After": (
        "List 8",
        (
            _with_whether_unaccompanied(
                "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
                only_yes,
            ),
            Fill(
                "care_episodes",
                (
                    _child(),
                    Take("entered_care", ("Date Started to be Looked After",)),
                    Take("started", ("Date Started to be Looked After",)),
                    Take("ended", ("Date Ceased to be Looked After",)),
                    Take("primary_need", ("Child's Category of Need",), code("primary_need")),
                    Take("legal_status", ("Child's Legal Status",), code("legal_status")),
                    Take(
                        "end_reason",
                        ("Reason Ceased to be Looked After",),
                        code("episode_end_reason"),
                    ),
                ),
                partly={"legal_status": ONLY_LATEST},
            ),
            Fill(
                "placements",
                (
                    _child(),
                    Take("started", ("Start Date of Most Recent Placement",)),
                    Take("type", ("Placement Type",), code("placement_type")),
                    Take("provider", ("Placement Provider",), code("placement_provider")),
                    Take("home_urn", ("URN of Placement",)),
                    Take("postcode", ("Placement postcode",)),
                    Take("council", ("LA of Placement",)),
                ),
                only_where="started",
                partly=dict.fromkeys(
                    ("started", "type", "provider", "home_urn", "postcode", "council"), ONLY_LATEST
                ),
            ),
            _latest("care_visits", "visited", "Date of Last Social Work Visit", child_seen="yes"),
            _latest("care_reviews", "held", "Date of Latest Statutory Review"),
            _latest(
                "reviewing_officer_contacts",
                "contacted",
                "Date of Last IRO Visit / Contact to the Child",
            ),
            _latest(
                "health_checks",
                "checked",
                "Date of Last Health Assessment",
                kind="health assessment",
                status="completed",
            ),
            _latest(
                "health_checks",
                "checked",
                "Date of Last Dental Check",
                kind="dental check",
                status="completed",
            ),
        ),
    ),
    "Eligibility Category": (
        "List 9",
        (
            _with_whether_unaccompanied(
                "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
                yes_no,
            ),
            Fill(
                "care_leavers",
                (
                    _child(),
                    Take("eligibility", ("Eligibility Category",), eligibility),
                    Take("in_touch", ("LA in Touch",), code("in_touch")),
                    Take("latest_contact", ("Latest Date of Contact",)),
                    Take("pathway_plan_reviewed", ("Latest Pathway Plan Review Date",)),
                    Take("accommodation", ("Type of Accommodation",), code("accommodation")),
                    Take("accommodation_suitable", ("Suitability of Accommodation",), suitability),
                    Take("activity", ("Activity Status",), code("activity")),
                    Take("personal_adviser", ("Allocated Personal Advisor",)),
                    *TEAM_AND_WORKER,
                ),
            ),
        ),
    ),
    "Date of Decision that Child Should be Placed for Adoption": (
        "List 10",
        (
            CHILDREN,
            Fill(
                "permanence",
                (
                    _child(),
                    Take("decided", ("Date of Decision that Child Should be Placed for Adoption",)),
                    Take("placement_order", ("Date of Placement Order",)),
                    Take("matched", ("Date of Matching Child and Prospective Adopters",)),
                    Take("placed_for_adoption", ("Date Placed for Adoption",)),
                    Take("order_made", ("Date of Adoption Order",)),
                    Take(
                        "decision_reversed",
                        ("Date of Decision that Child Should No Longer be Placed for Adoption",),
                    ),
                    Take(
                        "reversal_reason",
                        ("Reason Why Child No Longer Placed for Adoption",),
                        code("adoption_reversal"),
                    ),
                    Take(
                        "placed_fostering_for_adoption",
                        (
                            "Date the child was placed for fostering in FFA or concurrent "
                            "planning placement",
                        ),
                    ),
                ),
                only_where="decided",
            ),
        ),
    ),
    "Individual adopter identifier": (
        "List 11",
        (
            Fill(
                "prospective_adopters",
                (
                    Take("adopter", ("Individual adopter identifier",)),
                    Take("adopting_family", ("Family identifier",)),
                    Take("sex", ("Gender", "Sex"), sex),
                    Take("ethnicity", ("Ethnicity",), code("ethnicity")),
                    Take("disabled", ("Disability",), yes_no),
                    Take(
                        "fostering_for_adoption",
                        ("Is the (prospective) adopter fostering for adoption?",),
                        yes_no,
                    ),
                    Take("enquired", ("Date enquiry received",)),
                    Take("stage_one_started", ("Date Stage 1 started",)),
                    Take("stage_one_ended", ("Date Stage 1 ended",)),
                    Take("stage_two_started", ("Date Stage 2 started",)),
                    Take("stage_two_ended", ("Date Stage 2 ended",)),
                    Take("applied", ("Date application submitted",)),
                    Take("approved", ("Date application approved",)),
                    Take("matched", ("Date adopter matched with child(ren)",)),
                    Take("child_placed", ("Date child/children placed with adopter(s)",)),
                    Take("children_placed", ("No. of children placed",)),
                    Take("order_made", ("Date of Adoption Order",)),
                    Take("left_on", ("Date of leaving adoption process",)),
                    Take("leaving_reason", ("Reason for leaving adoption process",)),
                ),
            ),
        ),
    ),
}
