"""Worked examples: dental check of a child in care."""

from sightline.rules.in_care.dental_check_overdue import (
    DENTAL_CHECK_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A check on the due day is in time, on the day after late; each starts the clock anew."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "health_checks": """
                child | kind         | checked    | status
                Asha  | dental check | 2021-12-07 | completed
                Ben   | dental check | 2021-12-08 | completed
                Ben   | dental check | 2021-12-08 | completed
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
            "health_checks": """
                child | kind         | checked    | status
                Cai   | dental check | 2021-01-29 | completed
                Asha  | dental check | 2021-02-01 | completed
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
            "health_checks": """
                child | kind         | checked    | status
                Ben   | dental check | 2021-01-04 | completed
            """,
        },
        on="2021-02-01",
        shows={"Asha": "nothing", "Ben 2021-01-04": "still in time"},
    )


def test_what_counts(worked_example):
    """Only a dental check that took place counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "health_checks": """
                child | kind              | checked    | status
                Asha  | dental check      | 2021-03-01 | refused
                Ben   | health assessment | 2021-03-01 | completed
                Ben   | eye check         | 2021-03-01 | completed
            """,
        },
        on="2021-12-08",
        shows={"Asha": "overdue", "Ben": "overdue"},
    )


def test_before_the_list_asked(worked_example):
    """Before 2018 no standard was in force: nobody can tell."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2017-12-31   | 2017-12-31 |       | C2
                Ben   | 2018-01-01   | 2018-01-01 |       | C2
            """,
        },
        on="2018-02-01",
        shows={"Asha": "cannot tell", "Ben": "still in time"},
    )
