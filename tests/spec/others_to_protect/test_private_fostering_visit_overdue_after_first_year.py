"""Worked examples: privately fostered child not visited for twelve weeks after the first year."""

from sightline.rules.others_to_protect.private_fostering_visit_overdue_after_first_year import (
    PRIVATE_FOSTERING_VISIT_OVERDUE_AFTER_FIRST_YEAR as RULE,
)


def test_twelve_weeks_to_the_day_is_in_time(worked_example):
    """A visit twelve weeks to the day after the last is in time, a day later it is late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2019-09-02
                Ben f       | Ben   | 2019-09-02
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-06 | yes
                Asha 2 | Asha  | Asha f      | 2021-11-29 | yes
                Ben 1  | Ben   | Ben f       | 2021-09-06 | yes
                Ben 2  | Ben   | Ben f       | 2021-11-30 | yes
            """,
        },
        on="2021-12-01",
        shows={
            "Asha 2021-09-06": ("in time", {"due": "2021-11-29"}),
            "Asha 2021-11-29": "still in time",
            "Ben 2021-09-06": ("late", {"opens": "2021-11-30", "closes": "2021-11-30"}),
            "Ben 2021-11-30": "still in time",
        },
        evidence={
            "Ben 2021-09-06": {
                "council told": "2019-09-02",
                "visited": "2021-09-06",
                "visited again": "2021-11-30",
            }
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2019-09-02
                Ben f       | Ben   | 2019-09-02
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-06 | yes
                Ben 1  | Ben   | Ben f       | 2021-09-07 | yes
            """,
        },
        on="2021-11-30",
        shows={"Asha": "overdue", "Ben": "still in time"},
    )


def test_after_the_first_year(worked_example):
    """A visit on the anniversary starts a clock of twelve weeks, one on the day before does not."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2020-09-06
                Ben f       | Ben   | 2020-09-07
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-06 | yes
                Ben 1  | Ben   | Ben f       | 2021-09-06 | yes
            """,
        },
        on="2021-12-31",
        shows={"Asha": "overdue", "Ben": "nothing"},
    )


def test_the_end_of_the_arrangement_lapses_the_clock(worked_example):
    """An arrangement that ends by the due day asks for no further visit; after that it was late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | ended
                Asha f      | Asha  | 2019-09-02 | 2021-11-29
                Ben f       | Ben   | 2019-09-02 | 2021-11-30
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  |             | 2021-09-06 | yes
                Ben 1  | Ben   |             | 2021-09-06 | yes
            """,
        },
        on="2021-12-31",
        shows={"Asha": "no longer required", "Ben": ("late", {"closes": "2021-11-30"})},
        evidence={"Asha": {"arrangement ended": "2021-11-29"}},
    )
