"""Worked examples: next review conference not held within six months."""

from sightline.rules.protection_plan.later_review_over_6_months import (
    LATER_REVIEW_OVER_6_MONTHS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Six months to the day after the last review is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-07 |
                Ben 1  | Ben   | 2020-12-07 |
            """,
            "review_conferences": """
                review  | child | plan   | held
                Asha r1 | Asha  | Asha 1 | 2021-03-01
                Asha r2 | Asha  | Asha 1 | 2021-09-01
                Ben r1  | Ben   | Ben 1  | 2021-03-01
                Ben r2  | Ben   | Ben 1  | 2021-09-02
                Ben r3  | Ben   | Ben 1  | 2021-09-02
            """,
        },
        on="2021-12-31",
        shows={
            "Asha 2021-03-01": ("in time", {"due": "2021-09-01", "met": "2021-09-01"}),
            "Asha 2021-09-01": ("still in time", {"due": "2022-03-01"}),
            "Ben 2021-03-01": ("late", {"opens": "2021-09-02", "closes": "2021-09-02"}),
            "Ben 2021-09-02": "still in time",
        },
        why="Ben's two reviews of one day are one.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the next review is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-07 |
                Ben 1  | Ben   | 2020-12-07 |
                Cai 1  | Cai   | 2020-12-07 |
            """,
            "review_conferences": """
                review  | child | plan   | held
                Asha r1 | Asha  | Asha 1 | 2021-03-01
                Ben r1  | Ben   | Ben 1  | 2021-03-02
            """,
        },
        on="2021-09-02",
        shows={
            "Asha": ("overdue", {"due": "2021-09-01", "opens": "2021-09-02"}),
            "Ben": ("still in time", {"due": "2021-09-02"}),
            "Cai": "nothing",
        },
        why="Cai has had no review at all: the first one is a rule of its own.",
    )


def test_the_end_of_the_plan_lapses_the_duty(worked_example):
    """The end of the plan lapses the duty, and a review that ends the plan starts no clock."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-07 | 2021-09-01
                Ben 1  | Ben   | 2020-12-07 | 2021-09-20
                Cai 1  | Cai   | 2020-12-07 | 2021-03-01
            """,
            "review_conferences": """
                review  | child | plan   | held
                Asha r1 | Asha  | Asha 1 | 2021-03-01
                Ben r1  | Ben   | Ben 1  | 2021-03-01
                Cai r1  | Cai   | Cai 1  | 2021-03-01
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-01"}),
            "Ben": ("late", {"opens": "2021-09-02", "closes": "2021-09-20"}),
            "Cai": "nothing",
        },
    )


def test_which_plan_a_review_belongs_to(worked_example):
    """A review is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-07 |
                Ben 1  | Ben   | 2020-01-06 | 2020-06-08
                Ben 2  | Ben   | 2020-12-07 |
            """,
            "review_conferences": """
                review | child | plan  | held
                Asha r | Asha  |       | 2021-03-01
                Ben r  | Ben   | Ben 1 | 2021-03-01
            """,
        },
        on="2021-12-31",
        shows={"Asha": "overdue", "Ben": "nothing"},
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """A review under one of two overlapping plans is a review of the one plan."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-07 | 2021-03-29
                Asha 2 | Asha  | 2021-02-01 |
            """,
            "review_conferences": """
                review  | child | plan   | held
                Asha r1 | Asha  | Asha 1 | 2021-03-01
                Asha r2 | Asha  | Asha 2 | 2021-08-02
            """,
        },
        on="2021-12-31",
        shows={"Asha 2021-03-01": "in time", "Asha 2021-08-02": "still in time"},
        evidence={"Asha 2021-03-01": {"second record of the plan from": "2021-02-01"}},
    )
