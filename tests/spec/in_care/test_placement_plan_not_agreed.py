"""Worked examples: placement plan."""

from sightline.rules.in_care.placement_plan_not_agreed import (
    PLACEMENT_PLAN_NOT_AGREED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Five working days to the day is in time, the day after is late."""
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
                child | started    | ended | type | plan_agreed
                Asha  | 2021-03-01 |       | U6   | 2021-03-08
                Ben   | 2021-03-01 |       | U6   | 2021-03-09
                Cai   | 2021-03-01 |       | U6   | 2021-02-26
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("in time", {"due": "2021-03-08", "met": "2021-03-08"}),
            "Ben": ("late", {"opens": "2021-03-09"}),
            "Cai": "in time",
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
                Ben   | 2021-03-02 |       | U6
            """,
        },
        on="2021-03-09",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-09"}),
            "Ben": ("still in time", {"due": "2021-03-09"}),
        },
    )


def test_leaving_lapses_it(worked_example):
    """Leaving the placement, or care, lapses the duty; short breaks carry none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-03-05 | C2
                Cai   | 2019-06-03   | 2019-06-03 |            | V4
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-03-01 | 2021-03-04 | U6
                Ben   | 2021-03-01 |            | U6
                Cai   | 2021-03-01 |            | U6
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-04"}),
            "Ben": ("no longer required", {"lapses": "2021-03-05"}),
            "Cai": "nothing",
        },
    )


def test_two_begun_on_one_day_are_one(worked_example):
    """Of two placements begun on one day the plan agreed first counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | plan_agreed
                Asha  | 2021-03-01 |       | U6   | 2021-03-09
                Asha  | 2021-03-01 |       | K2   | 2021-03-05
            """,
        },
        on="2021-03-31",
        shows={"Asha": ("in time", {"met": "2021-03-05"})},
    )
