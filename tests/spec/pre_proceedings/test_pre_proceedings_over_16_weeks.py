"""Worked examples: pre-proceedings longer than 16 weeks."""

from sightline.rules.pre_proceedings.pre_proceedings_over_16_weeks import (
    PRE_PROCEEDINGS_OVER_16_WEEKS as RULE,
)


def test_the_last_day_is_in_time(worked_example):
    """An outcome 16 weeks to the day after the letter is in time, a day later it is late."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent | outcome_agreed
                Asha p          | Asha  | 2021-09-01 | 2021-09-06  | 2021-12-27
                Ben p           | Ben   | 2021-09-01 | 2021-09-06  | 2021-12-28
            """
        },
        on="2022-03-01",
        shows={
            "Asha": ("in time", {"starts": "2021-09-06", "due": "2021-12-27"}),
            "Ben": ("late", {"opens": "2021-12-28", "closes": "2021-12-28"}),
        },
        evidence={"Ben": {"decided": "2021-09-01", "letter sent": "2021-09-06"}},
        why="112 days after Monday 6 September is Monday 27 December. Every day counts.",
    )


def test_overdue_only_once_the_last_day_is_over(worked_example):
    """On the last day it is still in time; from the next day it is overdue. No letter, no clock."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p          | Asha  | 2021-09-01 | 2021-09-06
                Ben p           | Ben   | 2021-09-01 | 2021-09-07
                Cai p           | Cai   | 2021-09-01 |
            """
        },
        on="2021-12-28",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
    )


def test_going_to_court_ends_it_too(worked_example):
    """The letter of issue or the application ends pre-proceedings where it comes first."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent | letter_of_issue_sent | application_issued
                Asha p          | Asha  | 2021-09-01 | 2021-09-06  | 2021-11-01           | 2021-11-08
                Ben p           | Ben   | 2021-09-01 | 2021-09-06  |                      | 2021-11-08
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("in time", {"met": "2021-11-01"}),
            "Ben": ("in time", {"met": "2021-11-08"}),
        },
    )


def test_no_longer_a_child(worked_example):
    """The duty lapses on the 18th birthday or on death, whichever comes first."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2003-10-04 |
                Ben   | 2010-10-04 | 2021-11-01
                Cai   | 2004-01-04 |
            """,
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p          | Asha  | 2021-09-01 | 2021-09-06
                Ben p           | Ben   | 2021-09-01 | 2021-09-06
                Cai p           | Cai   | 2021-09-01 | 2021-09-06
            """,
        },
        on="2022-01-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-10-04"}),
            "Ben": ("no longer required", {"lapses": "2021-11-01"}),
            "Cai": ("late", {"closes": "2022-01-04"}),
        },
    )


def test_the_letter_in_its_own_record(worked_example):
    """The clock runs from the earlier of the letter recorded with the decision and its own record."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p          | Asha  | 2021-09-01 |
                Ben p           | Ben   | 2021-09-01 | 2021-09-06
            """,
            "letters_before_proceedings": """
                letter | child | pre_proceedings | sent
                Asha 1 | Asha  |                 | 2021-09-07
                Ben 1  | Ben   | Ben p           | 2021-09-03
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("still in time", {"starts": "2021-09-07"}),
            "Ben": ("still in time", {"starts": "2021-09-03"}),
        },
    )


def test_the_councils_own_limit(worked_example):
    """A council that aims at 12 weeks is judged by its own limit."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p          | Asha  | 2021-09-01 | 2021-09-06
            """
        },
        on="2021-11-30",
        shows={"Asha": ("overdue", {"due": "2021-11-29"})},
        local_standards={"PLO-01": 12},
    )
