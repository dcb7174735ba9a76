"""Worked examples: weekly visits before the first review."""

from sightline.rules.in_care.weekly_visit_before_first_review_overdue import (
    WEEKLY_VISIT_BEFORE_FIRST_REVIEW_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A week to the day after the last visit is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-02-01   | 2021-02-01 |       | C1
                Ben   | 2021-02-01   | 2021-02-01 |       | C1
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2021-02-01 |       | P1
                Ben   | 2021-02-01 |       | P1
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Asha  | 2021-03-10 | yes
                Ben   | 2021-03-03 | yes
                Ben   | 2021-03-11 | yes
            """,
        },
        on="2021-03-15",
        shows={
            "Asha 2021-03-03": ("in time", {"due": "2021-03-10"}),
            "Asha 2021-03-10": "still in time",
            "Ben 2021-03-03": ("late", {"opens": "2021-03-11", "closes": "2021-03-11"}),
            "Ben 2021-03-11": "still in time",
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the next visit is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-02-01   | 2021-02-01 |       | C1
                Ben   | 2021-02-01   | 2021-02-01 |       | C1
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2021-02-01 |       | P1
                Ben   | 2021-02-01 |       | P1
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-04 | yes
            """,
        },
        on="2021-03-11",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-11"}),
            "Ben": ("still in time", {"due": "2021-03-11"}),
        },
    )


def test_leaving_lapses_it(worked_example):
    """Leaving the placement lapses the clock."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-02-01   | 2021-02-01 |       | C1
                Ben   | 2021-02-01   | 2021-02-01 |       | C1
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-02-01 | 2021-03-06 | P1
                Ben   | 2021-02-01 | 2021-03-19 | P1
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-06"}),
            "Ben": ("late", {"closes": "2021-03-19"}),
        },
    )


def test_the_first_review_divides(worked_example):
    """Visits are weekly until the first review and four-weekly from that day on; a review called off is none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-02-01   | 2021-02-01 |       | C1
                Ben   | 2021-02-01   | 2021-02-01 |       | C1
                Cai   | 2021-02-01   | 2021-02-01 |       | C1
                Dee   | 2021-02-01   | 2021-02-01 |       | C1
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2021-02-01 |       | P1
                Ben   | 2021-02-01 |       | P1
                Cai   | 2021-02-01 |       | P1
                Dee   | 2021-02-01 |       | P1
            """,
            "care_reviews": """
                child | held       | cancelled
                Asha  | 2021-03-03 | no
                Ben   | 2021-03-04 | no
                Cai   | 2021-03-01 | yes
                Dee   | 2021-02-22 |
                Dee   | 2021-03-22 |
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
                Cai   | 2021-03-03 | yes
                Dee   | 2021-03-03 | yes
            """,
        },
        on="2021-05-31",
        shows={"Asha": "nothing", "Ben": "overdue", "Cai": "overdue", "Dee": "nothing"},
    )


def test_whom_it_is_asked_of(worked_example):
    """It is asked of children with a parent under an interim order, or with a relative approved for the time being."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2021-02-01   | 2021-02-01 | 2021-03-03 | C1
                Asha  | 2021-02-01   | 2021-03-03 |            | C2
                Ben   | 2021-02-01   | 2021-02-01 | 2021-03-03 | C2
                Ben   | 2021-02-01   | 2021-03-03 |            | C1
                Cai   | 2021-02-01   | 2021-02-01 |            | C1
                Dee   | 2021-02-01   | 2021-02-01 |            | V2
                Eli   | 2021-02-01   | 2021-02-01 |            | V2
                Fay   | 2021-02-01   | 2021-02-01 |            | V2
                Gus   | 2021-02-01   | 2021-02-01 |            | C2
                Gus   | 2021-02-01   | 2021-03-05 | 2021-03-01 | C1
                Hal   | 2021-02-01   | 2021-02-01 | 2021-03-04 | C2
                Hal   | 2021-02-01   | 2021-03-04 |            | C1
            """,
            "placements": """
                child | started    | ended | type | temporary_approval | full_approval_decided
                Asha  | 2021-02-01 |       | P1   |                    |
                Ben   | 2021-02-01 |       | P1   |                    |
                Cai   | 2021-02-01 |       | U6   |                    |
                Dee   | 2021-02-01 |       | U3   | 2021-03-03         |
                Eli   | 2021-02-01 |       | U3   | 2021-03-04         |
                Fay   | 2021-02-01 |       | U3   | 2021-02-01         | 2021-03-03
                Gus   | 2021-02-01 |       | P1   |                    |
                Hal   | 2021-02-01 |       | P1   |                    |
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
                Cai   | 2021-03-03 | yes
                Dee   | 2021-03-03 | yes
                Eli   | 2021-03-03 | yes
                Fay   | 2021-03-03 | yes
                Gus   | 2021-03-03 | yes
                Hal   | 2021-03-03 | yes
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": "nothing",
            "Ben": "overdue",
            "Cai": "nothing",
            "Dee": "overdue",
            "Eli": "nothing",
            "Fay": "nothing",
            "Gus": "nothing",
            "Hal": "nothing",
        },
        why="The interim order on Asha was replaced on the day of the visit, the one on Hal made the day after, and Fay's carer was decided on that day.",
    )
