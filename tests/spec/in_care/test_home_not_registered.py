"""Worked examples: home that has to be registered and is not."""

from sightline.rules.in_care.home_not_registered import (
    HOME_NOT_REGISTERED as RULE,
)


def test_open_from_the_day_of_the_placement(worked_example):
    """Open from the day a placement began in a home found not to be registered."""
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
                child | started    | ended | type | registered
                Asha  | 2021-03-01 |       | K2   | no
                Ben   | 2021-03-01 |       | K2   | yes
                Cai   | 2021-03-02 |       | K2   | no
            """,
        },
        on="2021-03-01",
        shows={"Asha": ("open", {"opens": "2021-03-01"}), "Ben": "nothing", "Cai": "nothing"},
    )


def test_closed_when_the_child_leaves(worked_example):
    """It closes when the child leaves the home, or care."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-04-12 | C2
            """,
            "placements": """
                child | started    | ended      | type | registered
                Asha  | 2021-03-01 | 2021-04-05 | H5   | no
                Ben   | 2021-03-01 |            | U6   | no
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"closes": "2021-04-05"}),
            "Ben": ("closed", {"closes": "2021-04-12"}),
        },
    )


def test_nobody_checked(worked_example):
    """Where nobody checked, nobody can tell of homes that have to be registered; other kinds are not asked about."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
                Dee   | 2019-06-03   | 2019-06-03 |       | V4
            """,
            "placements": """
                child | started    | ended | type | registered
                Asha  | 2021-03-01 |       | H5   |
                Ben   | 2021-03-01 |       | U6   |
                Cai   | 2021-03-01 |       |      |
                Dee   | 2021-03-01 |       | K2   | no
            """,
        },
        on="2021-05-31",
        shows={"Asha": "cannot tell", "Ben": "nothing", "Cai": "nothing", "Dee": "nothing"},
    )


def test_two_begun_on_one_day_are_one(worked_example):
    """Of two placements begun on one day, one found unregistered is enough."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | registered
                Asha  | 2021-03-01 |       | K2   | yes
                Asha  | 2021-03-01 |       | K2   | no
            """,
        },
        on="2021-05-31",
        shows={"Asha": "open"},
    )
