"""Worked examples: no plan for a child found to be in need."""

from sightline.rules.child_in_need.child_in_need_plan_not_made import (
    CHILD_IN_NEED_PLAN_NOT_MADE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A plan on the tenth working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised | no_further_action
                Asha  | 2021-02-01 | 2021-03-04 | no
                Ben   | 2021-02-01 | 2021-03-04 | no
            """,
            "child_in_need_plans": """
                child | started    | ended
                Asha  | 2021-03-18 |
                Asha  | 2021-04-12 |
                Ben   | 2021-03-19 |
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("in time", {"due": "2021-03-18", "met": "2021-03-18"}),
            "Ben": ("late", {"opens": "2021-03-19", "closes": "2021-03-19"}),
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised | no_further_action
                Asha  | 2021-02-01 | 2021-03-04 | no
                Ben   | 2021-02-01 | 2021-03-05 | no
            """,
        },
        on="2021-03-19",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-19"}),
            "Ben": ("still in time", {"due": "2021-03-19"}),
        },
    )


def test_other_plans_do_as_well(worked_example):
    """A protection plan or care meets it, and so does a plan that ran already and ran on."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised | no_further_action
                Asha  | 2021-02-01 | 2021-03-04 | no
                Ben   | 2021-02-01 | 2021-03-04 | no
                Cai   | 2021-02-01 | 2021-03-04 | no
                Dina  | 2021-02-01 | 2021-03-04 | no
            """,
            "protection_plans": """
                child | started    | ended
                Asha  | 2021-03-10 |
            """,
            "care_episodes": """
                child | started    | ended
                Ben   | 2021-03-12 |
            """,
            "child_in_need_plans": """
                child | started    | ended
                Cai   | 2021-01-11 | 2021-03-05
                Dina  | 2021-01-11 | 2021-03-04
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("in time", {"met": "2021-03-10"}),
            "Ben": ("in time", {"met": "2021-03-12"}),
            "Cai": ("in time", {"met": "2021-03-04"}),
            "Dina": "overdue",
        },
        why="Dina's plan ended on the day the assessment was signed off.",
    )


def test_the_case_is_closed(worked_example):
    """The case being closed lapses the duty: by the due day nothing more is asked, after that it was late."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised | no_further_action
                Asha  | 2021-02-01 | 2021-03-04 | no
                Ben   | 2021-02-01 | 2021-03-04 | no
                Cai   | 2021-02-01 | 2021-03-04 | no
                Dina  | 2021-02-01 | 2021-03-04 | no
            """,
            "referrals": """
                child | received   | closed
                Asha  | 2021-02-01 | 2021-03-18
                Ben   | 2021-02-01 | 2021-03-26
                Cai   | 2021-02-01 | 2021-03-04
                Dina  | 2020-02-03 | 2021-03-03
                Dina  | 2021-02-01 |
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-18"}),
            "Ben": ("late", {"closes": "2021-03-26"}),
            "Cai": ("no longer required", {"lapses": "2021-03-04"}),
            "Dina": "overdue",
        },
        why="Dina's earlier case was closed before the assessment was signed off.",
    )


def test_which_assessments_call_for_a_plan(worked_example):
    """An assessment with nothing more to be done, that does not say, or that still runs, asks for no plan."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised | no_further_action
                Asha  | 2021-02-01 | 2021-03-04 | yes
                Ben   | 2021-02-01 | 2021-03-04 |
                Cai   | 2021-02-01 |            | no
                Dina  | 2021-02-01 | 2021-03-04 | no
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "nothing", "Dina": "overdue"},
    )
