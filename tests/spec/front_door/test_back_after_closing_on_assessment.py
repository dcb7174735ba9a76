"""Worked examples: closed after assessment and back within 6 months."""

from sightline.rules.front_door.back_after_closing_on_assessment import (
    BACK_AFTER_CLOSING_ON_ASSESSMENT as RULE,
)


def test_six_months_to_the_day(worked_example):
    """A referral up to 6 months after the closing is back soon, that day included."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed     | closure_reason
                Asha  | 2020-10-05 | 2020-11-12 | RC8
                Asha  | 2021-05-12 |            |
                Ben   | 2020-10-05 | 2020-11-12 | RC9
                Ben   | 2021-05-13 |            |
                Cai   | 2020-10-05 | 2020-11-12 | RC9
                Cai   | 2020-11-13 |            |
            """
        },
        on="2021-05-31",
        shows={
            "Asha": ("open", {"opens": "2021-05-12"}),
            "Ben": "nothing",
            "Cai": ("closed", {"opens": "2020-11-13", "closes": "2021-05-13"}),
        },
        evidence={"Asha": {"closed after assessment": "2020-11-12", "this referral": "2021-05-12"}},
    )


def test_which_closings_count(worked_example):
    """Only a closing after assessment of a referral that was taken on counts."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed     | closure_reason | no_further_action
                Asha  | 2021-01-04 | 2021-02-15 | RC7            | no
                Asha  | 2021-03-01 |            |                |
                Ben   | 2021-01-04 | 2021-01-05 | RC8            | yes
                Ben   | 2021-03-01 |            |                |
                Cai   | 2021-01-04 | 2021-02-15 | RC8            |
                Cai   | 2021-03-01 |            |                |
                Dev   | 2021-01-04 |            |                | no
                Dev   | 2021-03-01 |            |                | no
            """
        },
        on="2021-05-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "open", "Dev": "nothing"},
        why="Ben's was closed at once: nobody had assessed.",
    )


def test_the_day_of_closing_itself(worked_example):
    """A referral on the day of closing, or before it, has not come back."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed     | closure_reason
                Asha  | 2021-01-04 | 2021-02-15 | RC8
                Asha  | 2021-02-15 |            |
                Ben   | 2021-01-04 | 2021-02-15 | RC8
                Ben   | 2021-02-16 |            |
            """
        },
        on="2021-05-31",
        shows={"Asha": "nothing", "Ben": "open"},
    )


def test_the_latest_closing_is_shown(worked_example):
    """Of several closings the latest is shown; two referrals on one day are one."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed     | closure_reason
                Asha  | 2021-01-04 | 2021-02-15 | RC8
                Asha  | 2021-01-11 | 2021-02-22 | RC8
                Asha  | 2021-04-06 |            |
                Asha  | 2021-04-06 |            |
            """
        },
        on="2021-05-31",
        shows={"Asha": ("open", {"opens": "2021-04-06"})},
        evidence={"Asha": {"closed after assessment": "2021-02-22"}},
    )


def test_what_closes_it(worked_example):
    """A plan or care closes the concern, and a child who has one that day is none."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed     | closure_reason
                Asha  | 2021-01-04 | 2021-02-15 | RC8
                Asha  | 2021-03-01 |            |
                Ben   | 2021-01-04 | 2021-02-15 | RC8
                Ben   | 2021-03-01 |            |
                Cai   | 2021-01-04 | 2021-02-15 | RC8
                Cai   | 2021-03-01 |            |
            """,
            "child_in_need_plans": """
                child | started
                Asha  | 2021-04-06
            """,
            "protection_plans": """
                child | started
                Ben   | 2021-03-01
            """,
            "care_episodes": """
                child | started
                Cai   | 2021-05-04
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"closes": "2021-04-06"}),
            "Ben": "nothing",
            "Cai": ("closed", {"closes": "2021-05-04"}),
        },
    )
