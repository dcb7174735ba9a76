"""Worked examples: protection plan of two years or more."""

from sightline.rules.protection_plan.protection_plan_over_two_years import (
    PROTECTION_PLAN_OVER_TWO_YEARS as RULE,
)


def test_open_from_the_anniversary(worked_example):
    """The concern opens on the second anniversary of the plan's start, that day included."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2019-09-02 |
                Ben 1  | Ben   | 2019-09-03 |
            """
        },
        on="2021-09-02",
        shows={"Asha": ("open", {"opens": "2021-09-02", "closes": None}), "Ben": "nothing"},
        evidence={"Asha": {"plan started": "2019-09-02"}},
    )


def test_closes_when_the_plan_ends(worked_example):
    """The concern closes when the plan ends; a plan that ended before was never long enough."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2019-09-02 | 2021-11-01
                Ben 1  | Ben   | 2019-09-02 | 2021-09-02
                Cai 1  | Cai   | 2019-09-02 | 2021-09-01
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
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2019-09-02 | 2021-01-29
                Asha 2 | Asha  | 2021-01-04 |
            """
        },
        on="2021-09-02",
        shows={"Asha 2019-09-02": ("open", {"opens": "2021-09-02"})},
        evidence={"Asha 2019-09-02": {"second record of the plan from": "2021-01-04"}},
    )


def test_a_month_end(worked_example):
    """Months end where the month does."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-02-29 |
            """
        },
        on="2022-02-28",
        shows={"Asha": ("open", {"opens": "2022-02-28"})},
    )
