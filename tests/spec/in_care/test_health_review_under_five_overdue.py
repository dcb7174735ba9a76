"""Worked examples: health review of a young child in care."""

from sightline.rules.in_care.health_review_under_five_overdue import (
    HEALTH_REVIEW_UNDER_FIVE_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """An assessment on the due day is in time, on the day after late; each starts the clock anew."""
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
                Asha  | health assessment | 2021-01-04 | completed
                Ben   | health assessment | 2021-01-04 | completed
                Asha  | health assessment | 2021-07-04 | completed
                Ben   | health assessment | 2021-07-05 | completed
                Ben   | health assessment | 2021-07-05 | completed
            """,
            "children": """
                child | born
                Asha  | 2019-05-03
                Ben   | 2019-05-03
            """,
        },
        on="2021-07-24",
        shows={
            "Asha 2021-01-04": ("in time", {"due": "2021-07-04", "met": "2021-07-04"}),
            "Asha 2021-07-04": ("still in time", {"due": "2022-01-04"}),
            "Ben 2021-01-04": ("late", {"opens": "2021-07-05", "closes": "2021-07-05"}),
            "Ben 2021-07-05": "still in time",
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
            "health_checks": """
                child | kind              | checked    | status
                Asha  | health assessment | 2021-01-04 | completed
                Ben   | health assessment | 2021-01-05 | completed
            """,
            "children": """
                child | born
                Asha  | 2019-05-03
                Ben   | 2019-05-03
            """,
        },
        on="2021-07-05",
        shows={
            "Asha": ("overdue", {"due": "2021-07-04", "opens": "2021-07-05"}),
            "Ben": ("still in time", {"due": "2021-07-05"}),
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
                Ben   | 2020-12-07   | 2020-12-07 | 2021-07-13 | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-01-29 | C2
            """,
            "health_checks": """
                child | kind              | checked    | status
                Asha  | health assessment | 2021-01-04 | completed
                Ben   | health assessment | 2021-01-04 | completed
                Cai   | health assessment | 2021-01-04 | completed
                Cai   | health assessment | 2021-01-29 | completed
                Asha  | health assessment | 2021-02-01 | completed
            """,
            "children": """
                child | born
                Asha  | 2019-05-03
                Ben   | 2019-05-03
                Cai   | 2019-05-03
            """,
        },
        on="2021-07-24",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-01-29", "met": None}),
            "Ben": ("late", {"opens": "2021-07-05", "closes": "2021-07-13"}),
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
            "health_checks": """
                child | kind              | checked    | status
                Asha  | health assessment | 2020-11-30 | completed
                Ben   | health assessment | 2021-01-04 | completed
                Cai   | health assessment | 2021-01-04 | completed
            """,
            "children": """
                child | born
                Asha  | 2019-05-03
                Ben   | 2019-05-03
                Cai   | 2019-05-03
            """,
        },
        on="2021-02-01",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "still in time"},
    )


def test_what_counts(worked_example):
    """Only health assessments that took place count, called the first or not."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
                Cai   | 2020-12-07   | 2020-12-07 |       | C2
                Dee   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2019-05-03
                Ben   | 2019-05-03
                Cai   | 2019-05-03
                Dee   | 2019-05-03
            """,
            "health_checks": """
                child | kind                      | checked    | status
                Asha  | initial health assessment | 2021-01-04 | completed
                Ben   | dental check              | 2021-01-04 | completed
                Cai   | health assessment         | 2021-01-04 | refused
                Dee   | health assessment         | 2021-01-04 | planned
            """,
        },
        on="2021-02-01",
        shows={"Asha": "still in time", "Ben": "nothing", "Cai": "nothing", "Dee": "nothing"},
    )


def test_which_limit_applies(worked_example):
    """Six months apply where they are over before the fifth birthday."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
                Cai   | 2020-12-07   | 2020-12-07 |       | C2
                Dee   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2016-07-05
                Ben   | 2016-07-04
                Cai   |
                Dee   | 2021-01-05
            """,
            "health_checks": """
                child | kind              | checked    | status
                Asha  | health assessment | 2021-01-04 | completed
                Ben   | health assessment | 2021-01-04 | completed
                Cai   | health assessment | 2021-01-04 | completed
                Dee   | health assessment | 2021-01-04 | completed
            """,
        },
        on="2021-02-01",
        shows={
            "Asha": ("still in time", {"due": "2021-07-04"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
        },
        why="Nobody knows how old Cai is, and Dee's assessment was before she was born.",
    )


def test_born_on_the_day(worked_example):
    """A child assessed on the day of birth is a young child."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "children": """
                child | born
                Asha  | 2021-01-04
            """,
            "health_checks": """
                child | kind              | checked    | status
                Asha  | health assessment | 2021-01-04 | completed
            """,
        },
        on="2021-02-01",
        shows={"Asha": ("still in time", {"due": "2021-07-04"})},
    )
