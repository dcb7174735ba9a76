"""Worked examples: child on a plan who is educated at home."""

from sightline.rules.education.home_educated_with_plan import HOME_EDUCATED_WITH_PLAN as RULE


def test_open_from_the_first_day_of_both(worked_example):
    """It opens on the first day on which a plan and education at home run side by side."""
    worked_example(
        RULE,
        {
            "elective_home_education": """
                home_education | child | started    | ended
                Asha h         | Asha  | 2021-09-06 |
                Ben h          | Ben   | 2021-01-04 |
                Cai h          | Cai   | 2021-01-04 |
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
                Dev 1  | Dev   | 2021-03-01 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Ben 1  | Ben   | 2021-09-07 |
            """,
        },
        on="2021-09-07",
        shows={
            "Asha": ("open", {"opens": "2021-09-06", "closes": None}),
            "Ben": ("open", {"opens": "2021-09-07"}),
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={"Asha": {"left the roll": "2021-09-06", "on a plan since": "2021-03-01"}},
    )


def test_closes_when_either_ends(worked_example):
    """It closes when the first of them ends; what ended before the other began never met it."""
    worked_example(
        RULE,
        {
            "elective_home_education": """
                home_education | child | started    | ended
                Asha h         | Asha  | 2021-03-01 | 2021-10-04
                Ben h          | Ben   | 2021-03-01 | 2021-12-01
                Cai h          | Cai   | 2021-03-01 | 2021-09-06
                Dev h          | Dev   | 2021-09-06 |
                Ewa h          | Ewa   | 2021-12-01 | 2021-09-01
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 | 2021-12-01
                Ben 1  | Ben   | 2021-09-06 | 2021-10-04
                Cai 1  | Cai   | 2021-09-06 |
                Dev 1  | Dev   | 2021-03-01 | 2021-09-06
                Ewa 1  | Ewa   | 2021-03-01 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"opens": "2021-09-06", "closes": "2021-10-04"}),
            "Ben": ("closed", {"closes": "2021-10-04"}),
            "Cai": "nothing",
            "Dev": "nothing",
            "Ewa": "nothing",
        },
        evidence={
            "Asha": {"at school again": "2021-10-04"},
            "Ben": {"plan ended": "2021-10-04"},
        },
        why="Ewa's record ends before it begins and is never judged.",
    )


def test_that_it_was_looked_at_does_not_close_it(worked_example):
    """That the education was looked at, and judged suitable, is shown and closes nothing."""
    worked_example(
        RULE,
        {
            "elective_home_education": """
                home_education | child | started    | reviewed   | suitable
                Asha h         | Asha  | 2021-03-01 | 2021-10-04 | yes
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "open"},
        evidence={"Asha": {"education looked at": "2021-10-04", "judged suitable": True}},
    )


def test_plans_that_share_a_day_are_one_time(worked_example):
    """A step down on one day leaves one concern, from the first day of both."""
    worked_example(
        RULE,
        {
            "elective_home_education": """
                home_education | child | started    | ended
                Asha h         | Asha  | 2021-03-01 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-04-01 | 2021-09-06
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-06 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": ("open", {"opens": "2021-04-01"})},
    )
