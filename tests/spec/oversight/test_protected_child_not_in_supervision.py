"""Worked examples: child on a protection plan not talked through in supervision."""

from sightline.rules.oversight.protected_child_not_in_supervision import (
    PROTECTED_CHILD_NOT_IN_SUPERVISION as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Two months to the day is in time, the day after is late; each session starts the clock anew."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-06 |
                Ben 1  | Ben   | 2021-07-06 |
            """,
            "supervision": """
                child | held
                Asha  | 2021-09-06
                Ben   | 2021-09-07
                Ben   | 2021-09-07
            """,
        },
        on="2021-11-06",
        shows={
            "Asha 2021-07-06": ("in time", {"due": "2021-09-06", "met": "2021-09-06"}),
            "Asha 2021-09-06": ("still in time", {"due": "2021-11-06"}),
            "Ben 2021-07-06": ("late", {"opens": "2021-09-07", "closes": "2021-09-07"}),
            "Ben 2021-09-07": "still in time",
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day there is still time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-06 |
                Ben 1  | Ben   | 2021-07-07 |
            """
        },
        on="2021-09-07",
        shows={
            "Asha": ("overdue", {"due": "2021-09-06", "opens": "2021-09-07"}),
            "Ben": ("still in time", {"due": "2021-09-07"}),
        },
    )


def test_sessions_before_and_after_the_plan(worked_example):
    """Sessions before the plan do not count for it, and its end lapses the clock."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-06 |
                Ben 1  | Ben   | 2021-07-06 | 2021-09-06
                Cai 1  | Cai   | 2021-07-06 | 2021-09-20
                Dev 1  | Dev   | 2021-07-06 | 2021-08-02
            """,
            "supervision": """
                child | held
                Asha  | 2021-07-05
                Cai   | 2021-09-27
                Dev   | 2021-08-02
                Ewa   | 2021-08-02
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("overdue", {"starts": "2021-07-06"}),
            "Ben": ("no longer required", {"lapses": "2021-09-06"}),
            "Cai": ("late", {"opens": "2021-09-07", "closes": "2021-09-20"}),
            "Dev": ("in time", {"met": "2021-08-02"}),
            "Ewa": "nothing",
        },
        why="Ewa was never on a plan.",
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans of one child are one plan, from the earliest start to the latest end."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-06 | 2021-08-30
                Asha 2 | Asha  | 2021-08-02 |
            """
        },
        on="2021-09-30",
        shows={"Asha 2021-07-06": ("overdue", {"due": "2021-09-06"})},
        evidence={"Asha 2021-07-06": {"second record of the plan from": "2021-08-02"}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that talks each child through every month is judged by its own limit."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-31 |
            """
        },
        on="2021-09-01",
        shows={"Asha": ("overdue", {"due": "2021-08-31"})},
        local_standards={"SUP-04": 1},
    )
