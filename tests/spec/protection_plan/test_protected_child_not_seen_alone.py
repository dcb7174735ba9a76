"""Worked examples: child on a protection plan not seen alone two visits running."""

from sightline.rules.protection_plan.protected_child_not_seen_alone import (
    PROTECTED_CHILD_NOT_SEEN_ALONE as RULE,
)


def test_two_visits_running(worked_example):
    """The second visit running without both opens the concern; one alone does not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
                Ben 1  | Ben   | 2021-02-22 |
                Cai 1  | Cai   | 2021-02-22 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen | seen_alone | bedroom_seen
                Asha  | Asha 1 | 2021-03-04 | yes        | no         | yes
                Asha  | Asha 1 | 2021-03-18 | yes        | yes        | no
                Ben   | Ben 1  | 2021-03-04 | yes        | no         | no
                Ben   | Ben 1  | 2021-03-18 | yes        | yes        | yes
                Ben   | Ben 1  | 2021-04-01 | yes        | no         | no
                Cai   | Cai 1  | 2021-03-04 | yes        | no         | no
                Cai   | Cai 1  | 2021-03-18 | yes        | no         | no
                Cai   | Cai 1  | 2021-04-01 | yes        | no         | no
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("open", {"opens": "2021-03-18"}),
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2021-03-18"}),
        },
        why="Asha was seen alone at one visit and the bedroom at the other, at neither both. Cai's third visit is the same concern.",
    )


def test_the_next_visit_with_both_closes_it(worked_example):
    """The next visit with both closes the concern, and two more without open another."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen | seen_alone | bedroom_seen
                Asha  | Asha 1 | 2021-03-04 | yes        | no         | no
                Asha  | Asha 1 | 2021-03-18 | yes        | no         | no
                Asha  | Asha 1 | 2021-04-01 | yes        | yes        | yes
                Asha  |        | 2021-04-15 | yes        | yes        | yes
                Asha  | Asha 1 | 2021-04-20 | yes        | no         | no
                Asha  | Asha 1 | 2021-05-04 | yes        | no         | no
            """,
        },
        on="2021-06-30",
        shows={
            "Asha 2021-03-18": ("closed", {"closes": "2021-04-01"}),
            "Asha 2021-05-04": ("open", {"opens": "2021-05-04"}),
        },
    )


def test_visits_that_are_passed_over(worked_example):
    """A visit that does not say, or at which the child was not seen, is passed over."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
                Ben 1  | Ben   | 2021-02-22 |
                Cai 1  | Cai   | 2021-02-22 |
                Dina 1 | Dina  | 2021-02-22 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen | seen_alone | bedroom_seen
                Asha  | Asha 1 | 2021-03-04 | yes        | no         | no
                Asha  | Asha 1 | 2021-03-18 | yes        |            | yes
                Ben   | Ben 1  | 2021-03-04 | yes        | no         | no
                Ben   | Ben 1  | 2021-03-18 | no         | no         | no
                Cai   | Cai 1  | 2021-03-04 | yes        | no         |
                Cai   | Cai 1  | 2021-03-18 | yes        |            | no
                Dina  | Dina 1 | 2021-03-04 | yes        | no         | no
                Dina  | Dina 1 | 2021-03-18 | yes        | no         | no
                Dina  | Dina 1 | 2021-03-18 | yes        | yes        | yes
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "open", "Dina": "nothing"},
        why="Of each of Cai's visits enough is known. Dina was visited twice on one day, once with both.",
    )


def test_the_end_of_the_plan_closes_it(worked_example):
    """The end of the plan closes the concern, and visits of another plan are not counted with it."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 | 2021-03-25
                Ben 1  | Ben   | 2021-02-22 | 2021-03-18
                Cai 1  | Cai   | 2021-02-22 | 2021-03-10
                Cai 2  | Cai   | 2021-05-04 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen | seen_alone | bedroom_seen
                Asha  | Asha 1 | 2021-03-04 | yes        | no         | no
                Asha  | Asha 1 | 2021-03-18 | yes        | no         | no
                Ben   | Ben 1  | 2021-03-04 | yes        | no         | no
                Ben   | Ben 1  | 2021-03-18 | yes        | no         | no
                Cai   | Cai 1  | 2021-03-04 | yes        | no         | no
                Cai   | Cai 2  | 2021-05-10 | yes        | no         | no
            """,
        },
        on="2021-06-30",
        shows={"Asha": ("closed", {"closes": "2021-03-25"}), "Ben": "nothing", "Cai": "nothing"},
        why="Ben's plan ended on the day of the second visit: the concern was open on no day.",
    )
