"""Worked examples: change is real and judged to last, since a stated day."""

from sightline.rules.checks_before_ending.change_is_lasting import (
    CHANGE_IS_LASTING as CHECK,
)


def test_seen_at_two_reviews(worked_check):
    """Two reviews on or after the day since when it held are enough, the deciding one included; one is not."""
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
                1 | Asha | 2021-06-01
                2 | Asha | 2021-12-01
                3 | Ben | 2021-05-31
                4 | Ben | 2021-12-01
                5 | Ben | 2021-12-01
                6 | Cai | 2021-06-01
                7 | Cai | 2021-12-01
                8 | Dev | 2021-06-01
                9 | Dev | 2021-12-01
                10 | Ewa | 2021-06-01
                11 | Ewa | 2021-12-01
            """,
            "plan_endings": """
                plan_ending | child | decided | change_lasting | change_since
                1 | Asha | 2021-12-01 | yes | 2021-06-01
                2 | Ben | 2021-12-01 | yes | 2021-06-01
                3 | Cai | 2021-12-01 | yes |
                4 | Dev | 2021-12-01 | no | 2021-04-01
                5 | Ewa | 2021-12-01 | | 2021-04-01
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "not met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
        },
        evidence={
            "Asha": {"change has held since": "2021-06-01", "reviews since": 2},
            "Ben": {"reviews since": 1},
        },
        why="Ben's first review was the day before the change, and two rows of one day are one review.",
    )


def test_the_councils_own_number(worked_check):
    """A council that wants to see change at three reviews sets its own number."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 |
            """,
            "review_conferences": """
                review | child | held
                1 | Asha | 2021-06-01
                2 | Asha | 2021-12-01
            """,
            "plan_endings": """
                plan_ending | child | decided | change_lasting | change_since
                1 | Asha | 2021-12-01 | yes | 2021-06-01
            """,
        },
        on="2021-12-01",
        shows={"Asha": "not met"},
        local_standards={"END-01": 3},
    )
