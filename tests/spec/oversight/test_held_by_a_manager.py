"""Worked examples: case held by a manager for too long."""

from sightline.rules.oversight.held_by_a_manager import (
    HELD_BY_A_MANAGER as RULE,
)


def test_twenty_working_days(worked_example):
    """Twenty working days are not too long; the day after them the concern opens, until a worker holds the case."""
    worked_example(
        RULE,
        {
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Manager A | manager | 2021-03-01 |
                2 | Ben | Manager A | manager | 2021-03-01 | 2021-03-29
                3 | Cai | Manager A | manager | 2021-03-01 | 2021-03-30
                4 | Dev | Manager A | manager | 2021-03-01 |
                5 | Dev | Worker B | social worker | 2021-04-12 |
                6 | Ewa | Worker B | social worker | 2021-03-01 |
                7 | Fay | Manager A | manager | 2021-03-02 |
                8 | Gil | | manager | 2021-03-01 |
            """,
        },
        on="2021-03-30",
        shows={
            "Asha": ("open", {"opens": "2021-03-30", "closes": None}),
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2021-03-30"}),
            "Dev": "open",
            "Ewa": "nothing",
            "Fay": "nothing",
            "Gil": "nothing",
        },
        evidence={"Dev": {"manager allocated": "2021-03-01", "worker held the case from": None}},
        why="Twenty working days after Monday 1 March is Monday 29 March.",
    )


def test_how_it_closes(worked_example):
    """It closes when a worker in a role that holds cases does so, or the day after the manager has left."""
    worked_example(
        RULE,
        {
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Manager A | manager | 2021-03-01 |
                2 | Asha | Worker B | social worker | 2021-04-12 |
                3 | Asha | Worker C | social worker | 2021-05-12 |
                4 | Ben | Manager A | manager | 2021-03-01 | 2021-04-30
                5 | Ben | Worker B | social worker | 2021-05-12 |
                6 | Cai | Manager A | manager | 2021-03-01 |
                7 | Cai | Officer D | independent reviewing officer | 2021-03-08 |
                8 | Cai | | social worker | 2021-03-08 |
                9 | Dev | Worker B | social worker | 2021-01-04 | 2021-03-01
                10 | Dev | Manager A | manager | 2021-03-01 |
                11 | Ewa | Worker B | social worker | 2021-01-04 | 2021-02-28
                12 | Ewa | Manager A | manager | 2021-03-01 |
                13 | Ewa | Manager F | manager | 2021-04-01 |
                14 | Fay | Manager A | manager | 2021-03-01 |
                15 | Fay | Worker B | social worker | 2021-03-30 |
                16 | Gil | Manager A | manager | 2021-03-01 |
                17 | Gil | Worker B | social worker | 2021-03-31 |
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("closed", {"opens": "2021-03-30", "closes": "2021-04-12"}),
            "Ben": ("closed", {"closes": "2021-05-01"}),
            "Cai": ("open", {"closes": None}),
            "Dev": "nothing",
            "Ewa 2021-03-01": "open",
            "Ewa 2021-04-01": ("open", {"opens": "2021-05-05"}),
            "Fay": "nothing",
            "Gil": ("closed", {"opens": "2021-03-30", "closes": "2021-03-31"}),
        },
        evidence={
            "Asha": {"worker held the case from": "2021-04-12"},
            "Ben": {"manager's last day": "2021-04-30"},
        },
        why="Dev's worker still held the case on the day the manager was allocated.",
    )


def test_the_councils_own_number(worked_example):
    """A council that gives a manager five working days is judged by its own number."""
    worked_example(
        RULE,
        {
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Manager A | manager | 2021-03-01 |
            """,
        },
        on="2021-03-09",
        shows={"Asha": ("open", {"opens": "2021-03-09"})},
        local_standards={"OVS-04": 5},
    )
