"""The lists of Annex A: which list fills which record table, column by column."""

from sightline.sources.mapping import Fill, Take
from sightline.sources.words import code, harm, sex, yes_no

CHILD = "Child Unique ID"
ONLY_LATEST = "Annex A tells only the latest"
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
            CHILDREN,
            Fill(
                "care_episodes",
                (
                    _child(),
                    Take("entered_care", ("Date Started to be Looked After",)),
                    Take("started", ("Date Started to be Looked After",)),
                    Take("ended", ("Date Ceased to be Looked After",)),
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
                ),
                only_where="started",
                partly=dict.fromkeys(("started", "type", "provider", "home_urn"), ONLY_LATEST),
            ),
        ),
    ),
    "Eligibility Category": ("List 9", (CHILDREN,)),
    "Date of Decision that Child Should be Placed for Adoption": ("List 10", (CHILDREN,)),
}
NOT_KEPT = {
    "Organisation completing assessment": "List 2 (early help assessments)",
    "Individual adopter identifier": "List 11 (prospective adopters)",
}
