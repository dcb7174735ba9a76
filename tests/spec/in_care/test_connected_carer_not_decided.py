"""Worked examples: decision on a relative approved for the time being."""

from sightline.rules.in_care.connected_carer_not_decided import (
    CONNECTED_CARER_NOT_DECIDED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Sixteen weeks to the day is in time, the day after is late."""
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
                Asha  | 2021-03-01 |       | U3   | 2021-03-02         | 2021-06-22
                Ben   | 2021-03-01 |       | U3   | 2021-03-02         | 2021-06-23
            """,
        },
        on="2021-07-30",
        shows={
            "Asha": ("in time", {"starts": "2021-03-02", "due": "2021-06-22"}),
            "Ben": ("late", {"opens": "2021-06-23", "closes": "2021-06-23"}),
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
                child | started    | ended | type | temporary_approval | full_approval_decided
                Asha  | 2021-03-01 |       | U3   | 2021-03-01         |
                Ben   | 2021-03-01 |       | U3   | 2021-03-02         |
            """,
        },
        on="2021-06-22",
        shows={
            "Asha": ("overdue", {"opens": "2021-06-22"}),
            "Ben": ("still in time", {"due": "2021-06-22"}),
        },
    )


def test_leaving_lapses_it(worked_example):
    """Leaving the placement, or care, lapses the duty; a carer never approved for the time being carries none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-07-05 | C2
                Cai   | 2019-06-03   | 2019-06-03 |            | C2
                Dee   | 2019-06-03   | 2019-06-03 |            | V3
            """,
            "placements": """
                child | started    | ended      | type | temporary_approval | full_approval_decided
                Asha  | 2021-03-01 | 2021-04-05 | U3   | 2021-03-01         |
                Ben   | 2021-03-01 |            | U3   | 2021-03-01         |
                Cai   | 2021-03-01 |            | U3   |                    |
                Dee   | 2021-03-01 |            | U3   | 2021-03-01         |
            """,
        },
        on="2021-07-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-04-05"}),
            "Ben": ("late", {"closes": "2021-07-05"}),
            "Cai": "nothing",
            "Dee": "nothing",
        },
    )


def test_two_begun_on_one_day_are_one(worked_example):
    """Of two placements begun on one day the first approval and the first decision count."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | temporary_approval | full_approval_decided
                Asha  | 2021-03-01 |       | U3   | 2021-03-01         | 2021-04-12
                Asha  | 2021-03-01 |       | U3   | 2021-03-08         | 2021-03-15
            """,
        },
        on="2021-07-30",
        shows={"Asha": ("in time", {"starts": "2021-03-01", "met": "2021-03-15"})},
    )
