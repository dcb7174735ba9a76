"""Worked examples: council told late of a private fostering arrangement."""

from sightline.rules.others_to_protect.private_fostering_told_late import (
    PRIVATE_FOSTERING_TOLD_LATE as RULE,
)


def test_more_than_28_days_before(worked_example):
    """Told on the 28th day leaves nothing, on the next day it opens."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | started    | notified
                Asha f      | Asha  | 2021-08-09 | 2021-09-07
                Ben f       | Ben   | 2021-08-10 | 2021-09-07
                Cai f       | Cai   |            | 2021-09-07
                Dev f       | Dev   | 2021-06-01 |
            """
        },
        on="2021-09-07",
        shows={
            "Asha": ("open", {"opens": "2021-09-07", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={"Asha": {"arrangement began": "2021-08-09", "council told": "2021-09-07"}},
    )


def test_closes_when_assessed_or_ended(worked_example):
    """It closes when the arrangement is assessed or ends, the first; done by then it leaves none."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | started    | notified   | assessed   | ended
                Asha f      | Asha  | 2021-06-01 | 2021-09-06 | 2021-10-04 | 2021-12-01
                Ben f       | Ben   | 2021-06-01 | 2021-09-06 | 2021-12-01 | 2021-10-04
                Cai f       | Cai   | 2021-06-01 | 2021-09-06 | 2021-09-06 |
                Dev f       | Dev   | 2021-06-01 | 2021-09-06 |            | 2021-09-07
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-10-04"}),
            "Ben": ("closed", {"closes": "2021-10-04"}),
            "Cai": "nothing",
            "Dev": ("closed", {"closes": "2021-09-07"}),
        },
        evidence={"Asha": {"assessed": "2021-10-04"}, "Ben": {"arrangement ended": "2021-10-04"}},
    )


def test_told_in_advance(worked_example):
    """Told before the child moves in, or on that day, is not late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | started    | notified
                Asha f      | Asha  | 2021-09-20 | 2021-09-06
                Ben f       | Ben   | 2021-09-06 | 2021-09-06
            """
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )


def test_the_councils_own_time(worked_example):
    """A council that asks after seven days is judged by its own time."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | started    | notified
                Asha f      | Asha  | 2021-09-06 | 2021-09-14
            """
        },
        on="2021-12-31",
        shows={"Asha": "open"},
        local_standards={"PFO-06": 7},
    )
