"""Worked examples: child on a protection plan not offered an advocate."""

from sightline.rules.others_to_protect.protected_child_not_offered_advocate import (
    PROTECTED_CHILD_NOT_OFFERED_ADVOCATE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """An offer on the twentieth working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-01-01
                Ben   | 2010-01-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """,
            "advocacy": """
                advocacy_offer | child | offered
                Asha o         | Asha  | 2021-10-04
                Asha p         | Asha  | 2021-10-11
                Ben o          | Ben   | 2021-10-05
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"due": "2021-10-04", "met": "2021-10-04"}),
            "Ben": ("late", {"opens": "2021-10-05", "closes": "2021-10-05"}),
        },
        evidence={
            "Ben": {"plan started": "2021-09-06", "advocate offered or at work": "2021-10-05"}
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-01-01
                Ben   | 2010-01-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-07 |
            """,
        },
        on="2021-10-05",
        shows={"Asha": "overdue", "Ben": "still in time"},
    )


def test_old_enough(worked_example):
    """Asked of children of five and more on the first day of the plan; unborn ones are left out."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2016-09-06
                Ben   | 2016-09-07
                Cai   |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
                Cai 1  | Cai   | 2021-09-06 |
            """,
        },
        on="2021-10-31",
        shows={"Asha": "overdue", "Ben": "nothing", "Cai": "nothing"},
    )


def test_an_advocate_at_work(worked_example):
    """An advocate at work on the first day meets it at once; an earlier offer alone does not."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-01-01
                Ben   | 2010-01-01
                Cai   | 2010-01-01
                Dev   | 2010-01-01
                Ewa   | 2010-01-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
                Cai 1  | Cai   | 2021-09-06 |
                Dev 1  | Dev   | 2021-09-06 |
                Ewa 1  | Ewa   | 2021-09-06 |
            """,
            "advocacy": """
                advocacy_offer | child | offered    | started    | ended
                Asha o         | Asha  | 2021-03-01 | 2021-03-08 | 2021-09-06
                Ben o          | Ben   | 2021-03-01 | 2021-03-08 | 2021-09-05
                Cai o          | Cai   | 2021-03-01 |            |
                Dev o          | Dev   | 2021-03-01 | 2021-09-06 |
                Ewa o          | Ewa   |            | 2021-09-20 |
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"met": "2021-09-06"}),
            "Ben": "overdue",
            "Cai": "overdue",
            "Dev": ("in time", {"met": "2021-09-06"}),
            "Ewa": ("in time", {"met": "2021-09-20"}),
        },
    )


def test_the_end_of_the_plan_lapses_the_duty(worked_example):
    """A plan that ends by the due day asks for no offer. Overlapping plans are one plan."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-01-01
                Ben   | 2010-01-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 | 2021-10-04
                Ben 1  | Ben   | 2021-09-06 | 2021-09-20
                Ben 2  | Ben   | 2021-09-13 | 2021-10-05
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-10-04"}),
            "Ben 2021-09-06": ("late", {"closes": "2021-10-05"}),
        },
        evidence={
            "Asha": {"plan ended": "2021-10-04"},
            "Ben 2021-09-06": {"second record of the plan from": "2021-09-13"},
        },
    )


def test_the_councils_own_numbers(worked_example):
    """A council that offers an advocate from eight on is judged by its own age."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2014-01-01
                Ben   | 2013-01-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing", "Ben": "overdue"},
        local_standards={"ADV-02": 8},
    )
