"""Worked examples: second review of a child in care."""

from sightline.rules.in_care.second_care_review_overdue import (
    SECOND_CARE_REVIEW_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Three months to the day after the first review is in time, the day after is late."""
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
                Asha  | 2021-04-04 | no
                Asha  | 2021-06-07 |
                Ben   | 2021-01-04 |
                Ben   | 2021-04-05 |
                Ben   | 2021-04-05 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("in time", {"starts": "2021-01-04", "due": "2021-04-04", "met": "2021-04-04"}),
            "Ben": ("late", {"opens": "2021-04-05", "closes": "2021-04-05"}),
        },
        why="Later reviews are asked about by a rule of their own.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the second review is still in time; from the next day it is overdue."""
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
                Ben   | 2021-01-05 |
            """,
        },
        on="2021-04-05",
        shows={
            "Asha": ("overdue", {"opens": "2021-04-05"}),
            "Ben": ("still in time", {"due": "2021-04-05"}),
            "Cai": "nothing",
        },
        why="Cai has had no review at all: the first is asked about by another rule.",
    )


def test_the_end_of_care_lapses_it(worked_example):
    """The end of care lapses the duty, and a review on the last day starts none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-02-01 | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-05-03 | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-01-04 | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Ben   | 2021-01-04 |
                Cai   | 2021-01-04 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-02-01"}),
            "Ben": ("late", {"closes": "2021-05-03"}),
            "Cai": "nothing",
        },
    )


def test_which_review_is_the_first(worked_example):
    """Reviews before care or called off are not the first; in a period that began before the records nobody can say which is."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2018-05-07   | 2020-12-07 |       | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2020-11-30 |
                Asha  | 2020-12-21 | yes
                Asha  | 2021-01-04 |
                Ben   | 2021-01-04 |
            """,
        },
        on="2021-02-01",
        shows={"Asha 2021-01-04": ("still in time", {"due": "2021-04-04"}), "Ben": "nothing"},
    )


def test_each_period_has_its_own(worked_example):
    """Care that begins anew has a first and a second review of its own."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-02-01 | C2
                Asha  | 2021-03-01   | 2021-03-01 |            | C2
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-01-04 |
                Asha  | 2021-03-22 |
            """,
        },
        on="2021-04-05",
        shows={"Asha 2021-01-04": "no longer required", "Asha 2021-03-22": "still in time"},
    )
