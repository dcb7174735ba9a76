"""Worked examples: child missing from care."""

from sightline.rules.in_care.child_missing_from_care import (
    CHILD_MISSING_FROM_CARE as RULE,
)


def test_open_while_missing(worked_example):
    """Open from the day last seen until the day of return."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "missing_episodes": """
                child | started    | returned   | type | police_told
                Asha  | 2021-03-01 |            | M    | 2021-03-01
                Ben   | 2021-03-01 | 2021-03-02 | A    |
                Cai   | 2021-03-04 |            | M    |
            """,
        },
        on="2021-03-03",
        shows={
            "Asha": ("open", {"opens": "2021-03-01", "closes": None}),
            "Ben": ("closed", {"closes": "2021-03-02"}),
            "Cai": "nothing",
        },
        evidence={"Asha": {"police told": "2021-03-01"}},
    )


def test_back_the_same_day(worked_example):
    """A child back on the day they went is not shown."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "missing_episodes": """
                child | started    | returned   | type | police_told
                Asha  | 2021-03-01 | 2021-03-01 | M    |
            """,
        },
        on="2021-03-03",
        shows={"Asha": "nothing"},
    )


def test_only_children_in_care(worked_example):
    """It is asked of children in care on the day they went, and closes when care ends."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2021-03-08   | 2021-03-08 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 |            | V4
                Cai   | 2019-06-03   | 2019-06-03 | 2021-03-05 | C2
                Dee   | 2019-06-03   | 2019-06-03 | 2021-03-01 | C2
                Eli   | 2021-03-01   | 2021-03-01 |            | C2
            """,
            "missing_episodes": """
                child | started    | returned | type | police_told
                Asha  | 2021-03-01 |          | M    |
                Ben   | 2021-03-01 |          | M    |
                Cai   | 2021-03-01 |          | M    |
                Dee   | 2021-03-01 |          | M    |
                Eli   | 2021-03-01 |          | M    |
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": ("closed", {"closes": "2021-03-05"}),
            "Dee": "nothing",
            "Eli": "open",
        },
    )


def test_two_begun_on_one_day_are_one(worked_example):
    """Two episodes begun on one day are one, over when both are; the police were told when they first were."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "missing_episodes": """
                child | started    | returned   | type | police_told
                Asha  | 2021-03-01 | 2021-03-02 | A    | 2021-03-02
                Asha  | 2021-03-01 | 2021-03-04 | M    | 2021-03-01
                Ben   | 2021-03-01 | 2021-03-02 | A    |
                Ben   | 2021-03-01 |            | M    |
                Cai   | 2021-03-02 | 2021-03-01 | M    |
            """,
        },
        on="2021-03-31",
        shows={"Asha": ("closed", {"closes": "2021-03-04"}), "Ben": "open", "Cai": "nothing"},
        evidence={"Asha": {"police told": "2021-03-01"}},
    )
