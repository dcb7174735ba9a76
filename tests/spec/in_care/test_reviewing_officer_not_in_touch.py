"""Worked examples: reviewing officer not in touch with the child."""

from sightline.rules.in_care.reviewing_officer_not_in_touch import (
    REVIEWING_OFFICER_NOT_IN_TOUCH as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A contact on the due day is in time, on the day after late; each starts the clock anew."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "reviewing_officer_contacts": """
                child | contacted  | mode
                Asha  | 2021-06-07 | in person
                Ben   | 2021-06-08 | in person
                Ben   | 2021-06-08 | in person
            """,
        },
        on="2021-06-27",
        shows={
            "Asha 2020-12-07": ("in time", {"due": "2021-06-07", "met": "2021-06-07"}),
            "Asha 2021-06-07": ("still in time", {"due": "2021-12-07"}),
            "Ben 2020-12-07": ("late", {"opens": "2021-06-08", "closes": "2021-06-08"}),
            "Ben 2021-06-08": "still in time",
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
        on="2021-06-08",
        shows={
            "Asha": ("overdue", {"due": "2021-06-07", "opens": "2021-06-08"}),
            "Ben": ("still in time", {"due": "2021-06-08"}),
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
                Ben   | 2020-12-07   | 2020-12-07 | 2021-06-16 | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-01-29 | C2
            """,
            "reviewing_officer_contacts": """
                child | contacted  | mode
                Cai   | 2021-01-29 | in person
                Asha  | 2021-02-01 | in person
            """,
        },
        on="2021-06-27",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-01-29", "met": None}),
            "Ben": ("late", {"opens": "2021-06-08", "closes": "2021-06-16"}),
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
            "reviewing_officer_contacts": """
                child | contacted  | mode
                Ben   | 2021-01-04 | in person
            """,
        },
        on="2021-02-01",
        shows={"Asha": "nothing", "Ben 2021-01-04": "still in time"},
    )


def test_an_attempt_is_no_contact(worked_example):
    """By video counts, and so does a contact that does not say how; an attempt does not."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-12-07   | 2020-12-07 |       | C2
                Ben   | 2020-12-07   | 2020-12-07 |       | C2
                Cai   | 2020-12-07   | 2020-12-07 |       | C2
            """,
            "reviewing_officer_contacts": """
                child | contacted  | mode
                Asha  | 2021-03-01 | virtual
                Ben   | 2021-03-01 |
                Cai   | 2021-03-01 | attempted
            """,
        },
        on="2021-06-08",
        shows={
            "Asha 2020-12-07": "in time",
            "Asha 2021-03-01": "still in time",
            "Ben 2020-12-07": "in time",
            "Ben 2021-03-01": "still in time",
            "Cai": "overdue",
        },
    )
