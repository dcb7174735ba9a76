"""Worked examples: parents worked with the core group."""

from sightline.rules.checks_before_ending.parents_worked_with_core_group import (
    PARENTS_WORKED_WITH_CORE_GROUP as CHECK,
)


def test_the_decision_or_the_last_core_group(worked_check):
    """What was written at the decision counts; where it says nothing, whether a parent came to the last core group."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 | 2021-12-01
                Ben 1 | Ben | 2021-03-04 |
                Cai 1 | Cai | 2021-03-04 |
                Dev 1 | Dev | 2021-03-04 |
                Ewa 1 | Ewa | 2021-03-04 |
                Fay 1 | Fay | 2021-03-04 |
            """,
            "plan_endings": """
                plan_ending | child | decided | worked_with_core_group
                1 | Asha | 2021-12-01 | yes
                2 | Ben | 2021-12-01 | no
                3 | Cai | 2021-12-01 |
            """,
            "core_groups": """
                core_group | child | held | parents_attended
                1 | Asha | 2021-11-01 | no
                2 | Ben | 2021-11-01 | yes
                3 | Cai | 2021-10-01 | no
                4 | Cai | 2021-11-01 | yes
                5 | Dev | 2021-11-01 | no
                6 | Dev | 2021-12-02 | yes
                7 | Ewa | 2021-11-01 |
                8 | Fay | 2021-03-03 | yes
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "met",
            "Dev": "not met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
        },
        evidence={"Cai": {"last core group": "2021-11-01", "a parent came to it": True}},
        why="Fay's core group was held before the plan began.",
    )
