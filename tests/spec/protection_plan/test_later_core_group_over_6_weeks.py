"""Worked examples: next core group not held within six weeks."""

from sightline.rules.protection_plan.later_core_group_over_6_weeks import (
    LATER_CORE_GROUP_OVER_6_WEEKS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Six weeks to the day are in time, the day after is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
                Ben 1  | Ben   | 2021-02-22 |
            """,
            "core_groups": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
                Asha  | Asha 1 | 2021-04-15
                Ben   | Ben 1  | 2021-03-04
                Ben   | Ben 1  | 2021-04-16
            """,
        },
        on="2021-04-30",
        shows={
            "Asha 2021-03-04": ("in time", {"due": "2021-04-15", "met": "2021-04-15"}),
            "Asha 2021-04-15": "still in time",
            "Ben 2021-03-04": ("late", {"opens": "2021-04-16", "closes": "2021-04-16"}),
            "Ben 2021-04-16": "still in time",
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
                Ben 1  | Ben   | 2021-02-22 |
                Cai 1  | Cai   | 2021-02-22 |
            """,
            "core_groups": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
                Ben   | Ben 1  | 2021-03-05
                Ben   |        | 2021-03-05
                Cai   | Cai 1  |
            """,
        },
        on="2021-04-16",
        shows={
            "Asha": ("overdue", {"opens": "2021-04-16"}),
            "Ben": ("still in time", {"due": "2021-04-16"}),
            "Cai": "nothing",
        },
        why="Cai has had no core group yet: the first one is a rule of its own.",
    )


def test_the_end_of_the_plan_lapses_it(worked_example):
    """A plan that ends by the due day asks for no further core group; after that it was late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 | 2021-04-15
                Ben 1  | Ben   | 2021-02-22 | 2021-04-19
                Cai 1  | Cai   | 2021-02-22 | 2021-04-12
            """,
            "core_groups": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
                Ben   | Ben 1  | 2021-03-04
                Cai   | Cai 1  | 2021-03-04
                Cai   | Cai 1  | 2021-04-12
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-04-15"}),
            "Ben": ("late", {"opens": "2021-04-16", "closes": "2021-04-19"}),
            "Cai": ("in time", {"met": "2021-04-12"}),
        },
        why="Cai's last core group was on the day the plan ended, and starts no clock.",
    )


def test_a_council_may_meet_more_often(worked_example):
    """A council that meets monthly sets its own limit."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
            """,
            "core_groups": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
            """,
        },
        on="2021-04-02",
        shows={"Asha": ("overdue", {"due": "2021-04-01"})},
        local_standards={"COR-02": 4},
    )
