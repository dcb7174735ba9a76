"""Worked examples: first review of a child in care."""

from sightline.rules.in_care.first_care_review_overdue import (
    FIRST_CARE_REVIEW_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A first review on the due day is in time, on the day after late."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-03-01   | 2021-03-01 |       | V2
                Ben   | 2021-03-01   | 2021-03-01 |       | V2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-03-29 | no
                Ben   | 2021-03-30 | no
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("in time", {"starts": "2021-03-01", "due": "2021-03-29", "met": "2021-03-29"}),
            "Ben": ("late", {"opens": "2021-03-30", "closes": "2021-03-30"}),
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-03-01   | 2021-03-01 |       | V2
                Ben   | 2021-03-02   | 2021-03-02 |       | V2
            """,
        },
        on="2021-03-30",
        shows={
            "Asha": ("overdue", {"due": "2021-03-29", "opens": "2021-03-30"}),
            "Ben": ("still in time", {"due": "2021-03-30"}),
        },
    )


def test_the_end_of_care_lapses_it(worked_example):
    """The end of care lapses the duty; done on the day care ended still meets it."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2021-03-01   | 2021-03-01 | 2021-03-05 | V2
                Ben   | 2021-03-01   | 2021-03-01 | 2021-04-07 | V2
                Cai   | 2021-03-01   | 2021-03-01 | 2021-03-10 | V2
                Dee   | 2021-03-01   | 2021-03-01 | 2021-03-10 | V2
            """,
            "care_reviews": """
                child | held       | cancelled
                Cai   | 2021-03-10 | no
                Dee   | 2021-03-11 | no
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-05"}),
            "Ben": ("late", {"opens": "2021-03-30", "closes": "2021-04-07"}),
            "Cai": ("in time", {"met": "2021-03-10"}),
            "Dee": ("no longer required", {"met": None}),
        },
        why="What was done after care ended is not of this time in care.",
    )


def test_one_period_of_care_one_duty(worked_example):
    """Episodes that touch are one period of care; care that begins anew is another."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2021-03-01   | 2021-03-01 | 2021-03-03 | V2
                Asha  | 2021-03-01   | 2021-03-03 | 2021-03-20 | C1
                Asha  | 2021-03-01   | 2021-03-10 |            | C2
                Ben   |              | 2021-03-01 | 2021-03-03 | V2
                Ben   |              | 2021-03-04 |            | V2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-03-09 | no
            """,
        },
        on="2021-12-31",
        shows={
            "Asha 2021-03-01": ("in time", {"met": "2021-03-09", "lapses": None}),
            "Ben 2021-03-01": ("no longer required", {"lapses": "2021-03-03"}),
            "Ben 2021-03-04": ("overdue", {"starts": "2021-03-04"}),
        },
        evidence={"Asha 2021-03-01": {"entered care": "2021-03-01"}},
    )


def test_who_is_not_asked_about(worked_example):
    """Short breaks are no care, and a period that began before the records do is not asked about."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2021-03-01   | 2021-03-01 |            | V3
                Ben   | 2021-03-01   | 2021-03-01 |            | V4
                Cai   | 2019-05-06   | 2021-03-01 |            | C2
                Dee   | 2021-03-01   | 2021-03-01 |            |
                Eli   | 2019-05-06   | 2021-03-01 | 2021-03-02 | C2
                Eli   | 2019-05-06   | 2021-03-02 |            | C2
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "overdue",
            "Eli": "nothing",
        },
        why="A legal status that is not recorded is not a short break.",
    )


def test_a_review_called_off_is_none(worked_example):
    """A review called off is none, though it carries a day; the first that was held counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-03-01   | 2021-03-01 |       | V2
                Ben   | 2021-03-01   | 2021-03-01 |       | V2
                Cai   | 2021-03-01   | 2021-03-01 |       | V2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-03-22 | yes
                Ben   | 2021-03-22 |
                Ben   | 2021-03-29 | no
                Cai   | 2021-02-22 | no
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("overdue", {"met": None}),
            "Ben": ("in time", {"met": "2021-03-22"}),
            "Cai": "overdue",
        },
        why="Cai's review was held before this time in care.",
    )
