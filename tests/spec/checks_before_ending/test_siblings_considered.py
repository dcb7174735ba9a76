"""Worked examples: brothers and sisters considered one by one."""

from sightline.rules.checks_before_ending.siblings_considered import (
    SIBLINGS_CONSIDERED as CHECK,
)


def test_what_was_written_at_the_decision(worked_check):
    """Yes is met, no is not met, and where nothing was written there is no evidence."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 | 2021-12-01
                Ben 1 | Ben | 2021-03-04 |
                Cai 1 | Cai | 2021-03-04 |
                Dev 1 | Dev | 2021-03-04 |
            """,
            "plan_endings": """
                plan_ending | child | plan | decided | siblings_considered
                1 | Asha | Asha 1 | 2021-12-01 | yes
                2 | Ben | Ben 1 | 2021-12-01 | no
                3 | Cai | Cai 1 | 2021-12-01 |
            """,
            "family_members": """
                family_member | family | child
                1 | first | Asha
                2 | first | Ben
                3 | first | Cai
                4 | second | Ben
                5 | second | Cai
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met", "Ben": "not met", "Cai": "no evidence", "Dev": "no evidence"},
        evidence={
            "Asha": {"other children of the family on record": 2},
            "Ben": {"other children of the family on record": 2},
            "Dev": {"other children of the family on record": None},
        },
        why="A child counted to two families has each brother and sister once.",
    )
