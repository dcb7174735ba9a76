"""Worked examples: help ended within three months of the protection plan."""

from sightline.rules.protection_plan.step_down_plan_ended_early import (
    STEP_DOWN_PLAN_ENDED_EARLY as RULE,
)


def test_the_last_day_is_long_enough(worked_example):
    """Help that ends three months after the plan, to the day, is long enough; a day sooner it is not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 | 2021-12-02
                Ben 2  | Ben   | 2021-09-02 | 2021-12-01
                Cai 2  | Cai   | 2021-09-02 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-12-01"}), "Cai": "nothing"},
        evidence={
            "Ben": {"help expected until": "2021-12-02", "protection plan ended": "2021-09-02"}
        },
    )


def test_what_closes_it(worked_example):
    """A new plan of either kind or entry to care closes the concern, and so does a year after the protection plan ended."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Dina 1 | Dina  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Efa 1  | Efa   | 2020-09-07 | 2021-09-03 | no longer at risk of significant harm
                Ben 3  | Ben   | 2022-02-07 |            |
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 | 2021-11-01
                Asha 3 | Asha  | 2022-01-10 |
                Ben 2  | Ben   | 2021-09-02 | 2021-11-01
                Cai 2  | Cai   | 2021-09-02 | 2021-11-01
                Dina 2 | Dina  | 2021-09-02 | 2021-11-01
                Efa 2  | Efa   | 2021-09-03 | 2021-11-01
            """,
            "care_episodes": """
                child | started    | ended
                Cai   | 2022-03-07 |
            """,
        },
        on="2022-09-02",
        shows={
            "Asha": ("closed", {"closes": "2022-01-10"}),
            "Ben": ("closed", {"closes": "2022-02-07"}),
            "Cai": ("closed", {"closes": "2022-03-07"}),
            "Dina": ("closed", {"closes": "2022-09-02"}),
            "Efa": "open",
        },
    )


def test_help_that_became_something_more(worked_example):
    """Help that ended because a protection plan or care took its place was not stopped."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Asha 3 | Asha  | 2021-11-01 |            |
                Cai 3  | Cai   | 2022-02-01 |            |
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 | 2021-11-01
                Ben 2  | Ben   | 2021-09-02 | 2021-11-01
                Cai 2  | Cai   | 2021-09-02 | 2021-11-01
            """,
            "care_episodes": """
                child | started    | ended
                Ben   | 2021-10-25 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "open"},
    )


def test_which_plan_is_help_after(worked_example):
    """A child in need plan that ended with the protection plan, or before, was no help after it."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | transferred to another council
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-08-02 | 2021-09-02
                Ben 2  | Ben   | 2021-08-02 | 2021-09-03
                Cai 2  | Cai   | 2021-08-02 | 2021-09-03
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-09-03"}), "Cai": "nothing"},
        why="Cai's plan ended by transfer, which is left out.",
    )
