"""Worked examples: child on a protection plan unseen for four weeks, and no manager has acted."""

from sightline.rules.protection_plan.unseen_child_without_manager_action import (
    UNSEEN_CHILD_WITHOUT_MANAGER_ACTION as RULE,
)


def test_four_weeks_without_sight(worked_example):
    """On the last day of the four weeks there is nothing yet; the concern opens on the next."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-05 |
                Cai 1  | Cai   | 2021-03-04 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-03-18 | no
                Cai   | Cai 1  | 2021-03-05 | yes
            """,
        },
        on="2021-04-02",
        shows={"Asha": ("open", {"opens": "2021-04-02"}), "Ben": "nothing", "Cai": "nothing"},
        why="Asha was visited and not seen.",
    )


def test_a_manager_acts(worked_example):
    """A decision from the day the visit was due until the four weeks are over is in time; a later one closes the concern."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-04 |
                Cai 1  | Cai   | 2021-03-04 |
                Dina 1 | Dina  | 2021-03-04 |
            """,
            "management_decisions": """
                child | made
                Asha  | 2021-03-18
                Ben   | 2021-04-12
                Ben   | 2021-04-19
                Cai   | 2021-03-17
                Dina  | 2021-04-02
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": "nothing",
            "Ben": ("closed", {"closes": "2021-04-12"}),
            "Cai": ("open", {"opens": "2021-04-02"}),
            "Dina": "nothing",
        },
        evidence={"Cai": {"visit was due": "2021-03-18", "manager to act by": "2021-04-01"}},
        why="Cai's decision came the day before the visit was due. Dina's came on the first day, and the concern was open on no day.",
    )


def test_the_child_is_seen(worked_example):
    """Sight of the child closes the concern and starts the four weeks anew."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2021-03-04 |
                Cai 1  | Cai   | 2021-03-04 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-04-12 | yes
                Ben   | Ben 1  | 2021-04-02 | yes
                Cai   | Cai 1  | 2021-03-25 | yes
            """,
        },
        on="2021-05-31",
        shows={
            "Asha 2021-03-04": ("closed", {"closes": "2021-04-12"}),
            "Asha 2021-04-12": ("open", {"opens": "2021-05-11"}),
            "Ben": ("open", {"opens": "2021-05-01"}),
            "Cai": "open",
        },
        why="Ben was seen on the first day, Cai before it.",
    )


def test_the_plan_ends(worked_example):
    """The end of the plan closes the concern; a plan that ends by the first day never opens it."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-04-12
                Ben 1  | Ben   | 2021-03-04 | 2021-04-02
                Cai 1  | Cai   | 2021-03-04 | 2021-03-25
            """,
        },
        on="2021-05-31",
        shows={"Asha": ("closed", {"closes": "2021-04-12"}), "Ben": "nothing", "Cai": "nothing"},
    )
