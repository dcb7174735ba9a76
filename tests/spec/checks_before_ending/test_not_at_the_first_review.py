"""Worked examples: not at the first review, or an exception is recorded."""

from sightline.rules.checks_before_ending.not_at_the_first_review import (
    NOT_AT_THE_FIRST_REVIEW as CHECK,
)


def test_reviewed_before(worked_check):
    """A review before the day asked is enough, and so is a reason written down; the deciding review alone is not."""
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
                Fay 1 | Fay | 2019-03-04 | 2020-03-02
                Fay 2 | Fay | 2021-03-04 |
            """,
            "review_conferences": """
                review | child | plan | held
                1 | Asha | | 2021-06-01
                2 | Asha | | 2021-11-30
                3 | Asha | | 2021-12-01
                4 | Ben | | 2021-12-01
                5 | Cai | | 2021-12-01
                6 | Fay | Fay 1 | 2019-06-03
                7 | Fay | Fay 2 | 2021-12-01
                8 | Ewa | | 2021-12-02
                9 | Fay | Fay 1 | 2021-06-01
            """,
            "plan_endings": """
                plan_ending | child | decided | exception_reason
                1 | Cai | 2021-12-01 | the father has left the country
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "met",
            "Dev": "no evidence",
            "Ewa": "no evidence",
            "Fay": "not met",
        },
        evidence={
            "Asha": {"reviewed before on": "2021-11-30"},
            "Cai": {"why so early": "the father has left the country"},
        },
        why="Fay's earlier reviews name another plan. Ewa's is held a day later.",
    )
