"""Worked examples: privately fostered child not visited for six weeks in the first year."""

from sightline.rules.others_to_protect.private_fostering_visit_overdue_in_first_year import (
    PRIVATE_FOSTERING_VISIT_OVERDUE_IN_FIRST_YEAR as RULE,
)


def test_six_weeks_to_the_day_is_in_time(worked_example):
    """A visit six weeks to the day after the last is in time, a day later it is late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2021-09-01
                Ben f       | Ben   | 2021-09-01
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-06 | yes
                Asha 2 | Asha  | Asha f      | 2021-10-18 | yes
                Ben 1  | Ben   | Ben f       | 2021-09-06 | yes
                Ben 2  | Ben   | Ben f       | 2021-10-19 | yes
            """,
        },
        on="2021-10-20",
        shows={
            "Asha 2021-09-06": ("in time", {"due": "2021-10-18"}),
            "Asha 2021-10-18": "still in time",
            "Ben 2021-09-06": ("late", {"opens": "2021-10-19", "closes": "2021-10-19"}),
            "Ben 2021-10-19": "still in time",
        },
        evidence={
            "Ben 2021-09-06": {
                "council told": "2021-09-01",
                "visited": "2021-09-06",
                "visited again": "2021-10-19",
            }
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time, then overdue. Without a first visit no clock runs."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2021-09-01
                Ben f       | Ben   | 2021-09-01
                Cai f       | Cai   | 2021-09-01
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-06 | yes
                Ben 1  | Ben   | Ben f       | 2021-09-07 | yes
            """,
        },
        on="2021-10-19",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
    )


def test_the_first_year(worked_example):
    """A visit on the day before the anniversary starts a clock of the first year, one on it does not."""
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
        shows={"Asha": "nothing", "Ben": "overdue"},
    )


def test_the_end_of_the_arrangement_lapses_the_clock(worked_example):
    """An arrangement that ends by the due day asks for no further visit; after that it was late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | ended
                Asha f      | Asha  | 2021-09-01 | 2021-10-18
                Ben f       | Ben   | 2021-09-01 | 2021-10-19
                Cai f       | Cai   | 2021-09-01 | 2021-10-04
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  |             | 2021-09-06 | yes
                Ben 1  | Ben   |             | 2021-09-06 | yes
                Cai 1  | Cai   |             | 2021-09-06 | yes
                Cai 2  | Cai   |             | 2021-10-04 | yes
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": "no longer required",
            "Ben": ("late", {"closes": "2021-10-19"}),
            "Cai 2021-09-06": ("in time", {"met": "2021-10-04"}),
        },
        evidence={"Asha": {"arrangement ended": "2021-10-18"}},
        why="Cai was visited on the last day, which starts no further clock.",
    )


def test_a_visit_with_the_child_not_seen(worked_example):
    """A visit at which the child was not seen neither meets nor starts a clock."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2021-09-01
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-06 | yes
                Asha 2 | Asha  | Asha f      | 2021-10-11 | no
            """,
        },
        on="2021-12-31",
        shows={"Asha 2021-09-06": "overdue"},
    )
