"""Worked examples: each harm on the plan has an outcome, a measure and a dated finding."""

from sightline.rules.checks_before_ending.each_harm_has_a_finding import (
    EACH_HARM_HAS_A_FINDING as CHECK,
)


def test_a_finding_for_each_harm(worked_check):
    """Every kind of harm needs an outcome with a measure and a finding made by the day asked."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended | initial_category
                Asha 1 | Asha | 2021-03-04 | | NEG
                Ben 1 | Ben | 2021-03-04 | | NEG
                Cai 1 | Cai | 2021-03-04 | | NEG
                Dev 1 | Dev | 2021-03-04 | | NEG
                Ewa 1 | Ewa | 2021-03-04 | | MUL
                Fay 1 | Fay | 2021-03-04 | |
            """,
            "plan_outcomes": """
                plan_outcome | child | plan | harm | agreed | measure | found_on | found
                1 | Asha | Asha 1 | NEG | 2021-03-04 | school lunches | 2021-11-30 | better
                2 | Asha | Asha 1 | NEG | 2021-03-10 | | 2021-06-01 | as before
                3 | Asha | Asha 1 | EMO | 2021-03-04 | what Asha says | 2021-10-01 | as before
                4 | Ben | Ben 1 | NEG | 2021-03-04 | clean clothes | 2021-12-02 | better
                5 | Cai | Cai 1 | NEG | 2021-03-04 | | 2021-11-30 | better
                6 | Ewa | Ewa 1 | EMO | 2021-03-04 | what Ewa says | 2021-11-30 | resolved
                7 | Fay | Fay 1 | PHY | 2021-03-04 | doctor's view | 2021-11-30 | resolved
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "no evidence",
            "Ewa": "met",
            "Fay": "met",
        },
        evidence={
            "Asha": {
                "kinds of harm with an outcome": 2,
                "of these with measure and finding": 2,
                "last finding": "2021-11-30",
                "kind of harm at the start": "NEG",
            },
            "Ben": {"last finding": None},
        },
        why="Ben's finding was made a day later, and nobody said how Cai's was to be seen.",
    )


def test_the_harm_the_plan_started_with(worked_check):
    """The kind of harm the plan started with has to be among those with an outcome."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended | initial_category
                Asha 1 | Asha | 2021-03-04 | | SAB
                Ben 0 | Ben | 2019-03-04 | 2020-03-02 | EMO
                Ben 1 | Ben | 2021-03-04 | | EMO
                Cai 1 | Cai | 2021-03-04 | | PHY
                Cai 2 | Cai | 2021-03-04 | | NEG
                Dev 1 | Dev | 2021-03-04 | | NEG
                Dev 2 | Dev | 2021-05-04 | | EMO
            """,
            "plan_outcomes": """
                plan_outcome | child | plan | harm | agreed | measure | found_on | found
                1 | Asha | Asha 1 | EMO | 2021-03-04 | what Asha says | 2021-11-30 | better
                2 | Ben | Ben 0 | EMO | 2019-03-04 | what Ben says | 2019-11-29 | better
                3 | Cai | Cai 2 | NEG | 2021-03-04 | weight | 2021-11-30 | better
                4 | Dev | Dev 2 | NEG | 2021-05-04 | what Dev says | 2021-11-30 | better
            """,
        },
        on="2021-12-01",
        shows={"Asha": "not met", "Ben": "no evidence", "Cai": "met", "Dev": "met"},
        evidence={
            "Asha": {"kind of harm at the start": "SAB"},
            "Cai": {"kind of harm at the start": "NEG"},
        },
        why="Ben's outcome was of an earlier plan. Of two kinds recorded for one day the first in the alphabet is shown.",
    )
