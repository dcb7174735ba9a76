"""Worked examples: first visit to a child in a new placement."""

from sightline.rules.in_care.first_visit_in_placement_overdue import (
    FIRST_VISIT_IN_PLACEMENT_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A week to the day is in time, the day after is late; the day of the move counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2021-03-01 |       | U6
                Ben   | 2021-03-01 |       | U6
                Cai   | 2021-03-01 |       | U6
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-08 | yes
                Asha  | 2021-03-15 | yes
                Ben   | 2021-03-09 | yes
                Cai   | 2021-02-26 | yes
                Cai   | 2021-03-01 | yes
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("in time", {"due": "2021-03-08", "met": "2021-03-08"}),
            "Ben": ("late", {"opens": "2021-03-09", "closes": "2021-03-09"}),
            "Cai": ("in time", {"met": "2021-03-01"}),
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
            "placements": """
                child | started    | ended | type
                Asha  | 2021-03-01 |       | U6
                Ben   | 2021-03-02 |       |
            """,
        },
        on="2021-03-09",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-09"}),
            "Ben": ("still in time", {"due": "2021-03-09"}),
        },
    )


def test_leaving_lapses_it(worked_example):
    """Leaving the placement, or care, lapses the duty; a visit on that day meets it."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-03-05 | C2
                Cai   | 2019-06-03   | 2019-06-03 |            | C2
                Dee   | 2019-06-03   | 2019-06-03 |            | C2
                Eli   | 2019-06-03   | 2019-06-03 | 2021-03-01 | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-03-01 | 2021-03-04 | U6
                Ben   | 2021-03-01 | 2021-03-20 | U6
                Cai   | 2021-03-01 | 2021-03-05 | U6
                Dee   | 2021-03-01 | 2021-03-20 | U6
                Eli   | 2021-03-01 |            | U6
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-05 | yes
                Ben   | 2021-03-06 | yes
                Cai   | 2021-03-05 | yes
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-04"}),
            "Ben": ("no longer required", {"lapses": "2021-03-05"}),
            "Cai": "in time",
            "Dee": ("late", {"closes": "2021-03-20"}),
            "Eli": "nothing",
        },
        why="Eli's care ended on the day the placement would have begun.",
    )


def test_what_is_a_placement(worked_example):
    """Short breaks, hospital or a holiday, and a placement before care are none; nor is one that ends before it begins."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | V4
                Ben   | 2021-03-01   | 2021-03-01 |       | C2
                Cai   | 2021-03-01   | 2021-03-01 |       | C2
                Dee   | 2021-03-01   | 2021-03-01 |       | C2
                Eli   | 2021-03-01   | 2021-03-01 |       | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-03-01 |            | U6
                Ben   | 2021-03-01 |            | T1
                Cai   | 2021-02-26 |            | U6
                Dee   | 2021-03-01 | 2021-02-26 | U6
                Eli   | 2021-03-01 |            | K2
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
            "Eli": "overdue",
        },
    )


def test_which_visits_count(worked_example):
    """A visit by video, or at which the child was not seen, does not count; nor one that does not say."""
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
            "placements": """
                child | started    | ended | type
                Asha  | 2021-03-01 |       | U6
                Ben   | 2021-03-01 |       | U6
                Cai   | 2021-03-01 |       | U6
                Dee   | 2021-03-01 |       | U6
            """,
            "care_visits": """
                child | visited    | child_seen | mode
                Asha  | 2021-03-03 | yes        | virtual
                Ben   | 2021-03-03 | no         | in person
                Cai   | 2021-03-03 |            | in person
                Dee   | 2021-03-03 | yes        | in person
            """,
        },
        on="2021-03-31",
        shows={"Asha": "overdue", "Ben": "overdue", "Cai": "overdue", "Dee": "in time"},
    )


def test_two_begun_on_one_day_are_one(worked_example):
    """Two placements begun on one day are one until the later ends."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-03-01 | 2021-03-03 | U6
                Asha  | 2021-03-01 | 2021-03-20 | K2
                Ben   | 2021-03-01 | 2021-03-03 | U6
                Ben   | 2021-03-01 |            | K2
            """,
        },
        on="2021-03-31",
        shows={"Asha": ("late", {"lapses": "2021-03-20"}), "Ben": ("overdue", {"lapses": None})},
    )
