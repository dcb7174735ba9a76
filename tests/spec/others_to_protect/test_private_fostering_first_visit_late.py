"""Worked examples: privately fostered child not visited within seven working days."""

from sightline.rules.others_to_protect.private_fostering_first_visit_late import (
    PRIVATE_FOSTERING_FIRST_VISIT_LATE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A visit on the seventh working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2021-09-06
                Ben f       | Ben   | 2021-09-06
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-15 | yes
                Asha 2 | Asha  | Asha f      | 2021-09-20 | yes
                Ben 1  | Ben   | Ben f       | 2021-09-16 | yes
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-15", "met": "2021-09-15"}),
            "Ben": ("late", {"opens": "2021-09-16", "closes": "2021-09-16"}),
        },
        evidence={"Ben": {"council told": "2021-09-06", "first visit": "2021-09-16"}},
        why="Monday 6 September plus seven working days is Wednesday 15 September.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time, then overdue. Before the council was told no clock runs."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | started
                Asha f      | Asha  | 2021-09-06 | 2021-06-01
                Ben f       | Ben   | 2021-09-07 | 2021-09-07
                Cai f       | Cai   |            | 2021-06-01
            """
        },
        on="2021-09-16",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
    )


def test_the_child_must_have_been_seen(worked_example):
    """A visit at which the child was not seen, or that does not say, does not count."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified
                Asha f      | Asha  | 2021-09-06
                Ben f       | Ben   | 2021-09-06
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  | Asha f      | 2021-09-08 | no
                Ben 1  | Ben   | Ben f       | 2021-09-08 |
            """,
        },
        on="2021-09-30",
        shows={"Asha": "overdue", "Ben": "overdue"},
    )


def test_the_end_of_the_arrangement_lapses_the_duty(worked_example):
    """An arrangement that ends by the due day asks for no visit; after that it was late."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | ended
                Asha f      | Asha  | 2021-09-06 | 2021-09-15
                Ben f       | Ben   | 2021-09-06 | 2021-09-16
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-15"}),
            "Ben": ("late", {"closes": "2021-09-16"}),
        },
        evidence={"Asha": {"arrangement ended": "2021-09-15"}},
    )


def test_which_arrangement_a_visit_is_of(worked_example):
    """A visit is of the arrangement it names or, naming none, of the one running that day."""
    worked_example(
        RULE,
        {
            "private_fostering_arrangements": """
                arrangement | child | notified   | ended
                Asha f      | Asha  | 2021-09-06 |
                Ben f1      | Ben   | 2021-03-01 | 2021-03-05
                Ben f2      | Ben   | 2021-09-06 |
                Cai f       | Cai   | 2021-09-06 |
            """,
            "private_fostering_visits": """
                visit  | child | arrangement | visited    | child_seen
                Asha 1 | Asha  |             | 2021-09-06 | yes
                Ben 1  | Ben   | Ben f1      | 2021-09-08 | yes
                Cai 1  | Cai   |             | 2021-09-03 | yes
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"met": "2021-09-06"}),
            "Ben 2021-03-01": "no longer required",
            "Ben 2021-09-06": "overdue",
            "Cai": "overdue",
        },
        why="Cai was visited before the council was told.",
    )
