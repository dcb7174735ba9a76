"""Worked examples: three placements within a year."""

from sightline.rules.in_care.three_placements_in_a_year import (
    THREE_PLACEMENTS_IN_A_YEAR as RULE,
)


def test_open_from_the_third(worked_example):
    """Open from the day of the third placement, where the first was left no more than a year before."""
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
                child | started    | ended      | type | change_reason
                Asha  | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Asha  | 2020-05-04 | 2021-05-04 | U6   | CARPL
                Asha  | 2021-05-04 |            | U6   |
                Ben   | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Ben   | 2020-05-04 | 2021-05-05 | U6   | CARPL
                Ben   | 2021-05-05 |            | U6   |
                Cai   | 2020-05-04 | 2021-03-01 | U6   | CARPL
                Cai   | 2021-03-01 |            | U6   |
            """,
        },
        on="2021-05-04",
        shows={
            "Asha": ("open", {"opens": "2021-05-04", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        evidence={
            "Asha": {"left the first of the homes": "2020-05-04", "moved here": "2021-05-04"}
        },
    )


def test_closed_a_year_after_the_first_move(worked_example):
    """Closed when the first move is more than a year ago, or care ends."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 |            | C2
                Cai   | 2019-06-03   | 2019-06-03 | 2021-02-01 | C2
            """,
            "placements": """
                child | started    | ended      | type | change_reason
                Asha  | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Asha  | 2020-05-04 | 2020-11-02 | U6   | CARPL
                Asha  | 2020-11-02 |            | U6   |
                Ben   | 2019-06-03 | 2020-05-05 | U6   | CARPL
                Ben   | 2020-05-05 | 2020-11-02 | U6   | CARPL
                Ben   | 2020-11-02 |            | U6   |
                Cai   | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Cai   | 2020-05-04 | 2020-11-02 | U6   | CARPL
                Cai   | 2020-11-02 |            | U6   |
            """,
        },
        on="2021-05-05",
        shows={
            "Asha": ("closed", {"opens": "2020-11-02", "closes": "2021-05-05"}),
            "Ben": "open",
            "Cai": ("closed", {"closes": "2021-02-01"}),
        },
    )


def test_a_further_move(worked_example):
    """A further move closes it, and opens another where it makes three again."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended      | type | change_reason
                Asha  | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Asha  | 2020-05-04 | 2020-08-03 | U6   | CARPL
                Asha  | 2020-08-03 | 2020-11-02 | U6   | CARPL
                Asha  | 2020-11-02 |            | U6   |
                Ben   | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Ben   | 2020-05-04 | 2020-08-03 | U6   | CARPL
                Ben   | 2020-08-03 | 2020-08-03 | U6   | CARPL
                Ben   | 2020-08-03 |            | U6   |
            """,
        },
        on="2020-11-30",
        shows={
            "Asha 2020-08-03": ("closed", {"closes": "2020-11-02"}),
            "Asha 2020-11-02": "open",
            "Ben": ("open", {"opens": "2020-08-03"}),
        },
        why="Two placements begun on one day are one.",
    )


def test_what_is_no_move(worked_example):
    """Hospital, a mere change of standing with the same carer, and an earlier time in care are no move."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 |            | C2
                Cai   | 2019-06-03   | 2019-06-03 | 2020-05-04 | C2
                Cai   | 2020-05-11   | 2020-05-11 |            | C2
                Dee   | 2019-06-03   | 2019-06-03 |            | V4
                Eli   | 2019-06-03   | 2019-06-03 |            | C2
            """,
            "placements": """
                child | started    | ended      | type | change_reason
                Asha  | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Asha  | 2020-05-04 | 2020-05-08 | T1   | CARPL
                Asha  | 2020-05-08 |            | U6   |
                Ben   | 2019-06-03 | 2020-05-04 | U6   | PLACE
                Ben   | 2020-05-04 | 2020-08-03 | U4   | CARPL
                Ben   | 2020-08-03 |            | K2   |
                Cai   | 2019-06-03 | 2020-04-06 | U6   | CARPL
                Cai   | 2020-04-06 | 2020-05-11 | U6   | CARPL
                Cai   | 2020-05-11 |            | U6   |
                Dee   | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Dee   | 2020-05-04 | 2020-08-03 | U6   | CARPL
                Dee   | 2020-08-03 |            | U6   |
                Eli   | 2019-06-03 | 2020-07-06 | U6   | PLACE
                Eli   | 2020-05-04 | 2020-08-03 | U4   | CARPL
                Eli   | 2020-08-03 |            | K2   |
            """,
        },
        on="2020-11-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
            "Eli": "open",
        },
        why="Eli's new placement had begun before the standing of the old one was said to change.",
    )


def test_the_same_day(worked_example):
    """A placement that the child leaves on the day it began is not a concern on any day."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 | 2020-08-03 | C2
            """,
            "placements": """
                child | started    | ended      | type | change_reason
                Asha  | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Asha  | 2020-05-04 | 2020-08-03 | U6   | CARPL
                Asha  | 2020-08-03 |            | U6   |
            """,
        },
        on="2020-11-30",
        shows={"Asha": "nothing"},
    )


def test_a_closing_on_the_anniversary(worked_example):
    """Where the window is over before the child moves on, it closes then; a move after it is no concern."""
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
                child | started    | ended      | type | change_reason
                Asha  | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Asha  | 2020-05-04 | 2021-05-04 | U6   | CARPL
                Asha  | 2021-05-04 | 2021-08-02 | U6   | CARPL
                Asha  | 2021-08-02 |            | U6   |
                Ben   | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Ben   | 2020-05-04 | 2021-05-05 | U6   | CARPL
                Ben   | 2021-05-05 |            | U6   |
                Cai   | 2019-06-03 | 2020-05-04 | U6   | CARPL
                Cai   | 2020-05-04 | 2021-06-07 | U6   | CARPL
                Cai   | 2021-06-07 |            | U6   |
            """,
        },
        on="2021-07-01",
        shows={
            "Asha": ("closed", {"opens": "2021-05-04", "closes": "2021-05-05"}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
    )


def test_moves_before_the_window_was_in_force(worked_example):
    """Before there was a standard for the year, moves within one are counted by none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2016-06-06   | 2016-06-06 |       | C2
            """,
            "placements": """
                child | started    | ended      | type | change_reason
                Asha  | 2016-06-06 | 2017-06-05 | U6   | CARPL
                Asha  | 2017-06-05 | 2018-02-05 | U6   | CARPL
                Asha  | 2018-02-05 | 2018-05-07 | U6   | CARPL
                Asha  | 2018-05-07 |            | U6   |
            """,
        },
        on="2018-04-02",
        shows={"Asha": "nothing"},
    )
