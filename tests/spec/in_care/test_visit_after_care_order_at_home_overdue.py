"""Worked examples: visit after a care order for a child at home."""

from sightline.rules.in_care.visit_after_care_order_at_home_overdue import (
    VISIT_AFTER_CARE_ORDER_AT_HOME_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A week to the day after the order is in time, the day after is late; the day of the order counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Asha  | 2020-12-07   | 2021-03-01 |            | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Ben   | 2020-12-07   | 2021-03-01 |            | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Cai   | 2020-12-07   | 2021-03-01 |            | C2
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2020-12-07 |       | P1
                Ben   | 2020-12-07 |       | P1
                Cai   | 2020-12-07 |       | P1
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
    """On the due day the visit is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Asha  | 2020-12-07   | 2021-03-01 |            | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-03-02 | C1
                Ben   | 2020-12-07   | 2021-03-02 |            | C2
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2020-12-07 |       | P1
                Ben   | 2020-12-07 |       | P1
            """,
        },
        on="2021-03-09",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-09"}),
            "Ben": ("still in time", {"due": "2021-03-09"}),
        },
    )


def test_leaving_lapses_it(worked_example):
    """Leaving lapses the duty, and a visit on that day meets it; an order on the day the child left asks for nothing."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Asha  | 2020-12-07   | 2021-03-01 |            | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Ben   | 2020-12-07   | 2021-03-01 |            | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Cai   | 2020-12-07   | 2021-03-01 |            | C2
                Dee   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Dee   | 2020-12-07   | 2021-03-01 |            | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2020-12-07 | 2021-03-04 | P1
                Ben   | 2020-12-07 | 2021-03-20 | P1
                Cai   | 2020-12-07 | 2021-03-05 | P1
                Dee   | 2020-12-07 | 2021-03-01 | P1
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-05 | yes
                Cai   | 2021-03-05 | yes
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-04"}),
            "Ben": ("late", {"closes": "2021-03-20"}),
            "Cai": "in time",
            "Dee": "nothing",
        },
    )


def test_which_orders(worked_example):
    """It is asked of full orders made while the child lives with a parent, each once."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Asha  | 2020-12-07   | 2021-03-01 |            | C2
                Ben   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Ben   | 2020-12-07   | 2021-03-01 |            | C2
                Cai   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C2
                Cai   | 2020-12-07   | 2021-03-01 |            | C2
                Dee   | 2020-12-07   | 2020-12-07 | 2021-03-01 | V2
                Dee   | 2020-12-07   | 2021-03-01 |            | C1
                Eli   | 2020-12-07   | 2020-12-07 |            | C2
                Fay   | 2020-12-07   | 2020-12-07 | 2021-03-01 | C1
                Fay   | 2020-12-07   | 2021-03-01 | 2021-04-05 | C2
                Fay   | 2020-12-07   | 2021-04-05 |            | C2
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2020-12-07 |       | U6
                Ben   | 2021-03-08 |       | P1
                Cai   | 2020-12-14 |       | P1
                Dee   | 2020-12-07 |       | P1
                Eli   | 2020-12-07 |       | P1
                Fay   | 2020-12-07 |       | P1
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
            "Eli": "nothing",
            "Fay 2021-03-01": "overdue",
        },
        why="Eli's order was made on the day the placement began: the first visit is asked about by another rule.",
    )
