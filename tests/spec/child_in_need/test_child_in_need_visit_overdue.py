"""Worked examples: child in need not seen in time."""

from sightline.rules.child_in_need.child_in_need_visit_overdue import (
    CHILD_IN_NEED_VISIT_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The twentieth working day after the plan starts is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """,
            "child_in_need_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-10-04 | yes
                Ben   | Ben 1  | 2021-10-05 | yes
            """,
        },
        on="2021-10-06",
        shows={
            "Asha 2021-09-06": ("in time", {"due": "2021-10-04", "met": "2021-10-04"}),
            "Asha 2021-10-04": "still in time",
            "Ben 2021-09-06": ("late", {"opens": "2021-10-05", "closes": "2021-10-05"}),
            "Ben 2021-10-05": "still in time",
        },
        why="Monday 6 September plus twenty working days is Monday 4 October.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day a visit is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-07 |
            """
        },
        on="2021-10-05",
        shows={
            "Asha": ("overdue", {"due": "2021-10-04", "opens": "2021-10-05"}),
            "Ben": ("still in time", {"due": "2021-10-05"}),
        },
    )


def test_the_child_must_have_been_seen(worked_example):
    """A visit at which the child was not seen neither meets nor starts a clock."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """,
            "child_in_need_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-20 | no
                Ben   | Ben 1  | 2021-09-20 |
            """,
        },
        on="2021-10-05",
        shows={"Asha": "overdue", "Ben": "overdue"},
        evidence={
            "Asha": {"visited but child not seen": "2021-09-20"},
            "Ben": {"visited but child not seen": None},
        },
    )


def test_the_end_of_the_plan_lapses_the_clock(worked_example):
    """A plan that ends by the due day asks for no further visit; after that it was late."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 | 2021-10-04
                Ben 1  | Ben   | 2021-09-06 | 2021-10-11
                Cai 1  | Cai   | 2021-09-06 | 2021-09-20
            """,
            "child_in_need_visits": """
                child | plan   | visited    | child_seen
                Cai   | Cai 1  | 2021-09-20 | yes
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-10-04"}),
            "Ben": ("late", {"opens": "2021-10-05", "closes": "2021-10-11"}),
            "Cai": ("in time", {"met": "2021-09-20"}),
        },
        why="Cai was seen on the last day of the plan, which starts no further clock.",
    )


def test_which_plan_a_visit_belongs_to(worked_example):
    """A visit is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-03-01 | 2021-03-05
                Ben 2  | Ben   | 2021-09-06 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Cai 1  | Cai   | 2021-09-06 |
            """,
            "child_in_need_visits": """
                child | plan  | visited    | child_seen
                Asha  |       | 2021-09-20 | yes
                Ben   | Ben 1 | 2021-09-20 | yes
            """,
        },
        on="2021-10-05",
        shows={
            "Asha 2021-09-06": "in time",
            "Asha 2021-09-20": "still in time",
            "Ben 2021-03-01": "no longer required",
            "Ben 2021-09-06": "overdue",
            "Cai": "nothing",
        },
        why="Cai is on a protection plan, whose visits are a rule of their own.",
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans of one child are one plan, from the earliest start to the latest end."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 | 2021-09-17
                Asha 2 | Asha  | 2021-09-13 |
            """
        },
        on="2021-10-05",
        shows={"Asha 2021-09-06": "overdue"},
        evidence={"Asha 2021-09-06": {"second record of the plan from": "2021-09-13"}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for a visit every 30 working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
            """
        },
        on="2021-10-05",
        shows={"Asha": ("still in time", {"due": "2021-10-18"})},
        local_standards={"CIN-01": 30},
    )
