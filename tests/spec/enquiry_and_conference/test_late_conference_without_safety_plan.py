"""Worked examples: late conference with no reason or no interim safety plan."""

from sightline.rules.enquiry_and_conference.late_conference_without_safety_plan import (
    LATE_CONFERENCE_WITHOUT_SAFETY_PLAN as RULE,
)


def test_what_is_asked_of_a_late_conference(worked_example):
    """A late conference needs a reason and an interim safety plan."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Ben   | 2021-03-04
                Cai   | 2021-03-04
                Dina  | 2021-03-04
                Efa   | 2021-03-04
            """,
            "initial_conferences": """
                child | held       | late_reason | interim_safety_plan
                Asha  | 2021-03-26 | family ill  | yes
                Ben   | 2021-03-26 |             | yes
                Cai   | 2021-03-26 | family ill  | no
                Dina  | 2021-03-26 | family ill  |
                Efa   | 2021-03-26 |             |
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-03-26"}),
            "Cai": "open",
            "Dina": "cannot tell",
            "Efa": "open",
        },
        evidence={
            "Cai": {
                "reason it was late": "family ill",
                "interim safety plan": False,
                "conference due": "2021-03-25",
            }
        },
    )


def test_a_conference_in_time_needs_neither(worked_example):
    """A conference held on the fifteenth working day is not asked; a day later it is."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Ben   | 2021-03-04
            """,
            "initial_conferences": """
                child | held       | late_reason | interim_safety_plan
                Asha  | 2021-03-25 |             | no
                Ben   | 2021-03-26 |             | no
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "open"},
    )


def test_two_records_of_one_conference(worked_example):
    """Where a conference is recorded twice, what one of them says is enough."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Ben   | 2021-03-04
            """,
            "initial_conferences": """
                child | held       | late_reason | interim_safety_plan
                Asha  | 2021-03-26 | no quorum   | yes
                Asha  | 2021-03-26 |             | no
                Ben   | 2021-03-26 | family ill  | no
                Ben   | 2021-03-26 | no quorum   | no
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "open"},
        evidence={"Ben": {"reason it was late": "family ill"}},
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """The concern closes six months after the conference was held."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Ben   | 2021-03-04
                Cai   | 2021-03-04
            """,
            "initial_conferences": """
                child | held       | interim_safety_plan
                Asha  | 2021-03-26 | no
                Ben   | 2021-03-29 | no
            """,
        },
        on="2021-09-26",
        shows={"Asha": ("closed", {"closes": "2021-09-26"}), "Ben": "open", "Cai": "nothing"},
        why="Cai's conference has not been held: the rule on 15 working days shows that.",
    )
