"""Worked examples: the plan's kind of harm still fits."""

from sightline.rules.checks_before_ending.category_still_fits import (
    CATEGORY_STILL_FITS as CHECK,
)


def test_what_was_written_at_the_decision(worked_check):
    """Yes is met, no is not met, and where nothing was written there is no evidence."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended | initial_category
                Asha 1 | Asha | 2021-03-04 | 2021-12-01 | NEG
                Asha 2 | Asha | 2021-06-01 | 2021-12-01 | EMO
                Ben 1 | Ben | 2021-03-04 | | NEG
                Ben 2 | Ben | 2021-03-04 | | EMO
                Cai 1 | Cai | 2021-03-04 | |
                Dev 1 | Dev | 2021-03-04 | | PHY
            """,
            "plan_endings": """
                plan_ending | child | plan | decided | category_fits
                1 | Asha | Asha 1 | 2021-12-01 | yes
                2 | Ben | Ben 1 | 2021-12-01 | no
                3 | Cai | Cai 1 | 2021-12-01 |
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met", "Ben": "not met", "Cai": "no evidence", "Dev": "no evidence"},
        evidence={
            "Asha": {"decided": "2021-12-01", "kind of harm at the start": "NEG"},
            "Ben": {"kind of harm at the start": "EMO"},
            "Dev": {"kind of harm at the start": "PHY"},
        },
        why="Of two kinds recorded for one day the first in the alphabet is shown.",
    )
