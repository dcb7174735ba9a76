"""Worked examples: second enquiry in a year with no change of plan."""

from sightline.rules.enquiry_and_conference.two_enquiries_without_change import (
    TWO_ENQUIRIES_WITHOUT_CHANGE as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """A second enquiry on the anniversary of the first is within the year, a day later it is not."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Asha  | 2022-03-04
                Ben   | 2021-03-04
                Ben   | 2022-03-05
                Cai   | 2021-03-04
                Cai   | 2021-03-04
            """,
        },
        on="2022-03-31",
        shows={"Asha": ("open", {"opens": "2022-03-04"}), "Ben": "nothing", "Cai": "nothing"},
        evidence={"Asha": {"earlier enquiry started": "2021-03-04"}},
        why="Cai's two records of one day are one enquiry.",
    )


def test_a_change_of_plan_since_the_first(worked_example):
    """A plan or care that began from the first enquiry on, up to the second, is a change."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Asha  | 2021-09-06
                Ben   | 2021-03-04
                Ben   | 2021-09-06
                Cai   | 2021-03-04
                Cai   | 2021-09-06
                Dina  | 2021-03-04
                Dina  | 2021-09-06
            """,
            "protection_plans": """
                child | started    | ended
                Asha  | 2021-03-04 | 2021-06-01
                Dina  | 2021-03-03 |
            """,
            "child_in_need_plans": """
                child | started    | ended
                Ben   | 2021-05-04 |
            """,
            "care_episodes": """
                child | started    | ended
                Cai   | 2021-09-06 |
            """,
        },
        on="2021-09-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "nothing", "Dina": "open"},
        why="Dina's plan began before the first enquiry and ran all the while. Cai came into care on the day of the second.",
    )


def test_a_later_plan_closes_it(worked_example):
    """A plan begun after the second enquiry closes the concern."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Asha  | 2021-09-06
                Ben   | 2021-03-04
                Ben   | 2021-09-06
            """,
            "child_in_need_plans": """
                child | started    | ended
                Asha  | 2021-10-04 |
                Asha  | 2021-12-06 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": ("closed", {"closes": "2021-10-04"}), "Ben": "open"},
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """Without a change the concern closes after six months, and a third enquiry is one of its own."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-04
                Asha  | 2021-09-06
                Ben   | 2021-03-04
                Ben   | 2021-09-07
                Ben   | 2021-11-08
            """,
        },
        on="2022-03-06",
        shows={
            "Asha": ("closed", {"closes": "2022-03-06"}),
            "Ben 2021-09-07": "open",
            "Ben 2021-11-08": ("open", {"opens": "2021-11-08"}),
        },
    )
