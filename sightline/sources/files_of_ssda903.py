"""The files of the return on children looked after (SSDA903): which column of which file tells what."""

from dataclasses import replace

from sightline.sources.mapping import Fill, Take
from sightline.sources.words import accommodation, code, sex, suitability_beside_accommodation

ONLY_ADOPTED = "the return tells it only of children adopted in the year"
ONLY_IN_CARE = "the return tells workers of children in care only"

CHILD = Take("child", ("CHILD",))
WHO = Fill(
    "children",
    (
        CHILD,
        Take("born", ("DOB",)),
        Take("sex", ("SEX",), sex),
        Take("ethnicity", ("ETHNIC",), code("ethnicity")),
        Take("pupil_number", ("UPN",)),
    ),
)

# What a file says of its year and says no day of: the door adds these two columns.
YEAR_END = "YEAR_END"
BIRTHDAY = "BIRTHDAY_IN_THE_YEAR"

# By headings that only this file has: its name and what it tells.
FILES: dict[tuple[str, ...], tuple[str, tuple[Fill, ...]]] = {
    ("ETHNIC",): (
        "header",
        (
            Fill(
                "mothers",
                (CHILD, Take("her_child_born", ("MC_DOB",))),
                only_where="her_child_born",
            ),
            replace(WHO, takes=(*WHO.takes, Take("is_mother", ("MOTHER",)))),
        ),
    ),
    ("SDQ_SCORE",): (
        "health (OC2)",
        (
            WHO,
            Fill(
                "immunisations",
                (CHILD, Take("up_to_date", ("IMMUNISATIONS",)), Take("as_of", (YEAR_END,))),
                only_where="up_to_date",
            ),
        ),
    ),
    # The return asks how care leavers are on or about their birthday.
    ("ACCOM",): (
        "care leavers (OC3)",
        (
            WHO,
            Fill(
                "care_leavers",
                (
                    CHILD,
                    Take("as_of", (BIRTHDAY,)),
                    Take("in_touch", ("IN_TOUCH",), code("in_touch")),
                    Take("activity", ("ACTIV",), code("activity")),
                    Take("accommodation", ("ACCOM",), accommodation),
                    Take("accommodation_suitable", ("ACCOM",), suitability_beside_accommodation),
                ),
            ),
        ),
    ),
    ("DECOM", "RNE"): (
        "episodes",
        (
            Fill(
                "care_episodes",
                (
                    CHILD,
                    Take("started", ("DECOM",)),
                    Take("ended", ("DEC",)),
                    Take("start_reason", ("RNE",)),
                    Take("end_reason", ("REC",)),
                    Take("legal_status", ("LS",)),
                    Take("primary_need", ("CIN",)),
                ),
            ),
            Fill(
                "placements",
                (
                    CHILD,
                    Take("started", ("DECOM",)),
                    Take("ended", ("DEC",)),
                    Take("type", ("PLACE",)),
                    Take("provider", ("PLACE_PROVIDER",)),
                    Take("change_reason", ("REASON_PLACE_CHANGE",)),
                    Take("home_urn", ("URN",)),
                    Take("postcode", ("PL_POST",)),
                ),
            ),
        ),
    ),
    ("MIS_START",): (
        "missing",
        (
            WHO,
            Fill(
                "missing_episodes",
                (
                    CHILD,
                    Take("started", ("MIS_START",)),
                    Take("returned", ("MIS_END",)),
                    Take("type", ("MISSING",)),
                ),
            ),
        ),
    ),
    ("REVIEW", "REVIEW_CODE"): (
        "reviews",
        (
            WHO,
            Fill(
                "care_reviews",
                (CHILD, Take("held", ("REVIEW",)), Take("participation", ("REVIEW_CODE",))),
            ),
        ),
    ),
    ("DUC",): ("UASC", (replace(WHO, always={"unaccompanied": "yes"}),)),
    ("SW_DECOM",): (
        "social worker",
        (
            WHO,
            Fill(
                "allocations",
                (
                    CHILD,
                    Take("worker", ("SW_ID",)),
                    Take("started", ("SW_DECOM",)),
                    Take("ended", ("SW_DEC",)),
                    Take("change_reason", ("SW_REASON",)),
                ),
                always={"role": "social worker"},
                partly={"started": ONLY_IN_CARE},
            ),
        ),
    ),
    ("PREV_PERM",): (
        "previous permanence",
        (
            WHO,
            Fill(
                "previous_permanence",
                (
                    CHILD,
                    Take("ordered", ("DATE_PERM",)),
                    Take("option", ("PREV_PERM",)),
                    Take("council", ("LA_PERM",)),
                ),
                only_where="option",
            ),
        ),
    ),
    ("DATE_MATCH",): (
        "adoption (AD1)",
        (
            WHO,
            Fill(
                "permanence",
                (
                    CHILD,
                    Take("decided", ("DATE_INT",)),
                    Take("matched", ("DATE_MATCH",)),
                    Take("adopted_by_carer", ("FOSTER_CARE",)),
                    Take("adopters", ("NB_ADOPTR",)),
                    Take("adopter_sex", ("SEX_ADOPTR",)),
                    Take("adopter_status", ("LS_ADOPTR",)),
                ),
                partly=dict.fromkeys(
                    ("matched", "adopted_by_carer", "adopters", "adopter_sex", "adopter_status"),
                    ONLY_ADOPTED,
                ),
            ),
        ),
    ),
    ("DATE_PLACED",): (
        "placed for adoption",
        (
            WHO,
            Fill(
                "permanence",
                (
                    CHILD,
                    Take("decided", ("DATE_PLACED",)),
                    Take("decision_reversed", ("DATE_PLACED_CEASED",)),
                    Take("reversal_reason", ("REASON_PLACED_CEASED",)),
                ),
            ),
        ),
    ),
}
# Known, and not taken.
NOT_TAKEN = {"DOLO_START": "deprivation of liberty"}
TAKEN_IN_PART = {
    "health (OC2)": "its checks, questionnaires, substance misuse and convictions have no day and "
    "were left unread; immunisations are taken as of the end of its year"
}
SAME_THING = {
    "children": ("child",),
    "care_episodes": ("child", "started"),
    "placements": ("child", "started"),
    "missing_episodes": ("child", "started"),
    "care_reviews": ("child", "held"),
    "allocations": ("child", "worker", "started"),
    "previous_permanence": ("child", "option"),
    "permanence": ("child", "decided"),
    "mothers": ("child", "her_child_born"),
    "immunisations": ("child", "as_of"),
    "care_leavers": ("child", "as_of"),
}
HEADINGS = {name for names in FILES for name in names} | {
    name
    for _, fills in FILES.values()
    for one in fills
    for take in one.takes
    for name in take.names
}
