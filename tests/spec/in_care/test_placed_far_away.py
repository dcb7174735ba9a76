"""Worked examples: placement far from home."""

from sightline.rules.in_care.placed_far_away import (
    PLACED_FAR_AWAY as RULE,
)


def test_open_from_the_day_of_the_placement(worked_example):
    """Open from the day of a placement of more than twenty miles; exactly twenty is not far."""
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
                child | started    | ended | type | miles_from_home
                Asha  | 2021-03-01 |       | U6   | 20.5
                Ben   | 2021-03-01 |       | U6   | 20
                Cai   | 2021-03-02 |       | U6   | 95
            """,
        },
        on="2021-03-01",
        shows={
            "Asha": ("open", {"opens": "2021-03-01", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        evidence={"Asha": {"miles from home": 20.5}},
    )


def test_closed_when_the_child_leaves(worked_example):
    """It closes when the child leaves the placement, or care."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |            | C2
                Ben   | 2019-06-03   | 2019-06-03 | 2021-04-12 | C2
            """,
            "placements": """
                child | started    | ended      | type | miles_from_home
                Asha  | 2021-03-01 | 2021-04-05 | U6   | 60
                Ben   | 2021-03-01 |            | U6   | 60
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"closes": "2021-04-05"}),
            "Ben": ("closed", {"closes": "2021-04-12"}),
        },
    )


def test_no_distance(worked_example):
    """Without a distance nobody can tell; short breaks and hospital are not asked about."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | V4
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | miles_from_home
                Asha  | 2021-03-01 |       | U6   |
                Ben   | 2021-03-01 |       | U6   | 60
                Cai   | 2021-03-01 |       | T1   | 60
            """,
        },
        on="2021-05-31",
        shows={"Asha": "cannot tell", "Ben": "nothing", "Cai": "nothing"},
    )


def test_two_begun_on_one_day_are_one(worked_example):
    """Of two placements begun on one day the nearer counts."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | miles_from_home
                Asha  | 2021-03-01 |       | U6   | 60
                Asha  | 2021-03-01 |       | K2   | 5
            """,
        },
        on="2021-05-31",
        shows={"Asha": "nothing"},
    )


def test_a_councils_own_distance(worked_example):
    """A council may set a distance of its own."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | miles_from_home
                Asha  | 2021-03-01 |       | U6   | 60
            """,
        },
        on="2021-05-31",
        shows={"Asha": "nothing"},
        local_standards={"CLA-35": 60},
    )
