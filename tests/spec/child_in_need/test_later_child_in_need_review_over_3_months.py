"""Worked examples: next review of a child in need plan not held within three months."""

from sightline.rules.child_in_need.later_child_in_need_review_over_3_months import (
    LATER_CHILD_IN_NEED_REVIEW_OVER_3_MONTHS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Three months to the day are in time, the day after is late."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-22 |
                Ben 1  | Ben   | 2021-02-22 |
            """,
            "child_in_need_reviews": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-31
                Asha  | Asha 1 | 2021-06-30
                Ben   | Ben 1  | 2021-03-31
                Ben   | Ben 1  | 2021-07-01
            """,
        },
        on="2021-07-31",
        shows={
            "Asha 2021-03-31": ("in time", {"due": "2021-06-30", "met": "2021-06-30"}),
            "Asha 2021-06-30": "still in time",
            "Ben 2021-03-31": ("late", {"opens": "2021-07-01", "closes": "2021-07-01"}),
            "Ben 2021-07-01": "still in time",
        },
        why="Months end where the month does: 31 March plus three months is 30 June.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-01 |
                Ben 1  | Ben   | 2021-02-01 |
                Cai 1  | Cai   | 2021-02-01 |
            """,
            "child_in_need_reviews": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
                Ben   | Ben 1  | 2021-03-05
                Ben   |        | 2021-03-05
                Cai   | Cai 1  |
            """,
        },
        on="2021-06-05",
        shows={
            "Asha": ("overdue", {"opens": "2021-06-05"}),
            "Ben": ("still in time", {"due": "2021-06-05"}),
            "Cai": "nothing",
        },
        why="Cai has had no review yet: the first one is a rule of its own.",
    )


def test_the_end_of_the_plan_lapses_it(worked_example):
    """A plan that ends by the due day asks for no further review; after that it was late."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-01 | 2021-06-04
                Ben 1  | Ben   | 2021-02-01 | 2021-06-14
                Cai 1  | Cai   | 2021-02-01 | 2021-06-01
            """,
            "child_in_need_reviews": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
                Ben   | Ben 1  | 2021-03-04
                Cai   | Cai 1  | 2021-03-04
                Cai   | Cai 1  | 2021-06-01
            """,
        },
        on="2021-07-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-06-04"}),
            "Ben": ("late", {"opens": "2021-06-05", "closes": "2021-06-14"}),
            "Cai": ("in time", {"met": "2021-06-01"}),
        },
        why="Cai's last review ended the plan, and starts no clock.",
    )


def test_a_council_may_review_more_often(worked_example):
    """A council that reviews every six weeks sets its own limit."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-02-01 |
            """,
            "child_in_need_reviews": """
                child | plan   | held
                Asha  | Asha 1 | 2021-03-04
            """,
        },
        on="2021-04-16",
        shows={"Asha": ("overdue", {"due": "2021-04-15"})},
        local_standards={"CIN-03": {"value": 6, "unit": "weeks"}},
    )
