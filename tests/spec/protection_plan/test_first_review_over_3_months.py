"""Worked examples: first review conference not held within three months."""

from sightline.rules.protection_plan.first_review_over_3_months import (
    FIRST_REVIEW_OVER_3_MONTHS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Three months to the day is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-06-07 |
                Ben 1  | Ben   | 2021-06-07 |
            """,
            "review_conferences": """
                review  | child | plan   | held
                Asha r1 | Asha  | Asha 1 | 2021-09-07
                Asha r2 | Asha  | Asha 1 | 2021-12-06
                Ben r1  | Ben   | Ben 1  | 2021-09-08
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("in time", {"due": "2021-09-07", "met": "2021-09-07", "opens": None}),
            "Ben": ("late", {"opens": "2021-09-08", "closes": "2021-09-08"}),
        },
        evidence={"Asha": {"plan started": "2021-06-07", "first review": "2021-09-07"}},
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the review is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-06-07 |
                Ben 1  | Ben   | 2021-06-08 |
                Cai 1  | Cai   | 2021-11-30 |
            """
        },
        on="2021-09-08",
        shows={
            "Asha": ("overdue", {"due": "2021-09-07", "opens": "2021-09-08"}),
            "Ben": ("still in time", {"due": "2021-09-08"}),
            "Cai": "nothing",
        },
        why="Cai's plan was still to come on this day.",
    )


def test_months_end_where_the_month_does(worked_example):
    """Three months from the last day of November end on the last day of February."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-11-30 |
            """
        },
        on="2021-02-28",
        shows={"Asha": ("still in time", {"due": "2021-02-28"})},
    )


def test_the_end_of_the_plan_lapses_the_duty(worked_example):
    """A plan that ends by the due day needs no review; one that ended later was late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-06-07 | 2021-09-07
                Ben 1  | Ben   | 2021-06-07 | 2021-09-20
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-07"}),
            "Ben": ("late", {"opens": "2021-09-08", "closes": "2021-09-20"}),
        },
    )


def test_which_plan_a_review_belongs_to(worked_example):
    """A review is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-06-07 |
                Ben 1  | Ben   | 2020-06-08 | 2020-12-07
                Ben 2  | Ben   | 2021-06-07 |
                Cai 1  | Cai   | 2021-06-07 |
            """,
            "review_conferences": """
                review | child | plan  | held
                Asha r | Asha  |       | 2021-09-01
                Ben r  | Ben   | Ben 1 | 2021-09-01
                Cai r  | Cai   |       | 2021-06-04
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": "in time",
            "Ben 2020-06-08": ("late", {"closes": "2020-12-07"}),
            "Ben 2021-06-07": "overdue",
            "Cai": "overdue",
        },
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans are one plan, with one first review."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-06-07 | 2021-08-30
                Asha 2 | Asha  | 2021-08-02 |
            """
        },
        on="2021-12-31",
        shows={"Asha 2021-06-07": ("overdue", {"due": "2021-09-07"})},
        evidence={"Asha 2021-06-07": {"second record of the plan from": "2021-08-02"}},
    )
