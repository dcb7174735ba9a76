"""Worked examples: the help that follows is agreed, with a lead and a first meeting."""

from sightline.rules.checks_before_ending.step_down_agreed import (
    STEP_DOWN_AGREED as CHECK,
)


def test_agreed_with_a_day(worked_check):
    """Agreed with a day for the first meeting is met, without one it is not; a plan of help that runs shows it too."""
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
                Gil 1 | Gil | 2021-03-04 |
            """,
            "plan_endings": """
                plan_ending | child | decided | step_down_agreed | step_down_meets
                1 | Asha | 2021-12-01 | yes | 2021-12-15
                2 | Ben | 2021-12-01 | yes |
                3 | Cai | 2021-12-01 | no | 2021-12-15
                4 | Dev | 2021-12-01 | |
            """,
            "child_in_need_plans": """
                plan | child | started | ended
                c1 | Cai | 2021-12-01 |
                c2 | Dev | 2021-11-30 |
                c3 | Dev | 2021-12-01 |
                c4 | Ewa | 2021-10-01 | 2021-11-30
                c5 | Fay | 2021-12-02 |
                c6 | Gil | 2021-10-01 | 2021-12-02
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
            "Gil": "met",
        },
        evidence={
            "Asha": {"first meeting": "2021-12-15"},
            "Dev": {"child in need plan begun": "2021-12-01"},
        },
        why="Fay's help began a day later, and on the day asked nobody had agreed it on record.",
    )
