"""Worked examples: plan made before birth not reviewed within 20 working days of the birth."""

from sightline.rules.protection_plan.review_after_birth_over_20_days import (
    REVIEW_AFTER_BIRTH_OVER_20_DAYS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The twentieth working day after the birth is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2021-03-04
                Ben   | 2021-03-04
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-11 |
                Ben 1  | Ben   | 2021-01-11 |
            """,
            "review_conferences": """
                child | plan   | held
                Asha  | Asha 1 | 2021-04-01
                Asha  | Asha 1 | 2021-06-07
                Ben   | Ben 1  | 2021-03-03
                Ben   | Ben 1  | 2021-04-06
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("in time", {"starts": "2021-03-04", "due": "2021-04-01", "met": "2021-04-01"}),
            "Ben": ("late", {"opens": "2021-04-02", "closes": "2021-04-06"}),
        },
        why="Ben was reviewed on the day before the birth, which does not count.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2021-03-04
                Ben   | 2021-03-05
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-11 |
                Ben 1  | Ben   | 2021-01-11 |
            """,
        },
        on="2021-04-06",
        shows={
            "Asha": ("overdue", {"opens": "2021-04-02"}),
            "Ben": ("still in time", {"due": "2021-04-06"}),
        },
    )


def test_only_plans_made_before_the_birth(worked_example):
    """A plan that started on the day of birth or later, or ended before it, is not asked about."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2021-03-04
                Ben   | 2021-03-04
                Cai   |
                Dina  | 2021-03-04
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-01-11 | 2021-03-03
                Cai 1  | Cai   | 2021-01-11 |
                Dina 1 | Dina  | 2021-03-03 |
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "nothing", "Dina": "overdue"},
        why="Cai is not born yet.",
    )


def test_the_end_of_the_plan_lapses_it(worked_example):
    """A plan that ends by the due day asks for no review; a review on the day of birth is enough."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2021-03-04
                Ben   | 2021-03-04
                Cai   | 2021-03-04
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-11 | 2021-04-01
                Ben 1  | Ben   | 2021-01-11 | 2021-03-04
                Cai 1  | Cai   | 2021-01-11 |
            """,
            "review_conferences": """
                child | plan | held
                Cai   |      | 2021-03-04
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-04-01"}),
            "Ben": ("no longer required", {"lapses": "2021-03-04"}),
            "Cai": ("in time", {"met": "2021-03-04"}),
        },
    )
