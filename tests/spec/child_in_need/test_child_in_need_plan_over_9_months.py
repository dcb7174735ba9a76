"""Worked examples: child in need plan of more than 9 months."""

from sightline.rules.child_in_need.child_in_need_plan_over_9_months import (
    CHILD_IN_NEED_PLAN_OVER_9_MONTHS as RULE,
)


def test_open_from_the_day_after_nine_months(worked_example):
    """The concern opens on the day after the plan has run 9 months."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-01 |
                Ben 1  | Ben   | 2020-12-02 |
            """
        },
        on="2021-09-02",
        shows={"Asha": ("open", {"opens": "2021-09-02", "closes": None}), "Ben": "nothing"},
        evidence={"Asha": {"plan started": "2020-12-01"}},
    )


def test_closes_when_the_plan_ends(worked_example):
    """The concern closes when the plan ends; a plan that ended before was never long enough."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-01 | 2021-11-01
                Ben 1  | Ben   | 2020-12-01 | 2021-09-02
                Cai 1  | Cai   | 2020-12-01 | 2021-09-01
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"opens": "2021-09-02", "closes": "2021-11-01"}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans are one plan, from the earliest start to the latest end."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-01 | 2021-01-29
                Asha 2 | Asha  | 2021-01-04 |
            """
        },
        on="2021-09-02",
        shows={"Asha 2020-12-01": ("open", {"opens": "2021-09-02"})},
        evidence={"Asha 2020-12-01": {"second record of the plan from": "2021-01-04"}},
    )


def test_a_month_end(worked_example):
    """Months end where the month does."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-05-31 |
            """
        },
        on="2021-03-01",
        shows={"Asha": ("open", {"opens": "2021-03-01"})},
    )


def test_the_councils_own_limit(worked_example):
    """A council may set a longer time of its own."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-12-01 |
            """
        },
        on="2021-09-02",
        shows={"Asha": "nothing"},
        local_standards={"CIN-04": 12},
    )
