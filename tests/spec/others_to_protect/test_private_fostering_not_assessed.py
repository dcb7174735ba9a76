"""Worked examples: private fostering arrangement not assessed."""

from sightline.rules.others_to_protect.private_fostering_not_assessed import (
    PRIVATE_FOSTERING_NOT_ASSESSED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Assessed on the 45th working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | assessed   | suitable
                Asha f      | Asha  | 2021-09-06 | 2021-11-08 | no
                Ben f       | Ben   | 2021-09-06 | 2021-11-09 | yes
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("in time", {"due": "2021-11-08"}),
            "Ben": ("late", {"opens": "2021-11-09", "closes": "2021-11-09"}),
        },
        evidence={
            "Asha": {
                "council told": "2021-09-06",
                "assessed": "2021-11-08",
                "judged suitable": False,
            }
        },
        why="Monday 6 September plus 45 working days is Monday 8 November.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time, then overdue. Before the council was told no clock runs."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | started
                Asha f      | Asha  | 2021-09-06 |
                Ben f       | Ben   | 2021-09-07 |
                Cai f       | Cai   |            | 2021-09-06
            """
        },
        on="2021-11-09",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
    )


def test_the_end_of_the_arrangement_lapses_the_duty(worked_example):
    """An arrangement that ends by the due day asks for no assessment; after that it was late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | ended
                Asha f      | Asha  | 2021-09-06 | 2021-11-08
                Ben f       | Ben   | 2021-09-06 | 2021-11-09
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-11-08"}),
            "Ben": ("late", {"closes": "2021-11-09"}),
        },
        evidence={"Asha": {"arrangement ended": "2021-11-08"}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for 30 working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2021-09-06
            """
        },
        on="2021-10-19",
        shows={"Asha": ("overdue", {"due": "2021-10-18"})},
        local_standards={"PFO-05": 30},
    )
