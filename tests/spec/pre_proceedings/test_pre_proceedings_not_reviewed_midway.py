"""Worked examples: pre-proceedings not reviewed half-way."""

from sightline.rules.pre_proceedings.pre_proceedings_not_reviewed_midway import (
    PRE_PROCEEDINGS_NOT_REVIEWED_MIDWAY as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A review six weeks to the day after the first meeting is in time, a day later it is late."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | first_meeting | midpoint_reviewed
                Asha p          | Asha  | 2021-08-23 | 2021-09-06    | 2021-10-18
                Ben p           | Ben   | 2021-08-23 | 2021-09-06    | 2021-10-19
            """
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"due": "2021-10-18"}),
            "Ben": ("late", {"opens": "2021-10-19", "closes": "2021-10-19"}),
        },
        evidence={"Asha": {"first meeting": "2021-09-06", "reviewed half-way": "2021-10-18"}},
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time, then overdue. Before a first meeting no clock runs."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | first_meeting
                Asha p          | Asha  | 2021-08-23 | 2021-09-06
                Ben p           | Ben   | 2021-08-23 | 2021-09-07
                Cai p           | Cai   | 2021-08-23 |
            """
        },
        on="2021-10-19",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
    )


def test_the_end_of_pre_proceedings_lapses_the_duty(worked_example):
    """An agreed outcome, the letter of issue or going to court ends the duty, the first of them."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | first_meeting | outcome_agreed | letter_of_issue_sent | application_issued
                Asha p          | Asha  | 2021-09-06    | 2021-10-18     |                      | 2021-11-01
                Ben p           | Ben   | 2021-09-06    |                | 2021-10-04           | 2021-11-01
                Cai p           | Cai   | 2021-09-06    |                |                      | 2021-10-05
                Dev p           | Dev   | 2021-09-06    | 2021-10-19     |                      |
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-10-18"}),
            "Ben": ("no longer required", {"lapses": "2021-10-04"}),
            "Cai": ("no longer required", {"lapses": "2021-10-05"}),
            "Dev": ("late", {"closes": "2021-10-19"}),
        },
    )


def test_other_meetings_do_not_count(worked_example):
    """Only a review recorded as the half-way one counts."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | first_meeting
                Asha p          | Asha  | 2021-08-23 | 2021-09-06
            """,
            "pre_proceedings_meetings": """
                pre_proceedings_meeting | child | pre_proceedings | held
                Asha 1                  | Asha  | Asha p          | 2021-10-11
            """,
        },
        on="2021-10-31",
        shows={"Asha": "overdue"},
    )
