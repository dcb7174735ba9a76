"""Worked examples: stepped down from a child in need plan, then up again within a year."""

from sightline.rules.child_in_need.stepped_down_then_up import (
    STEPPED_DOWN_THEN_UP as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """Back on the anniversary of the ending is within the year, a day later is not."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-09-02
                Ben 1  | Ben   | 2021-03-04 | 2021-09-02
                Asha 2 | Asha  | 2022-09-02 |
                Ben 2  | Ben   | 2022-09-03 |
            """,
        },
        on="2022-10-31",
        shows={"Asha 2021-03-04": ("open", {"opens": "2022-09-02"}), "Ben": "nothing"},
    )


def test_three_ways_back(worked_example):
    """A child in need plan, a protection plan or care: the first of them opens the concern."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-09-02
                Ben 1  | Ben   | 2021-03-04 | 2021-09-02
                Cai 1  | Cai   | 2021-03-04 | 2021-09-02
                Dina 1 | Dina  | 2021-03-04 | 2021-09-02
                Asha 2 | Asha  | 2022-02-14 |
            """,
            "protection_plans": """
                child | started    | ended
                Asha  | 2022-01-10 |
                Ben   | 2021-12-06 | 2022-01-03
                Ben   | 2022-02-07 |
            """,
            "care_episodes": """
                child | started    | ended
                Cai   | 2022-02-07 |
            """,
        },
        on="2022-03-31",
        shows={
            "Asha": ("open", {"opens": "2022-01-10"}),
            "Ben": ("open", {"opens": "2021-12-06"}),
            "Cai": ("open", {"opens": "2022-02-07"}),
            "Dina": "nothing",
        },
        evidence={
            "Asha": {
                "next child in need plan started": "2022-02-14",
                "protection plan or care from": "2022-01-10",
            }
        },
    )


def test_stepped_up_not_down(worked_example):
    """Where a protection plan or care took the plan's place, the child was not stepped down."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-09-02
                Ben 1  | Ben   | 2021-03-04 | 2021-09-02
                Cai 1  | Cai   | 2021-03-04 | 2021-09-02
                Dina 1 | Dina  | 2021-03-04 | 2021-09-02
            """,
            "protection_plans": """
                child | started    | ended
                Asha  | 2021-09-02 | 2021-11-01
                Asha  | 2022-01-10 |
                Cai   | 2021-06-07 | 2021-09-03
                Dina  | 2021-06-07 | 2021-09-02
                Dina  | 2021-12-06 |
            """,
            "care_episodes": """
                child | started    | ended
                Ben   | 2021-08-30 |
            """,
        },
        on="2022-03-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dina": ("open", {"opens": "2021-12-06"}),
        },
        why="Cai's protection plan ran on for a day, so help did not end then. Dina's ended with the other plan.",
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """The concern closes six months after the child came back."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-09-02
                Ben 1  | Ben   | 2021-03-04 | 2021-09-02
                Asha 2 | Asha  | 2022-01-10 |
                Ben 2  | Ben   | 2022-01-11 |
                Cai 1  | Cai   | 2021-03-04 |
            """,
        },
        on="2022-07-10",
        shows={
            "Asha 2021-03-04": ("closed", {"closes": "2022-07-10"}),
            "Ben 2021-03-04": "open",
            "Cai": "nothing",
        },
    )
