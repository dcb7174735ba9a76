"""Worked examples: visits to a child in a lasting placement."""

from sightline.rules.in_care.visit_in_lasting_placement_overdue import (
    VISIT_IN_LASTING_PLACEMENT_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Three months to the day is in time, the day after is late; twelve weeks would be sooner."""
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
                Asha  | 2020-03-01 |       | U4
                Ben   | 2020-03-01 |       | U4
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Asha  | 2021-06-03 | yes
                Ben   | 2021-03-03 | yes
                Ben   | 2021-06-04 | yes
            """,
        },
        on="2021-08-02",
        shows={
            "Asha 2021-03-03": ("in time", {"due": "2021-06-03"}),
            "Asha 2021-06-03": "still in time",
            "Ben 2021-03-03": ("late", {"opens": "2021-06-04", "closes": "2021-06-04"}),
            "Ben 2021-06-04": "still in time",
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the next visit is still in time; from the next day it is overdue."""
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
                Asha  | 2020-03-01 |       | U4
                Ben   | 2020-03-01 |       | U4
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-04 | yes
            """,
        },
        on="2021-06-04",
        shows={
            "Asha": ("overdue", {"opens": "2021-06-04"}),
            "Ben": ("still in time", {"due": "2021-06-04"}),
        },
    )


def test_leaving_lapses_it(worked_example):
    """Leaving the placement, or care, lapses the clock."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-06-14 | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2020-03-01 | 2021-04-05 | U4
                Ben   | 2020-03-01 |            | U4
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
            """,
        },
        on="2021-08-02",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-04-05"}),
            "Ben": ("late", {"closes": "2021-06-14"}),
        },
    )


def test_which_placements_are_meant_to_last(worked_example):
    """Long-term fostering, or a placement agreed to be for good by then, from its anniversary on."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
                Dee   | 2019-06-03   | 2019-06-03 |       | C2
                Eli   | 2019-06-03   | 2019-06-03 |       | C2
                Fay   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | long_term_agreed
                Asha  | 2020-03-03 |       | U1   |
                Ben   | 2020-03-04 |       | U4   |
                Cai   | 2020-03-01 |       | K2   | 2021-03-03
                Dee   | 2020-03-01 |       | K2   | 2021-03-04
                Eli   | 2020-03-01 |       | U6   |
                Fay   | 2020-03-01 |       |      |
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
                Cai   | 2021-03-03 | yes
                Dee   | 2021-03-03 | yes
                Eli   | 2021-03-03 | yes
                Fay   | 2021-03-03 | yes
            """,
        },
        on="2021-06-01",
        shows={
            "Asha": "still in time",
            "Ben": "nothing",
            "Cai": "still in time",
            "Dee": "nothing",
            "Eli": "nothing",
            "Fay": "nothing",
        },
    )


def test_approved_for_now_only(worked_example):
    """A relative approved for the time being is visited more often."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | temporary_approval | full_approval_decided
                Asha  | 2020-03-01 |       | U1   | 2020-03-01         |
                Ben   | 2020-03-01 |       | U1   | 2020-03-01         | 2020-06-15
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
            """,
        },
        on="2021-06-01",
        shows={"Asha": "nothing", "Ben": "still in time"},
    )
