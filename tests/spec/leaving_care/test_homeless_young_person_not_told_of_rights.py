"""Worked examples: homeless young person not told of their rights."""

from sightline.rules.leaving_care.homeless_young_person_not_told_of_rights import (
    HOMELESS_YOUNG_PERSON_NOT_TOLD_OF_RIGHTS as RULE,
)


def test_the_next_working_day_is_in_time(worked_example):
    """Told on the next working day is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-06-01
                Ben   | 2004-06-01
                Cai   | 2004-06-01
                Dee   | 2004-06-01
            """,
            "homeless_young_people": """
                child | presented  | told_of_rights | advocate_offered | care_offered | answered   | care_accepted
                Asha  | 2021-03-05 | 2021-03-08     | yes              | yes          | 2021-03-09 | no
                Ben   | 2021-03-05 | 2021-03-09     | no               | no           |            |
                Cai   | 2021-03-05 |                |                  |              |            |
                Dee   | 2021-03-08 |                |                  |              |            |
            """,
        },
        on="2021-03-09",
        shows={
            "Asha": ("in time", {"due": "2021-03-08", "met": "2021-03-08"}),
            "Ben": ("late", {"opens": "2021-03-09", "closes": "2021-03-09"}),
            "Cai": ("overdue", {"opens": "2021-03-09"}),
            "Dee": ("still in time", {"due": "2021-03-09"}),
        },
        evidence={
            "Asha": {"advocate offered": True, "care accepted": False},
            "Ben": {"advocate offered": False, "care offered": False, "care accepted": None},
        },
        why="5 March 2021 was a Friday.",
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
                Cai   | 2003-06-01 | 2021-03-06
            """,
            "homeless_young_people": """
                child | presented
                Asha  | 2021-03-05
                Ben   | 2021-03-05
                Cai   | 2021-03-05
            """,
        },
        on="2021-04-01",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-08"}),
            "Ben": ("late", {"opens": "2021-03-09", "closes": "2021-03-20"}),
            "Cai": ("no longer required", {"lapses": "2021-03-06"}),
        },
    )


def test_the_councils_own_limit(worked_example):
    """A council that allows itself five working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-06-01
            """,
            "homeless_young_people": """
                child | presented
                Asha  | 2021-03-05
            """,
        },
        on="2021-03-09",
        shows={"Asha": ("still in time", {"due": "2021-03-12"})},
        local_standards={"HOM-02": 5},
    )
