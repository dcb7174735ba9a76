"""Worked examples: each agency's view is held in writing, dissent too."""

from sightline.rules.checks_before_ending.agencies_views_in_writing import (
    AGENCIES_VIEWS_IN_WRITING as CHECK,
)


def test_the_decision_or_the_list_of_the_review(worked_check):
    """What was written at the decision counts; where it says nothing, the views listed at the last review."""
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
            "review_conferences": """
                review | child | held
                1 | Asha | 2021-12-01
                2 | Cai | 2021-06-01
                3 | Cai | 2021-12-01
                4 | Dev | 2021-12-01
                5 | Ewa | 2021-12-01
            """,
            "plan_endings": """
                plan_ending | child | decided | agencies_written_views
                1 | Asha | 2021-12-01 | no
                2 | Ben | 2021-12-01 | yes
                3 | Cai | 2021-12-01 |
            """,
            "decision_makers": """
                decision_maker | child | meeting_kind | held | agency | view
                1 | Asha | review conference | 2021-12-01 | health | agreed
                2 | Cai | review conference | 2021-12-01 | health | agreed
                3 | Cai | review conference | 2021-12-01 | police | disagreed
                4 | Cai | review conference | 2021-12-01 | family |
                5 | Cai | review conference | 2021-06-01 | police |
                6 | Dev | review conference | 2021-12-01 | health | agreed
                7 | Dev | review conference | 2021-12-01 | police |
                8 | Ewa | core group | 2021-12-01 | health | agreed
                9 | Fay | review conference | 2021-12-01 | health | agreed
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "not met",
            "Ben": "met",
            "Cai": "met",
            "Dev": "not met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
        },
        evidence={
            "Cai": {
                "agencies without a view": 0,
                "agencies that disagreed": 1,
                "last review with agencies listed": "2021-12-01",
            },
            "Dev": {"agencies without a view": 1},
        },
        why="Fay's list names a review that is not on record.",
    )
