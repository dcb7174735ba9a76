"""Worked examples: second or later protection plan."""

from sightline.rules.protection_plan.second_protection_plan import (
    SECOND_PROTECTION_PLAN as RULE,
)


def test_however_long_ago(worked_example):
    """Any earlier plan counts, however long ago; a first plan is no concern."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2011-03-07 | 2011-09-05
                Asha 2 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """
        },
        on="2021-12-31",
        shows={
            "Asha 2021-09-06": ("open", {"opens": "2021-09-06", "closes": None}),
            "Ben": "nothing",
        },
        evidence={"Asha 2021-09-06": {"earlier plan ended": "2011-09-05"}},
    )


def test_each_later_plan_until_it_ends(worked_example):
    """Every later plan is a concern of its own, from its start to its end."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2015-03-02 | 2015-09-07
                Asha 2 | Asha  | 2018-03-05 | 2018-09-03
                Asha 3 | Asha  | 2021-09-06 |
            """
        },
        on="2021-12-31",
        shows={
            "Asha 2018-03-05": ("closed", {"opens": "2018-03-05", "closes": "2018-09-03"}),
            "Asha 2021-09-06": ("open", {"opens": "2021-09-06"}),
        },
        evidence={"Asha 2021-09-06": {"earlier plan ended": "2018-09-03"}},
    )


def test_overlapping_plans_are_no_second_plan(worked_example):
    """Overlapping plans are one plan; so are two that meet on one day. A day apart they are two."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-09-06
                Asha 2 | Asha  | 2021-08-02 |
                Ben 1  | Ben   | 2021-03-01 | 2021-09-06
                Ben 2  | Ben   | 2021-09-06 |
                Cai 1  | Cai   | 2021-03-01 | 2021-09-06
                Cai 2  | Cai   | 2021-09-07 | 2021-10-04
                Cai 3  | Cai   | 2021-09-20 |
            """
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai 2021-09-07": "open"},
        evidence={"Cai 2021-09-07": {"second record of the plan from": "2021-09-20"}},
    )


def test_a_plan_that_ended_on_the_day_it_started(worked_example):
    """A new plan that ended on the day it started held on no day, and is no concern."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-03-02 | 2020-09-07
                Asha 2 | Asha  | 2021-09-06 | 2021-09-06
            """
        },
        on="2021-12-31",
        shows={"Asha": "nothing"},
    )
