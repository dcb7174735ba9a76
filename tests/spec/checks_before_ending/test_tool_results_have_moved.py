"""Worked examples: results of tools have moved the right way."""

from sightline.rules.checks_before_ending.tool_results_have_moved import (
    TOOL_RESULTS_HAVE_MOVED as CHECK,
)


def test_neglect_and_exploitation(worked_check):
    """The first and last result of one tool on one thing are compared; better somewhere and worse nowhere is met."""
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
                Hal 1 | Hal | 2021-03-04 |
            """,
            "neglect_assessments": """
                neglect_assessment | child | assessed | tool | area | grade
                1 | Asha | 2021-03-04 | one tool | safety | 4
                2 | Asha | 2021-08-01 | one tool | safety | 5
                3 | Asha | 2021-12-01 | one tool | safety | 2
                4 | Asha | 2021-12-02 | one tool | safety | 5
                5 | Ben | 2021-03-10 | one tool | safety | 4
                6 | Ben | 2021-11-01 | one tool | safety | 2
                7 | Ben | 2021-03-10 | one tool | development | 2
                8 | Ben | 2021-11-01 | one tool | development | 3
                9 | Cai | 2021-03-10 | one tool | safety | 4
                10 | Cai | 2021-11-01 | another tool | safety | 2
                11 | Cai | 2021-03-03 | one tool | development | 4
                12 | Cai | 2021-11-01 | one tool | development | 2
                13 | Dev | 2021-03-10 | one tool | safety | 3
                14 | Dev | 2021-11-01 | one tool | safety | 3
                15 | Asha | 2021-03-10 | one tool | development | 3
                16 | Asha | 2021-08-01 | one tool | development | 3
                17 | Gil | 2021-03-10 | | safety | 4
                18 | Gil | 2021-11-01 | | safety | 2
                19 | Hal | 2021-03-10 | one tool | | 4
                20 | Hal | 2021-11-01 | one tool | | 2
            """,
            "exploitation_assessments": """
                exploitation_assessment | child | assessed | tool | kind | level
                1 | Ewa | 2021-03-10 | third tool | criminal | high
                2 | Ewa | 2021-11-01 | third tool | criminal | medium
                3 | Ewa | 2021-11-08 | third tool | criminal | not judged
                4 | Fay | 2021-03-10 | third tool | criminal | low
                5 | Fay | 2021-11-01 | third tool | sexual | low
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "no evidence",
            "Dev": "not met",
            "Ewa": "met",
            "Fay": "no evidence",
            "Gil": "no evidence",
            "Hal": "no evidence",
        },
        evidence={
            "Asha": {
                "things told twice": 2,
                "of these better": 1,
                "of these worse": 0,
                "last result": "2021-12-01",
            },
            "Ben": {"of these better": 1, "of these worse": 1},
        },
        why="Cai's tools differ, or the first grade is from before the plan; Fay's levels are of two kinds. Gil's name no tool and Hal's no area of care.",
    )


def test_numbers_for_safety_by_more_than_one_person(worked_check):
    """Each person is compared with themselves, and only where more than one gave numbers."""
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
            "safety_scales": """
                safety_scale | child | scored | score | scorer
                1 | Asha | 2021-03-10 | 3 | mother
                2 | Asha | 2021-11-01 | 7 | mother
                3 | Asha | 2021-11-01 | 5 | school
                4 | Ben | 2021-03-10 | 3 | mother
                5 | Ben | 2021-11-01 | 7 | mother
                6 | Cai | 2021-03-10 | 3 | mother
                7 | Cai | 2021-11-01 | 7 | mother
                8 | Cai | 2021-03-03 | 7 | school
                9 | Dev | 2021-03-04 | 6 | mother
                10 | Dev | 2021-11-01 | 4 | mother
                11 | Dev | 2021-12-01 | 6 | school
                12 | Ewa | 2021-03-10 | 3 | mother
                13 | Ewa | 2021-03-10 | 5 | mother
                14 | Ewa | 2021-11-01 | 6 | mother
                15 | Ewa | 2021-11-01 | 2 | mother
                16 | Ewa | 2021-11-01 | 6 | school
                17 | Fay | 2021-03-10 | 3 | mother
                18 | Fay | 2021-03-10 | 7 | mother
                19 | Fay | 2021-11-01 | 5 | mother
                20 | Fay | 2021-11-01 | 5 | school
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "no evidence",
            "Cai": "no evidence",
            "Dev": "not met",
            "Ewa": "not met",
            "Fay": "met",
        },
        evidence={"Ewa": {"things told twice": 1, "of these better": 0, "of these worse": 1}},
        why="Cai's school spoke before the plan began. Of two numbers on one day the more worried counts.",
    )


def test_the_councils_own_number(worked_check):
    """A council that takes one person's number sets its own."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 |
            """,
            "safety_scales": """
                safety_scale | child | scored | score | scorer
                1 | Asha | 2021-03-10 | 3 | mother
                2 | Asha | 2021-11-01 | 7 | mother
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met"},
        local_standards={"END-02": 1},
    )
