"""Worked examples: care leaver not in suitable accommodation."""

from sightline.rules.leaving_care.care_leaver_home_not_suitable import (
    CARE_LEAVER_HOME_NOT_SUITABLE as RULE,
)


def test_open_while_the_record_says_so(worked_example):
    """Open from the day the home is last known not to be suitable until the record says otherwise."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | accommodation | accommodation_suitable
                Asha  | 2021-03-01 | former relevant | W             | 2
                Ben   | 2021-03-01 | former relevant | U             | 1
                Cai   | 2021-03-01 | former relevant | S             |
                Dee   | 2021-03-01 | none            | W             | 2
                Eve   | 2021-03-01 | former relevant | W             | 2
                Eve   | 2021-05-01 | former relevant | U             | 1
            """
        },
        on="2021-06-01",
        shows={
            "Asha": ("open", {"opens": "2021-03-01"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
            "Eve": ("closed", {"opens": "2021-03-01", "closes": "2021-05-01"}),
        },
        evidence={"Asha": {"lives in": "bed and breakfast"}},
        why="Nobody judged Cai's accommodation; to Dee nothing is owed any more.",
    )


def test_home_by_home(worked_example):
    """Where homes are recorded one by one, open from moving in until moving out."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended      | kind | suitable
                Asha  | 2021-03-01 | 2021-04-01 | W    | no
                Asha  | 2021-04-01 |            | U    | yes
                Ben   | 2021-03-01 | 2021-04-01 | V    | no
                Ben   | 2021-04-01 |            | W    | no
                Cai   | 2021-03-01 |            | U    | yes
                Dee   | 2021-03-01 |            | U    |
                Eve   | 2021-03-05 | 2021-03-01 | W    | no
            """
        },
        on="2021-06-01",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2021-04-01"}),
            "Ben": ("open", {"opens": "2021-03-01", "closes": None}),
            "Cai": "nothing",
            "Dee": "nothing",
            "Eve": "nothing",
        },
        why="Ben went from one unsuitable home straight into another. Eve's row ends before it begins.",
        evidence={"Asha": {"lives in": "bed and breakfast", "no longer so": "2021-04-01"}},
    )


def test_the_two_kinds_of_record_together(worked_example):
    """A later record of either kind closes what the other opened."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | kind | suitable
                Asha  | 2021-03-01 |       | K    | no
                Ben   | 2021-05-01 |       | U    | yes
            """,
            "care_leavers": """
                child | as_of      | eligibility     | accommodation | accommodation_suitable
                Asha  | 2021-04-15 | former relevant | K             | 1
                Ben   | 2021-03-01 | former relevant | V             | 2
            """,
        },
        on="2021-06-01",
        shows={
            "Asha": ("closed", {"closes": "2021-04-15"}),
            "Ben": ("closed", {"closes": "2021-05-01"}),
        },
    )
