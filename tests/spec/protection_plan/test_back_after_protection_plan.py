"""Worked examples: back on a plan, under enquiry or in care within a year."""

from sightline.rules.protection_plan.back_after_protection_plan import (
    BACK_AFTER_PROTECTION_PLAN as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """An enquiry on the anniversary of the ending is within the year, a day later it is not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
            "enquiries": """
                child | started
                Asha  | 2022-09-02
                Ben   | 2022-09-03
            """,
        },
        on="2022-09-30",
        shows={"Asha": ("open", {"opens": "2022-09-02"}), "Ben": "nothing"},
    )


def test_three_ways_back(worked_example):
    """A new plan, an enquiry or entry to care: the first of them opens the concern."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Asha 2 | Asha  | 2022-01-10 |            |
            """,
            "enquiries": """
                child | started
                Asha  | 2022-01-17
                Ben   | 2022-02-07
                Ben   | 2022-03-07
                Cai   | 2021-03-01
            """,
            "care_episodes": """
                child | started    | ended
                Cai   | 2022-03-07 |
            """,
        },
        on="2022-06-30",
        shows={
            "Asha 2020-09-07": ("open", {"opens": "2022-01-10"}),
            "Ben": ("open", {"opens": "2022-02-07"}),
            "Cai": ("open", {"opens": "2022-03-07"}),
        },
        evidence={
            "Asha 2020-09-07": {"next plan started": "2022-01-10", "enquiry started": "2022-01-17"}
        },
        why="Cai's enquiry came while the plan ran.",
    )


def test_it_stays_in_view_for_a_year(worked_example):
    """The concern closes a year after the child came back."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
            "enquiries": """
                child | started
                Asha  | 2022-02-07
                Ben   | 2022-02-08
            """,
        },
        on="2023-02-07",
        shows={"Asha": ("closed", {"closes": "2023-02-07"}), "Ben": "open"},
    )


def test_on_the_very_day(worked_example):
    """An enquiry on the day the plan ended counts; entry to care on that day is another kind of ending."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | entered care
            """,
            "enquiries": """
                child | started
                Asha  | 2021-09-02
                Cai   | 2021-10-04
            """,
            "care_episodes": """
                child | started    | ended
                Ben   | 2021-09-02 |
            """,
        },
        on="2021-10-31",
        shows={"Asha": ("open", {"opens": "2021-09-02"}), "Ben": "nothing", "Cai": "nothing"},
    )
