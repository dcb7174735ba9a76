"""Worked examples: child not seen at two visits running."""

from sightline.rules.social_worker.child_not_seen_at_two_visits import (
    CHILD_NOT_SEEN_AT_TWO_VISITS as RULE,
)


def test_open_from_the_second_visit(worked_example):
    """Open from the second visit in a row without the child; one is not enough."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
                Ben 1  | Ben   | 2021-03-01 |
                Cai 1  | Cai   | 2021-03-01 |
                Dee 1  | Dee   | 2021-03-01 |
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-08 | no
                Asha  | 2021-03-22 | no
                Asha  | 2021-04-05 | no
                Ben   | 2021-03-08 | no
                Ben   | 2021-03-15 | yes
                Ben   | 2021-03-22 | no
                Cai   | 2021-03-08 | no
                Cai   | 2021-03-22 |
                Dee   | 2021-02-22 | no
                Dee   | 2021-03-08 | no
            """,
        },
        on="2021-04-10",
        shows={
            "Asha": ("open", {"opens": "2021-03-22", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
        },
        evidence={"Asha": {"first visit without the child": "2021-03-08"}},
        why="Cai's second visit does not say. Dee's first was before the plan.",
    )


def test_closes_when_the_child_is_seen(worked_example):
    """Closes when the child is next seen; it may come to that again."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-01 | yes
                Asha  | 2021-03-08 | no
                Asha  | 2021-03-22 | no
                Asha  | 2021-04-05 | yes
                Asha  | 2021-04-19 | yes
                Asha  | 2021-05-03 | no
                Asha  | 2021-05-17 | no
            """,
        },
        on="2021-06-01",
        shows={
            "Asha 2021-03-22": ("closed", {"closes": "2021-04-05"}),
            "Asha 2021-05-17": ("open", {"closes": None}),
        },
        evidence={
            "Asha 2021-03-22": {"child next seen": "2021-04-05"},
            "Asha 2021-05-17": {"first visit without the child": "2021-05-03"},
        },
    )


def test_visits_of_every_kind(worked_example):
    """Visits of every kind are one row of visits; several on one day are one."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-03-20
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-03-20 |
                Ben 1  | Ben   | 2021-03-01 |
                Cai 1  | Cai   | 2021-03-01 |
            """,
            "care_episodes": """
                child | started    | ended
                Dee   | 2021-03-01 |
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-08 | no
            """,
            "child_in_need_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-29 | no
                Ben   | 2021-03-08 | no
                Ben   | 2021-03-29 | no
                Ben   | 2021-03-29 | yes
                Cai   | 2021-03-08 | no
                Cai   | 2021-03-08 | no
            """,
            "care_visits": """
                child | visited    | child_seen
                Dee   | 2021-03-08 | no
                Dee   | 2021-03-29 | no
            """,
        },
        on="2021-04-10",
        shows={
            "Asha": ("open", {"opens": "2021-03-29"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": ("open", {"opens": "2021-03-29"}),
        },
        why="On 29 March Ben was seen at one of two visits.",
    )


def test_closes_with_plan_and_care(worked_example):
    """Closes when plan and care are over; a second visit on that last day opens nothing."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-01
                Ben 1  | Ben   | 2021-03-01 | 2021-03-22
                Cai 1  | Cai   | 2021-03-08 | 2021-04-01
                Cai 2  | Cai   | 2021-05-01 |
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-08 | no
                Asha  | 2021-03-22 | no
                Ben   | 2021-03-08 | no
                Ben   | 2021-03-22 | no
                Cai   | 2021-03-08 | no
                Cai   | 2021-05-08 | no
            """,
        },
        on="2021-06-01",
        shows={
            "Asha": ("closed", {"opens": "2021-03-22", "closes": "2021-04-01"}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        why="Cai's two visits belong to two plans with a month between them.",
    )


def test_the_councils_own_number(worked_example):
    """A council may be content to hear of it at the third visit."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-08 | no
                Asha  | 2021-03-22 | no
                Asha  | 2021-04-05 | no
            """,
        },
        on="2021-04-10",
        shows={"Asha": ("open", {"opens": "2021-04-05"})},
        local_standards={"SWK-04": 3},
    )
