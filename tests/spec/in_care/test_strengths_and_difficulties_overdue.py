"""Worked examples: the yearly strengths and difficulties questionnaire."""

from sightline.rules.in_care.strengths_and_difficulties_overdue import (
    STRENGTHS_AND_DIFFICULTIES_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A questionnaire on the due day is in time, on the day after late; each starts the clock anew."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Asha  | 2021-12-07 | 11
                Ben   | 2021-12-08 | 11
                Ben   | 2021-12-08 | 11
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
            """,
        },
        on="2021-12-27",
        shows={
            "Asha 2020-12-07": ("in time", {"due": "2021-12-07", "met": "2021-12-07"}),
            "Asha 2021-12-07": ("still in time", {"due": "2022-12-07"}),
            "Ben 2020-12-07": ("late", {"opens": "2021-12-08", "closes": "2021-12-08"}),
            "Ben 2021-12-08": "still in time",
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
                Ben   | 2020-12-08   | 2020-12-08 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
            """,
        },
        on="2021-12-08",
        shows={
            "Asha": ("overdue", {"due": "2021-12-07", "opens": "2021-12-08"}),
            "Ben": ("still in time", {"due": "2021-12-08"}),
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
                Ben   | 2020-12-07   | 2020-12-07 | 2021-12-16 | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-01-29 | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Cai   | 2021-01-29 | 11
                Asha  | 2021-02-01 | 11
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
                Cai   | 2011-05-03
            """,
        },
        on="2021-12-27",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-01-29", "met": None}),
            "Ben": ("late", {"opens": "2021-12-08", "closes": "2021-12-16"}),
            "Cai": ("in time", {"met": "2021-01-29"}),
        },
        why="What was done after care ended is not of this time in care.",
    )


def test_where_the_beginning_is_not_held(worked_example):
    """Short breaks are no care; where the records begin in the middle of a period, the clock starts with the first time it was done."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | V4
                Ben   | 2018-05-07   | 2020-12-07 |       | C2
            """,
            "strengths_and_difficulties": """
                child | completed  | score
                Ben   | 2021-01-04 | 11
            """,
            "children": """
                child | born
                Asha  | 2011-05-03
                Ben   | 2011-05-03
            """,
        },
        on="2021-02-01",
        shows={"Asha": "nothing", "Ben 2021-01-04": "still in time"},
    )


def test_the_ages_it_is_asked_of(worked_example):
    """It is asked where the year is over from the fourth birthday on and before the seventeenth."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
                Cai   | 2020-12-07   | 2020-12-07 |       | C2
                Dee   | 2020-12-07   | 2020-12-07 |       | C2
                Eli   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2017-12-07
                Ben   | 2017-12-08
                Cai   | 2004-12-08
                Dee   | 2004-12-07
                Eli   |
            """,
        },
        on="2021-12-09",
        shows={
            "Asha": "overdue",
            "Ben": "nothing",
            "Cai": ("late", {"opens": "2021-12-08", "closes": "2021-12-08"}),
            "Dee": "nothing",
            "Eli": "nothing",
        },
        why="Cai turned seventeen the day after the questionnaire was due. Nobody knows how old Eli is.",
    )


def test_a_reason_instead_of_a_score(worked_example):
    """A reason for having no score answers too; neither a score nor a reason does not."""
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
            "strengths_and_difficulties": """
                child | completed  | score | no_score_reason
                Asha  | 2021-03-01 |       | SDQ2
                Ben   | 2021-03-01 |       |
            """,
        },
        on="2021-12-08",
        shows={"Asha 2020-12-07": "in time", "Asha 2021-03-01": "still in time", "Ben": "overdue"},
    )
