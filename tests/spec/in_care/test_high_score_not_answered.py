"""Worked examples: help asked for after a high score."""

from sightline.rules.in_care.high_score_not_answered import (
    HIGH_SCORE_NOT_ANSWERED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Twenty working days to the day is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Asha  | 2021-03-01 | 17
                Ben   | 2021-03-01 | 25
                Cai   | 2021-03-01 | 16
            """,
            "emotional_wellbeing": """
                child | referred   | ended
                Asha  | 2021-03-29 |
                Asha  | 2021-04-26 |
                Ben   | 2021-03-30 |
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("in time", {"due": "2021-03-29", "met": "2021-03-29"}),
            "Ben": ("late", {"opens": "2021-03-30", "closes": "2021-03-30"}),
            "Cai": "nothing",
        },
        why="Sixteen is not a high score.",
        evidence={"Asha": {"score": 17}},
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Asha  | 2021-03-01 | 20
                Ben   | 2021-03-02 | 20
            """,
        },
        on="2021-03-30",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-30"}),
            "Ben": ("still in time", {"due": "2021-03-30"}),
        },
    )


def test_the_end_of_care_lapses_it(worked_example):
    """The end of care lapses the duty, and a score on its last day starts none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 | 2021-03-15 | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-04-19 | C2
                Cai   | 2019-06-03   | 2019-06-03 | 2021-03-01 | C2
                Dee   | 2019-06-03   | 2019-06-03 | 2021-03-15 | C2
                Eli   | 2019-06-03   | 2019-06-03 | 2021-03-15 | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Asha  | 2021-03-01 | 20
                Ben   | 2021-03-01 | 20
                Cai   | 2021-03-01 | 20
                Dee   | 2021-03-01 | 20
                Eli   | 2021-03-01 | 20
            """,
            "emotional_wellbeing": """
                child | referred   | ended
                Dee   | 2021-03-15 |
                Eli   | 2021-03-16 |
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-15"}),
            "Ben": ("late", {"closes": "2021-04-19"}),
            "Cai": "nothing",
            "Dee": ("in time", {"met": "2021-03-15"}),
            "Eli": ("no longer required", {"met": None}),
        },
    )


def test_help_that_ran_already(worked_example):
    """Help asked for before and not ended by then meets it on the day."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
                Dee   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Asha  | 2021-03-01 | 20
                Ben   | 2021-03-01 | 20
                Cai   | 2021-03-01 | 20
                Dee   | 2021-03-01 | 20
            """,
            "emotional_wellbeing": """
                child | referred   | ended
                Asha  | 2020-11-02 |
                Ben   | 2020-11-02 | 2021-03-01
                Cai   | 2020-11-02 | 2021-02-28
                Dee   | 2021-03-08 | 2021-03-05
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("in time", {"met": "2021-03-01"}),
            "Ben": ("in time", {"met": "2021-03-01"}),
            "Cai": "overdue",
            "Dee": "overdue",
        },
        why="Dee's help is said to have ended before it was asked for.",
        evidence={"Asha": {"help asked for": "2020-11-02"}},
    )


def test_only_in_care(worked_example):
    """Scores before care or in short breaks are not asked about; of two on one day the higher counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-03-08   | 2021-03-08 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | V3
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Asha  | 2021-03-01 | 20
                Ben   | 2021-03-01 | 20
                Cai   | 2021-03-01 | 18
                Cai   | 2021-03-01 | 22
            """,
        },
        on="2021-05-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "overdue"},
        evidence={"Cai": {"score": 22}},
    )
