"""Worked examples: first core group not held within 10 working days."""

from sightline.rules.protection_plan.first_core_group_over_10_days import (
    FIRST_CORE_GROUP_OVER_10_DAYS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The tenth working day after the plan started is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-04 |
            """,
            "core_groups": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-18
                Asha  | Asha 1 | 2021-04-20
                Ben   | Ben 1  | 2021-03-19
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("in time", {"due": "2021-03-18", "met": "2021-03-18"}),
            "Ben": ("late", {"opens": "2021-03-19", "closes": "2021-03-19"}),
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-05 |
            """,
            "core_groups": """
                child | plan   | due        | held
                Asha  | Asha 1 | 2021-03-18 |
            """,
        },
        on="2021-03-19",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-19"}),
            "Ben": ("still in time", {"due": "2021-03-19"}),
        },
        why="Asha's core group was booked and not held.",
    )


def test_the_end_of_the_plan_lapses_it(worked_example):
    """A plan that ends by the due day asks for no core group; after that it was late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-03-18
                Ben 1  | Ben   | 2021-03-04 | 2021-03-26
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-18"}),
            "Ben": ("late", {"opens": "2021-03-19", "closes": "2021-03-26"}),
        },
    )


def test_which_plan_a_core_group_belongs_to(worked_example):
    """A core group is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2020-03-04 | 2020-03-09
                Ben 2  | Ben   | 2021-03-04 |
                Cai 1  | Cai   | 2021-03-04 | 2021-03-12
                Cai 2  | Cai   | 2021-03-10 |
            """,
            "core_groups": """
                child | plan  | held
                Asha  |       | 2021-03-18
                Ben   | Ben 1 | 2021-03-10
                Cai   |       | 2021-03-18
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": "in time",
            "Ben 2020-03-04": "no longer required",
            "Ben 2021-03-04": "overdue",
            "Cai": ("in time", {"starts": "2021-03-04"}),
        },
        evidence={"Cai": {"second record of the plan from": "2021-03-10"}},
        why="Ben's core group lies outside the plan it names. Cai's two plans overlap and are one.",
    )
