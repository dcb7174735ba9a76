"""Worked examples: every agency's action is done, or its absence explained."""

from sightline.rules.checks_before_ending.every_action_done import (
    EVERY_ACTION_DONE as CHECK,
)


def test_done_or_explained(worked_check):
    """Done, or dropped with a reason; an action that waits, or was dropped without a word, is not met."""
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
            "plan_actions": """
                plan_action | child | plan_kind | plan | agreed | done | dropped | dropped_reason | agency
                1 | Asha | protection plan | Asha 1 | 2021-03-10 | 2021-12-01 | | | health
                2 | Asha | protection plan | | 2021-03-10 | | 2021-06-01 | moved school | education
                3 | Ben | protection plan | Ben 1 | 2021-03-10 | 2021-12-02 | | | health
                4 | Ben | protection plan | Ben 1 | 2021-06-10 | | | | health
                5 | Ben | protection plan | Ben 1 | 2021-02-01 | | | | police
                6 | Cai | protection plan | Cai 1 | 2021-03-10 | | 2021-06-01 | | housing
                7 | Dev | child in need plan | Dev 1 | 2021-03-10 | | | | health
                8 | Fay | protection plan | Fay 1 | 2021-12-01 | | 2021-12-02 | not needed | health
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "no evidence",
            "Ewa": "no evidence",
            "Fay": "not met",
        },
        evidence={
            "Asha": {
                "actions in the plan": 2,
                "not done and not explained": 0,
                "oldest of these agreed": None,
            },
            "Ben": {
                "actions in the plan": 2,
                "not done and not explained": 2,
                "oldest of these agreed": "2021-03-10",
                "agencies with such actions": 1,
            },
        },
        why="Ben's first action was done a day later; what was agreed before the plan began is no part of it.",
    )
