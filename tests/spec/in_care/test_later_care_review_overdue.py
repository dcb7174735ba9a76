"""Worked examples: later reviews of a child in care."""

from sightline.rules.in_care.later_care_review_overdue import (
    LATER_CARE_REVIEW_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Six months to the day after the last review is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Asha  | 2021-03-01 | no
                Asha  | 2021-09-01 |
                Ben   | 2021-01-04 |
                Ben   | 2021-03-01 |
                Ben   | 2021-09-02 |
                Ben   | 2021-09-02 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha 2021-03-01": ("in time", {"due": "2021-09-01", "met": "2021-09-01"}),
            "Asha 2021-09-01": "still in time",
            "Ben 2021-03-01": ("late", {"opens": "2021-09-02", "closes": "2021-09-02"}),
            "Ben 2021-09-02": "still in time",
        },
        why="What follows the first review is asked about by another rule.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the next review is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
                Cai   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Asha  | 2021-03-01 |
                Ben   | 2021-01-04 |
                Ben   | 2021-03-02 |
                Cai   | 2021-01-04 |
            """,
        },
        on="2021-09-02",
        shows={
            "Asha": ("overdue", {"opens": "2021-09-02"}),
            "Ben": ("still in time", {"due": "2021-09-02"}),
            "Cai": "nothing",
        },
        why="Cai has had one review only.",
    )


def test_the_end_of_care_lapses_it(worked_example):
    """The end of care lapses the duty, and a review on the last day starts none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-05-03 | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-09-20 | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Asha  | 2021-03-01 |
                Ben   | 2021-01-04 |
                Ben   | 2021-03-01 |
                Cai   | 2021-01-04 |
                Cai   | 2021-03-01 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-05-03"}),
            "Ben": ("late", {"closes": "2021-09-20"}),
            "Cai": "nothing",
        },
    )


def test_a_review_called_off_is_none(worked_example):
    """A review called off is none, though it carries a day."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Asha  | 2021-02-01 | yes
                Asha  | 2021-03-01 |
                Asha  | 2021-08-02 | yes
            """,
        },
        on="2021-09-02",
        shows={"Asha": ("overdue", {"starts": "2021-03-01", "met": None})},
    )


def test_where_the_beginning_is_not_held(worked_example):
    """Where the records begin in the middle of a period of care, every review starts the clock."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2018-05-07   | 2020-12-07 |       | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
            """,
        },
        on="2021-02-01",
        shows={"Asha": ("still in time", {"due": "2021-07-04"})},
    )


def test_a_period_of_its_own(worked_example):
    """Care that begins anew has a first review of its own; short breaks have none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-02-01 | C2
                Asha  | 2021-03-01   | 2021-03-01 |            | C2
                Ben   | 2020-12-07   | 2020-12-07 |            | V4
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Asha  | 2021-03-22 |
                Ben   | 2021-01-04 |
                Ben   | 2021-03-01 |
            """,
        },
        on="2021-04-05",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )
