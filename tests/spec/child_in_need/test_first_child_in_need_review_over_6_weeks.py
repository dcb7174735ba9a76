"""Worked examples: first review of a child in need plan not held within six weeks."""

from sightline.rules.child_in_need.first_child_in_need_review_over_6_weeks import (
    FIRST_CHILD_IN_NEED_REVIEW_OVER_6_WEEKS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Six weeks to the day are in time, the day after is late."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-04 |
            """,
            "child_in_need_reviews": """
                child | plan   | held
                Asha  | Asha 1 | 2021-04-15
                Asha  | Asha 1 | 2021-05-24
                Ben   | Ben 1  | 2021-04-16
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("in time", {"due": "2021-04-15", "met": "2021-04-15"}),
            "Ben": ("late", {"opens": "2021-04-16", "closes": "2021-04-16"}),
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-05 |
            """,
            "child_in_need_reviews": """
                child | plan   | due        | held
                Asha  | Asha 1 | 2021-04-15 |
            """,
        },
        on="2021-04-16",
        shows={
            "Asha": ("overdue", {"opens": "2021-04-16"}),
            "Ben": ("still in time", {"due": "2021-04-16"}),
        },
        why="Asha's review was booked and not held.",
    )


def test_the_end_of_the_plan_lapses_it(worked_example):
    """A plan that ends by the due day asks for no review; after that it was late."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-04-15
                Ben 1  | Ben   | 2021-03-04 | 2021-04-26
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-04-15"}),
            "Ben": ("late", {"opens": "2021-04-16", "closes": "2021-04-26"}),
        },
    )


def test_which_plan_a_review_belongs_to(worked_example):
    """A review is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2020-03-04 | 2020-03-12
                Ben 2  | Ben   | 2021-03-04 |
            """,
            "child_in_need_reviews": """
                child | plan  | held
                Asha  |       | 2021-04-12
                Ben   | Ben 1 | 2021-04-12
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": "in time",
            "Ben 2020-03-04": "no longer required",
            "Ben 2021-03-04": "overdue",
        },
    )
