"""Worked examples: second or later protection plan within two years of an earlier one."""

from sightline.rules.protection_plan.repeat_protection_plan import (
    REPEAT_PROTECTION_PLAN as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """A plan that starts exactly 24 months after the end of another is a repeat; a day later it is not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2018-11-05 | 2019-05-13
                Asha 2 | Asha  | 2021-05-13 |
                Ben 1  | Ben   | 2018-11-05 | 2019-05-13
                Ben 2  | Ben   | 2021-05-14 |
                Cai 1  | Cai   | 2021-05-13 |
            """
        },
        on="2021-06-30",
        shows={
            "Asha 2021-05-13": ("open", {"opens": "2021-05-13", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        evidence={
            "Asha 2021-05-13": {"earlier plan ended": "2019-05-13", "plan started": "2021-05-13"}
        },
    )


def test_open_until_the_new_plan_ends(worked_example):
    """The concern closes when the new plan ends."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2018-11-05 | 2019-05-13
                Asha 2 | Asha  | 2020-05-13 | 2020-12-01
                Ben 1  | Ben   | 2018-11-05 | 2019-05-13
                Ben 2  | Ben   | 2020-05-13 | 2020-12-02
            """
        },
        on="2020-12-01",
        shows={
            "Asha": ("closed", {"opens": "2020-05-13", "closes": "2020-12-01"}),
            "Ben": ("open", {"opens": "2020-05-13", "closes": None}),
        },
    )


def test_a_month_end(worked_example):
    """Twenty-four months end where the month does."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2019-11-05 | 2020-02-29
                Asha 2 | Asha  | 2022-02-28 |
                Ben 1  | Ben   | 2019-11-05 | 2020-02-29
                Ben 2  | Ben   | 2022-03-01 |
            """
        },
        on="2022-06-30",
        shows={"Asha": "open", "Ben": "nothing"},
    )


def test_the_latest_earlier_plan_counts(worked_example):
    """Each plan is compared with the one before it: a third plan is a repeat of the second."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2015-01-05 | 2015-06-01
                Asha 2 | Asha  | 2018-01-08 | 2018-06-04
                Asha 3 | Asha  | 2019-01-07 | 2019-06-03
                Asha 4 | Asha  | 2020-01-06 |
            """
        },
        on="2020-06-30",
        shows={
            "Asha 2019-01-07": ("closed", {"closes": "2019-06-03"}),
            "Asha 2020-01-06": "open",
        },
        evidence={"Asha 2020-01-06": {"earlier plan ended": "2019-06-03"}},
    )


def test_overlapping_plans_are_no_repeat(worked_example):
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
                Cai 2  | Cai   | 2021-09-07 |
                Dev 1  | Dev   | 2020-03-02 | 2020-09-07
                Dev 2  | Dev   | 2021-03-01 | 2021-09-06
                Dev 3  | Dev   | 2021-04-05 | 2021-10-04
            """
        },
        on="2021-12-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2021-09-07"}),
            "Dev 2021-03-01": ("closed", {"closes": "2021-10-04"}),
        },
        evidence={"Dev 2021-03-01": {"second record of the plan from": "2021-04-05"}},
    )


def test_under_five_is_marked(worked_example):
    """A child whose fifth birthday lies after the start of the new plan is marked under five."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | expected_birth
                Asha  | 2016-09-07 |
                Ben   | 2016-09-06 |
                Cai   |            |
                Dev   |            | 2021-11-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-03-02 | 2020-09-07
                Asha 2 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2020-03-02 | 2020-09-07
                Ben 2  | Ben   | 2021-09-06 |
                Cai 1  | Cai   | 2020-03-02 | 2020-09-07
                Cai 2  | Cai   | 2021-09-06 |
                Dev 1  | Dev   | 2021-07-05 | 2021-08-02
                Dev 2  | Dev   | 2021-09-06 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "open", "Ben": "open", "Cai": "open", "Dev": "open"},
        evidence={
            "Asha": {"child under five": True},
            "Ben": {"child under five": False},
            "Cai": {"child under five": None},
            "Dev": {"child under five": True},
        },
        why="Ben turned five on the day the plan started. Nothing is known of Cai's age. Dev is unborn.",
    )


def test_born_after_the_plan_started(worked_example):
    """A child born after the plan started was under five, which is known from the birth on."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | expected_birth
                Asha  | 2021-11-03 |
                Ben   | 2022-02-01 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-05 | 2021-08-02
                Asha 2 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-07-05 | 2021-08-02
                Ben 2  | Ben   | 2021-09-06 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "open", "Ben": "open"},
        evidence={"Asha": {"child under five": True}, "Ben": {"child under five": None}},
        why="On this day Ben was not born, and no expected date said that he would be.",
    )


def test_a_plan_taken_over_from_another_council(worked_example):
    """A plan taken over from another council is a plan like any other, from the day it started here."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | transferred_in
                Asha 1 | Asha  | 2020-03-02 | 2020-09-07 |
                Asha 2 | Asha  | 2021-09-06 |            | yes
            """
        },
        on="2021-12-31",
        shows={"Asha": "open"},
    )


def test_the_councils_own_window(worked_example):
    """A council may look back further."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2018-03-05 | 2018-09-03
                Asha 2 | Asha  | 2021-09-03 |
            """
        },
        on="2021-12-31",
        shows={"Asha": "open"},
        local_standards={"CPE-07": 36},
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
