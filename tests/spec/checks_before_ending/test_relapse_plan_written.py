"""Worked examples: a plan for what to do if it comes back."""

from sightline.rules.checks_before_ending.relapse_plan_written import (
    RELAPSE_PLAN_WRITTEN as CHECK,
)


def test_what_was_written_at_the_decision(worked_check):
    """Yes is met, no is not met, and where nothing was written there is no evidence."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 | 2021-12-01
                Ben 1  | Ben   | 2021-03-04 | 2021-12-01
                Cai 1  | Cai   | 2021-03-04 |
                Dev 1  | Dev   | 2021-03-04 |
            """,
            "plan_endings": """
                plan_ending | child | plan   | decided    | relapse_plan
                1           | Asha  | Asha 1 | 2021-12-01 | yes
                2           | Ben   | Ben 1  | 2021-12-01 | no
                3           | Cai   | Cai 1  | 2021-12-01 |
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met", "Ben": "not met", "Cai": "no evidence", "Dev": "no evidence"},
        evidence={
            "Asha": {"decided": "2021-12-01", "relapse plan": True},
            "Cai": {"decided": "2021-12-01", "relapse plan": None},
            "Dev": {"decided": None},
        },
        why="Nobody has recorded a decision about Dev's plan yet.",
    )


def test_which_decision_counts(worked_check):
    """The latest decision about this plan counts; one about an earlier plan, or made later, does not."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-04 |
                Ben 1  | Ben   | 2019-03-04 | 2019-12-02
                Ben 2  | Ben   | 2021-03-04 |
                Cai 1  | Cai   | 2021-03-04 |
            """,
            "plan_endings": """
                plan_ending | child | plan   | decided    | relapse_plan
                1           | Asha  |        | 2021-09-01 | yes
                2           | Asha  | Asha 1 | 2021-12-01 | no
                3           | Ben   | Ben 1  | 2019-12-02 | yes
                4           | Cai   | Cai 1  | 2021-12-02 | yes
            """,
        },
        on="2021-12-01",
        shows={"Asha": "not met", "Ben": "no evidence", "Cai": "no evidence"},
        evidence={"Asha": {"decided": "2021-12-01"}},
    )
