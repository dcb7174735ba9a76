"""Worked examples: signs of neglect gather over years with no protective action."""

from sightline.rules.neglect_and_domestic_abuse.cumulative_neglect import (
    CUMULATIVE_NEGLECT as RULE,
)


def findings_of(*children: str) -> str:
    """Neglect found of each child in June 2018, February 2019, November 2019 and February 2021."""
    days = ("2018-06-11", "2019-02-04", "2019-11-18", "2021-02-01")
    rows = [f"{child} | {day} | 16A" for child in children for day in days]
    return "\n".join(["child | found | factor", *rows])


def test_three_years_to_the_day(worked_example):
    """The fourth sign within 3 years opens the concern, the anniversary included."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2018-06-11 | 16A
                Asha  | 2019-02-04 | 16A
                Asha  | 2019-11-18 | 16A
                Asha  | 2021-06-11 | 16A
                Ben   | 2018-06-11 | 16A
                Ben   | 2019-02-04 | 16A
                Ben   | 2019-11-18 | 16A
                Ben   | 2021-06-12 | 16A
                Cai   | 2018-06-11 | 16A
                Cai   | 2019-02-04 | 16A
                Cai   | 2019-11-18 | 17A
                Cai   | 2021-06-11 | 16A
            """
        },
        on="2021-06-11",
        shows={"Asha": ("open", {"opens": "2021-06-11"}), "Ben": "nothing", "Cai": "nothing"},
        evidence={"Asha": {"first sign": "2018-06-11", "this sign": "2021-06-11"}},
        why="What was found of Cai in 2019 was emotional abuse.",
    )


def test_referrals_once_neglect_is_known(worked_example):
    """Referrals for abuse or neglect count from the day neglect was first known."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2020-06-08 | 16A
                Asha  | 2020-12-07 | 16A
                Ben   | 2020-06-08 | 16A
                Cai   | 2020-06-08 | 16A
            """,
            "referrals": """
                child | received   | primary_need
                Asha  | 2020-09-07 | N1
                Asha  | 2021-03-01 | N1
                Ben   | 2020-06-07 | N1
                Ben   | 2020-09-07 | N1
                Ben   | 2021-03-01 | N1
                Cai   | 2020-09-07 | N1
                Cai   | 2020-12-07 | N4
                Cai   | 2021-03-01 | N1
                Dev   | 2020-06-08 | N1
                Dev   | 2020-09-07 | N1
                Dev   | 2020-12-07 | N1
                Dev   | 2021-03-01 | N1
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("open", {"opens": "2021-03-01"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        why="Of Dev nobody ever found neglect: N1 covers abuse as well.",
    )


def test_a_plan_for_neglect_left_behind(worked_example):
    """The day after a plan for neglect ended is a sign; a plan for other harm is none."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                child | started    | ended      | initial_category
                Asha  | 2018-01-08 | 2019-03-04 | NEG
                Ben   | 2018-01-08 | 2019-03-04 | EMO
                Cai   | 2018-01-08 | 2019-03-04 | NEG
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2019-09-02 | 16A
                Asha  | 2020-03-02 | 16A
                Ben   | 2019-09-02 | 16A
                Ben   | 2020-03-02 | 16A
            """,
            "referrals": """
                child | received   | primary_need
                Asha  | 2020-09-07 | N1
                Ben   | 2020-09-07 | N1
                Cai   | 2019-03-05 | N1
                Cai   | 2019-09-02 | N1
                Cai   | 2020-03-02 | N1
            """,
        },
        on="2020-12-31",
        shows={"Asha": ("open", {"opens": "2020-09-07"}), "Ben": "nothing", "Cai": "nothing"},
        evidence={"Asha": {"first sign": "2019-03-05"}},
        why="Cai's referral on the day after his plan ended is one sign with it.",
    )


def test_protective_action_since_the_first(worked_example):
    """A protection plan, a legal planning meeting or care from the first sign on is an answer."""
    worked_example(
        RULE,
        {
            "assessment_factors": findings_of("Asha", "Ben", "Cai", "Dev", "Eli"),
            "protection_plans": """
                child | started    | ended      | initial_category
                Asha  | 2018-01-08 | 2018-06-11 | PHY
                Dev   | 2018-01-08 | 2018-06-10 | PHY
            """,
            "legal_planning_meetings": """
                child | held
                Ben   | 2019-06-03
            """,
            "care_episodes": """
                child | started
                Cai   | 2021-02-01
            """,
            "child_in_need_plans": """
                child | started
                Eli   | 2018-07-02
            """,
        },
        on="2021-02-28",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": ("open", {"opens": "2021-02-01"}),
            "Eli": "open",
        },
        why="Help as a child in need did not protect Eli from what was found again.",
    )


def test_what_closes_it(worked_example):
    """The first protective action closes the concern; without any it leaves the view."""
    worked_example(
        RULE,
        {
            "assessment_factors": findings_of("Asha", "Ben", "Cai", "Dev"),
            "protection_plans": """
                child | started    | initial_category
                Asha  | 2021-03-01 | NEG
            """,
            "legal_planning_meetings": """
                child | held
                Ben   | 2021-03-01
                Ben   | 2021-04-12
            """,
            "care_episodes": """
                child | started
                Cai   | 2021-03-01
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("closed", {"opens": "2021-02-01", "closes": "2021-03-01"}),
            "Ben": ("closed", {"closes": "2021-03-01"}),
            "Cai": ("closed", {"closes": "2021-03-01"}),
            "Dev": ("closed", {"closes": "2021-06-12"}),
        },
        evidence={"Asha": {"protected, or out of view": "2021-03-01"}},
    )


def test_the_councils_own_number(worked_example):
    """A council may ask at the third sign."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2020-06-08 | 16A
                Asha  | 2020-09-07 | 16A
                Asha  | 2021-02-01 | 16A
                Ben   | 2020-06-08 | 16A
                Ben   | 2021-02-01 | 16A
            """
        },
        on="2021-02-28",
        shows={"Asha": ("open", {"opens": "2021-02-01"}), "Ben": "nothing"},
        local_standards={"NEG-01": 3},
    )
