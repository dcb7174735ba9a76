"""Worked examples: first appointment for emotional wellbeing."""

from sightline.rules.in_care.wellbeing_help_not_begun import (
    WELLBEING_HELP_NOT_BEGUN as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Four weeks to the day is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "emotional_wellbeing": """
                child | referred   | answered   | accepted | first_seen | ended
                Asha  | 2021-03-01 | 2021-03-08 | yes      | 2021-03-29 |
                Ben   | 2021-03-01 |            |          | 2021-03-30 |
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("in time", {"due": "2021-03-29", "met": "2021-03-29", "lapses": None}),
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
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "emotional_wellbeing": """
                child | referred   | answered   | accepted | first_seen | ended
                Asha  | 2021-03-01 | 2021-03-08 | yes      |            |
                Ben   | 2021-03-02 | 2021-03-08 |          |            |
            """,
        },
        on="2021-03-30",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-30"}),
            "Ben": ("still in time", {"due": "2021-03-30"}),
        },
    )


def test_what_lapses_it(worked_example):
    """A refusal, the end of the help or the end of care lapses the duty, whichever comes first."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 |            | C2
                Dee   | 2019-06-03   | 2019-06-03 |            | C2
                Cai   | 2019-06-03   | 2019-06-03 | 2021-03-12 | C2
            """,
            "emotional_wellbeing": """
                child | referred   | answered   | accepted | first_seen | ended
                Asha  | 2021-03-01 | 2021-03-15 | no       |            | 2021-03-22
                Ben   | 2021-03-01 | 2021-03-08 | yes      |            | 2021-04-12
                Cai   | 2021-03-01 |            |          |            |
                Dee   | 2021-03-08 |            |          | 2021-03-10 | 2021-03-05
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-15"}),
            "Ben": ("late", {"closes": "2021-04-12"}),
            "Cai": ("no longer required", {"lapses": "2021-03-12"}),
            "Dee": "nothing",
        },
        evidence={"Asha": {"refused": "2021-03-15"}},
    )


def test_only_in_care(worked_example):
    """Only referrals made in care are asked about, each of its own."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-03-01   | 2021-03-01 |       | C2
                Ben   | 2021-03-08   | 2021-03-08 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | V4
            """,
            "emotional_wellbeing": """
                child | referred   | answered | accepted | first_seen | ended
                Asha  | 2021-03-01 |          |          |            |
                Asha  | 2021-03-22 |          |          |            |
                Ben   | 2021-03-01 |          |          |            |
                Cai   | 2021-03-01 |          |          |            |
            """,
        },
        on="2021-04-01",
        shows={
            "Asha 2021-03-01": "overdue",
            "Asha 2021-03-22": "still in time",
            "Ben": "nothing",
            "Cai": "nothing",
        },
    )
