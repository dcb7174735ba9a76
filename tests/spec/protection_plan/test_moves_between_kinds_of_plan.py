"""Worked examples: third move between child in need and protection plans in three years."""

from sightline.rules.protection_plan.moves_between_kinds_of_plan import (
    MOVES_BETWEEN_KINDS_OF_PLAN as RULE,
)


def test_the_third_move(worked_example):
    """In need, protected, in need, protected again: the third move opens the concern."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-01-06 | 2020-06-01
                Asha 2 | Asha  | 2020-12-01 | 2021-05-04
                Ben 1  | Ben   | 2020-01-06 | 2020-06-01
                Ben 2  | Ben   | 2020-12-01 | 2021-05-04
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 3 | Asha  | 2020-06-01 | 2020-12-01
                Asha 4 | Asha  | 2021-05-04 |
                Ben 3  | Ben   | 2020-06-01 | 2020-12-01
            """,
        },
        on="2021-06-30",
        shows={"Asha": ("open", {"opens": "2021-05-04"}), "Ben": "nothing"},
        evidence={"Asha": {"first of the moves": "2020-06-01", "kind of plan": "protection plan"}},
    )


def test_the_anniversary_is_inside(worked_example):
    """A third move three years after the first, to the day, is inside; a day later it is not."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2018-01-08 | 2018-06-01
                Asha 2 | Asha  | 2018-12-03 | 2019-03-04
                Ben 1  | Ben   | 2018-01-08 | 2018-06-01
                Ben 2  | Ben   | 2018-12-03 | 2019-03-04
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 3 | Asha  | 2018-06-01 | 2018-12-03
                Asha 4 | Asha  | 2021-06-01 |
                Ben 3  | Ben   | 2018-06-01 | 2018-12-03
                Ben 4  | Ben   | 2021-06-02 |
            """,
        },
        on="2021-06-30",
        shows={"Asha": ("open", {"opens": "2021-06-01"}), "Ben": "nothing"},
    )


def test_what_is_no_move(worked_example):
    """A second plan of the same kind is no move, and neither is a second record of one plan."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-01-06 | 2020-06-01
                Asha 2 | Asha  | 2020-07-01 | 2020-12-01
                Asha 3 | Asha  | 2021-01-04 | 2021-05-04
                Cai 1  | Cai   | 2020-01-06 | 2020-06-01
                Cai 2  | Cai   | 2020-12-01 | 2021-05-04
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 4 | Asha  | 2021-05-04 |
                Ben 1  | Ben   | 2020-01-06 | 2020-06-01
                Ben 2  | Ben   | 2020-07-01 | 2020-12-01
                Ben 3  | Ben   | 2021-01-04 | 2021-03-01
                Ben 4  | Ben   | 2021-05-04 |
                Cai 3  | Cai   | 2020-06-01 | 2020-12-01
                Cai 4  | Cai   | 2021-05-04 | 2021-05-04
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "nothing"},
        why="Cai's last plan ended on the day it started: the concern was open on no day.",
    )


def test_it_closes_when_the_plan_ends(worked_example):
    """The concern closes when the plan moved to ends; a fourth move is one of its own."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-01-06 | 2020-06-01
                Asha 2 | Asha  | 2020-12-01 | 2021-05-04
                Asha 5 | Asha  | 2021-10-04 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 3 | Asha  | 2020-06-01 | 2020-12-01
                Asha 4 | Asha  | 2021-05-04 | 2021-10-04
            """,
        },
        on="2021-12-31",
        shows={
            "Asha 2021-05-04": ("closed", {"closes": "2021-10-04"}),
            "Asha 2021-10-04": ("open", {"opens": "2021-10-04"}),
        },
    )
