"""Worked examples: homeless young person not assessed at once."""

from sightline.rules.leaving_care.homeless_young_person_not_assessed import (
    HOMELESS_YOUNG_PERSON_NOT_ASSESSED as RULE,
)


def test_the_same_day_is_in_time(worked_example):
    """Assessed the same day is in time, the day after is late, on a weekend too."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-06-01
                Ben   | 2004-06-01
                Cai   | 2004-06-01
            """,
            "homeless_young_people": """
                child | presented  | assessed   | assessed_with_housing | outcome
                Asha  | 2021-03-06 | 2021-03-06 | yes                   | section 20
                Ben   | 2021-03-06 | 2021-03-07 | no                    | back home
                Cai   | 2021-03-06 |            |                       |
            """,
        },
        on="2021-03-08",
        shows={
            "Asha": ("in time", {"due": "2021-03-06"}),
            "Ben": ("late", {"opens": "2021-03-07", "closes": "2021-03-07"}),
            "Cai": ("overdue", {"opens": "2021-03-07"}),
        },
        evidence={
            "Asha": {"housing took part": True, "lived then": "section 20"},
            "Cai": {"assessed": None},
        },
        why="6 March 2021 was a Saturday.",
    )


def test_on_the_day_itself(worked_example):
    """On the day the young person came nobody is late yet."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-06-01
            """,
            "homeless_young_people": """
                child | presented
                Asha  | 2021-03-08
            """,
        },
        on="2021-03-08",
        shows={"Asha": ("still in time", {"due": "2021-03-08"})},
    )


def test_turning_18_or_death_lapses_it(worked_example):
    """Turning 18 or death lapses the duty."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2003-03-08 |
                Ben   | 2003-03-20 |
                Cai   | 2003-06-01 | 2021-03-15
                Dee   |            |
            """,
            "homeless_young_people": """
                child | presented
                Asha  | 2021-03-08
                Ben   | 2021-03-08
                Cai   | 2021-03-08
                Dee   | 2021-03-08
                Eve   | 2021-03-08
            """,
        },
        on="2021-04-01",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-08"}),
            "Ben": ("late", {"opens": "2021-03-09", "closes": "2021-03-20"}),
            "Cai": ("late", {"closes": "2021-03-15"}),
            "Dee": "overdue",
            "Eve": "overdue",
        },
        why="Of Dee no birthday is recorded, and of Eve nothing at all.",
    )


def test_two_requests(worked_example):
    """A second request begins a duty of its own; two on one day are one."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-06-01
            """,
            "homeless_young_people": """
                child | presented  | assessed
                Asha  | 2021-03-08 | 2021-03-10
                Asha  | 2021-03-08 | 2021-03-08
                Asha  | 2021-05-10 |
            """,
        },
        on="2021-05-11",
        shows={"Asha 2021-03-08": "in time", "Asha 2021-05-10": "overdue"},
    )
