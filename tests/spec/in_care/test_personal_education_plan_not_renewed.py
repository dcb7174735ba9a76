"""Worked examples: personal education plan made anew."""

from sightline.rules.in_care.personal_education_plan_not_renewed import (
    PERSONAL_EDUCATION_PLAN_NOT_RENEWED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A plan on the due day is in time, on the day after late; each starts the clock anew."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2021-01-04 | 2021-01-04
                Ben   | 2021-01-04 | 2021-01-04
                Asha  | 2021-06-04 | 2021-06-04
                Ben   | 2021-06-05 | 2021-06-05
                Ben   | 2021-06-05 | 2021-06-05
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
            """,
        },
        on="2021-06-24",
        shows={
            "Asha 2021-01-04": ("in time", {"due": "2021-06-04", "met": "2021-06-04"}),
            "Asha 2021-06-04": ("still in time", {"due": "2021-11-04"}),
            "Ben 2021-01-04": ("late", {"opens": "2021-06-05", "closes": "2021-06-05"}),
            "Ben 2021-06-05": "still in time",
        },
        why="Two of one day are one.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2021-01-04 | 2021-01-04
                Ben   | 2021-01-05 | 2021-01-05
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
            """,
        },
        on="2021-06-05",
        shows={
            "Asha": ("overdue", {"due": "2021-06-04", "opens": "2021-06-05"}),
            "Ben": ("still in time", {"due": "2021-06-05"}),
        },
    )


def test_the_end_of_care_lapses_it(worked_example):
    """The end of care lapses the clock, and what was done on the last day starts none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-01-29 | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-06-13 | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-01-29 | C2
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2021-01-04 | 2021-01-04
                Ben   | 2021-01-04 | 2021-01-04
                Cai   | 2021-01-04 | 2021-01-04
                Cai   | 2021-01-29 | 2021-01-29
                Asha  | 2021-02-01 | 2021-02-01
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
                Cai   | 2011-05-03
            """,
        },
        on="2021-06-24",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-01-29", "met": None}),
            "Ben": ("late", {"opens": "2021-06-05", "closes": "2021-06-13"}),
            "Cai": ("in time", {"met": "2021-01-29"}),
        },
        why="What was done after care ended is not of this time in care.",
    )


def test_only_what_was_done_in_care(worked_example):
    """What was done before care, or in short breaks, starts no clock; the middle of a period does."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | V4
                Cai   | 2018-05-07   | 2020-12-07 |       | C2
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2020-11-30 | 2020-11-30
                Ben   | 2021-01-04 | 2021-01-04
                Cai   | 2021-01-04 | 2021-01-04
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
                Cai   | 2011-05-03
            """,
        },
        on="2021-02-01",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "still in time"},
    )


def test_until_the_last_birthday(worked_example):
    """It is asked where the time is over before the sixteenth birthday, and where the age is not known."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
                Cai   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2005-06-05
                Ben   | 2005-06-04
                Cai   |
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2021-01-04 | 2021-01-04
                Ben   | 2021-01-04 | 2021-01-04
                Cai   | 2021-01-04 | 2021-01-04
            """,
        },
        on="2021-06-20",
        shows={
            "Asha": ("late", {"due": "2021-06-04", "closes": "2021-06-05"}),
            "Ben": "nothing",
            "Cai": "overdue",
        },
    )


def test_a_plan_begun_and_not_finished(worked_example):
    """Work begun on a plan is not a plan."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2020-12-14 | 2021-01-04
                Asha  | 2021-05-10 |
                Ben   | 2020-12-14 |
            """,
        },
        on="2021-06-07",
        shows={"Asha": "overdue", "Ben": "nothing"},
    )


def test_a_councils_own_time(worked_example):
    """A council may set a time of its own."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
            """,
            "personal_education_plans": """
                child | initiated  | completed
                Asha  | 2021-01-04 | 2021-01-04
            """,
        },
        on="2021-06-07",
        shows={"Asha": ("still in time", {"due": "2021-07-04"})},
        local_standards={"CLA-30": 6},
    )
