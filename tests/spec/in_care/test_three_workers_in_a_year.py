"""Worked examples: three social workers within a year."""

from sightline.rules.in_care.three_workers_in_a_year import (
    THREE_WORKERS_IN_A_YEAR as RULE,
)


def test_open_from_the_third(worked_example):
    """Open from the day the third began, where the second began no more than a year before."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "allocations": """
                child | worker   | role          | started
                Asha  | Worker 1 | social worker | 2019-06-03
                Asha  | Worker 2 | social worker | 2020-05-04
                Asha  | Worker 3 | social worker | 2021-05-04
                Ben   | Worker 1 | social worker | 2019-06-03
                Ben   | Worker 2 | social worker | 2020-05-04
                Ben   | Worker 3 | social worker | 2021-05-05
                Cai   | Worker 1 | social worker | 2020-05-04
                Cai   | Worker 2 | social worker | 2021-03-01
            """,
        },
        on="2021-05-04",
        shows={"Asha": ("open", {"opens": "2021-05-04"}), "Ben": "nothing", "Cai": "nothing"},
        evidence={"Asha": {"second of the workers began": "2020-05-04"}},
    )


def test_closed_a_year_after_the_second(worked_example):
    """Closed a year after the second began, when care ends or with a further change."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Dee   | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-02-01 | C2
            """,
            "allocations": """
                child | worker   | role          | started
                Asha  | Worker 1 | social worker | 2019-06-03
                Asha  | Worker 2 | social worker | 2020-05-04
                Asha  | Worker 3 | social worker | 2020-11-02
                Ben   | Worker 1 | social worker | 2019-06-03
                Ben   | Worker 2 | social worker | 2020-05-04
                Ben   | Worker 3 | social worker | 2020-11-02
                Dee   | Worker 1 | social worker | 2019-06-03
                Dee   | Worker 2 | social worker | 2020-05-04
                Dee   | Worker 3 | social worker | 2020-11-02
                Dee   | Worker 4 | social worker | 2021-03-01
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"opens": "2020-11-02", "closes": "2021-05-05"}),
            "Ben": ("closed", {"closes": "2021-02-01"}),
            "Dee 2020-11-02": ("closed", {"closes": "2021-03-01"}),
            "Dee 2021-03-01": "open",
        },
    )


def test_who_is_a_new_worker(worked_example):
    """Managers and teams are left out, the same worker again is no change, and one who comes back after another is."""
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
            """,
            "allocations": """
                child | worker   | role          | started
                Asha  | Worker 1 | social worker | 2019-06-03
                Asha  | Worker 2 | social worker | 2020-05-04
                Asha  | Worker 3 | manager       | 2020-08-03
                Ben   | Worker 1 | social worker | 2019-06-03
                Ben   |          | social worker | 2020-05-04
                Ben   | Worker 2 | social worker | 2020-08-03
                Cai   | Worker 1 | social worker | 2019-06-03
                Cai   | Worker 2 | social worker | 2020-05-04
                Cai   | Worker 2 | social worker | 2020-08-03
                Dee   | Worker 1 | social worker | 2019-06-03
                Dee   | Worker 2 | social worker | 2020-05-04
                Dee   | Worker 1 | social worker | 2020-08-03
                Eli   | Worker 1 | social worker | 2019-06-03
                Eli   | Worker 1 | social worker | 2020-05-04
                Eli   | Worker 2 | social worker | 2020-05-04
                Eli   | Worker 3 | social worker | 2020-08-03
            """,
        },
        on="2020-11-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "open",
            "Eli": "nothing",
        },
        why="Of the two who began with Eli on one day, the first by their id is taken: no change.",
    )


def test_only_in_care(worked_example):
    """Workers who began before care, or in short breaks, are not counted."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-04-06   | 2020-04-06 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | V4
                Cai   | 2020-05-11   | 2020-05-11 |       | C2
            """,
            "allocations": """
                child | worker   | role          | started
                Asha  | Worker 1 | social worker | 2020-04-06
                Asha  | Worker 2 | social worker | 2020-05-04
                Asha  | Worker 3 | social worker | 2020-08-03
                Ben   | Worker 1 | social worker | 2019-06-03
                Ben   | Worker 2 | social worker | 2020-05-04
                Ben   | Worker 3 | social worker | 2020-08-03
                Cai   | Worker 1 | social worker | 2020-04-06
                Cai   | Worker 2 | social worker | 2020-05-04
                Cai   | Worker 3 | social worker | 2020-08-03
            """,
        },
        on="2020-11-30",
        shows={"Asha": "open", "Ben": "nothing", "Cai": "nothing"},
    )


def test_a_councils_own_count(worked_example):
    """A council may ask from another number of workers, or in another window."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "allocations": """
                child | worker   | role          | started
                Asha  | Worker 1 | social worker | 2019-06-03
                Asha  | Worker 2 | social worker | 2020-05-04
                Asha  | Worker 3 | social worker | 2020-08-03
                Ben   | Worker 1 | social worker | 2019-06-03
                Ben   | Worker 2 | social worker | 2019-07-01
                Ben   | Worker 3 | social worker | 2020-05-04
                Ben   | Worker 4 | social worker | 2020-08-03
            """,
        },
        on="2020-09-30",
        shows={"Asha": "nothing", "Ben": "open"},
        local_standards={"CLA-32": 4, "CLA-33": 24},
    )
