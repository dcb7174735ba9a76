"""Worked examples: no child in need plan after a protection plan ended."""

from sightline.rules.protection_plan.step_down_plan_not_made import (
    STEP_DOWN_PLAN_NOT_MADE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A plan in place on the fifth working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-09 | 2021-12-01
                Asha 3 | Asha  | 2022-01-10 |
                Ben 2  | Ben   | 2021-09-10 |
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"due": "2021-09-09", "met": "2021-09-09"}),
            "Ben": ("late", {"opens": "2021-09-10", "closes": "2021-09-10"}),
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-03 | no longer at risk of significant harm
            """,
        },
        on="2021-09-10",
        shows={
            "Asha": ("overdue", {"opens": "2021-09-10"}),
            "Ben": ("still in time", {"due": "2021-09-10"}),
        },
    )


def test_a_plan_that_ran_already(worked_example):
    """A child in need plan that ran already and ran on meets it at once; one that ended with it does not."""
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
                Asha 2 | Asha  | 2021-08-02 |
                Ben 2  | Ben   | 2021-08-02 | 2021-09-02
                Cai 2  | Cai   | 2021-08-02 | 2021-09-03
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"met": "2021-09-02"}),
            "Ben": "overdue",
            "Cai": ("in time", {"met": "2021-09-02"}),
        },
    )


def test_back_before_it_was_due(worked_example):
    """A new protection plan or entry to care lapses the duty, and so does a year."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Asha 2 | Asha  | 2021-09-06 |            |
            """,
            "care_episodes": """
                child | started    | ended
                Ben   | 2021-09-09 |
            """,
        },
        on="2022-09-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-06"}),
            "Ben": ("no longer required", {"lapses": "2021-09-09"}),
            "Cai": ("late", {"closes": "2022-09-02"}),
        },
    )


def test_endings_that_are_left_out(worked_example):
    """A plan that ended by entry to care or transfer asks for no plan after it, nor does one that runs."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | entered care
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | transferred to another council
                Cai 1  | Cai   | 2020-09-07 |            |
                Dina 1 | Dina  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "nothing", "Dina": "overdue"},
    )
