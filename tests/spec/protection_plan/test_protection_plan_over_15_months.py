"""Worked examples: protection plan of more than 15 months."""

from sightline.rules.protection_plan.protection_plan_over_15_months import (
    PROTECTION_PLAN_OVER_15_MONTHS as RULE,
)


def test_open_from_the_day_after_the_anniversary(worked_example):
    """The concern opens on the day after the plan has run 15 months."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-06-01 |
                Ben 1  | Ben   | 2020-06-02 |
            """
        },
        on="2021-09-02",
        shows={"Asha": ("open", {"opens": "2021-09-02", "closes": None}), "Ben": "nothing"},
        evidence={"Asha": {"plan started": "2020-06-01"}},
    )


def test_closes_when_the_plan_ends(worked_example):
    """The concern closes when the plan ends; a plan that ended before was never long enough."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-06-01 | 2021-11-01
                Ben 1  | Ben   | 2020-06-01 | 2021-09-02
                Cai 1  | Cai   | 2020-06-01 | 2021-09-01
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
                Asha 1 | Asha  | 2020-06-01 | 2021-01-29
                Asha 2 | Asha  | 2021-01-04 |
            """
        },
        on="2021-09-02",
        shows={"Asha 2020-06-01": ("open", {"opens": "2021-09-02"})},
        evidence={"Asha 2020-06-01": {"second record of the plan from": "2021-01-04"}},
    )


def test_a_month_end(worked_example):
    """Months end where the month does."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-11-30 |
            """
        },
        on="2022-03-01",
        shows={"Asha": ("open", {"opens": "2022-03-01"})},
    )


def test_the_councils_own_limit(worked_example):
    """A council may set a longer time of its own."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-06-01 |
            """
        },
        on="2021-09-02",
        shows={"Asha": "nothing"},
        local_standards={"CPE-01": 18},
    )
