"""Worked examples: disabled child's case that no manager looks at."""

from sightline.rules.oversight.disabled_child_without_oversight import (
    DISABLED_CHILD_WITHOUT_OVERSIGHT as RULE,
)


def test_looked_at_in_time_late_or_not(worked_example):
    """Three months to the day is in time; a session or a decision counts."""
    worked_example(
        RULE,
        {
            "children": """
                child | disabled
                Asha | yes
                Ben | yes
                Cai | yes
                Dev | no
                Ewa |
                Fay | yes
                Gil | yes
            """,
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2021-01-06 | |
                2 | Ben | 2021-01-06 | |
                3 | Cai | 2021-01-06 | |
                4 | Dev | 2021-01-06 | |
                5 | Ewa | 2021-01-06 | |
                6 | Fay | 2021-01-06 | | 2021-03-01
                7 | Gil | 2021-01-06 | yes |
            """,
            "supervision": """
                child | held
                Asha | 2021-04-06
            """,
            "management_decisions": """
                management_decision | child | made
                1 | Asha | 2021-04-06
                2 | Ben | 2021-04-07
            """,
        },
        on="2021-07-06",
        shows={
            "Asha 2021-01-06": ("in time", {"due": "2021-04-06", "met": "2021-04-06"}),
            "Asha 2021-04-06": ("still in time", {"due": "2021-07-06"}),
            "Ben 2021-01-06": ("late", {"opens": "2021-04-07"}),
            "Ben 2021-04-07": "still in time",
            "Cai": ("overdue", {"opens": "2021-04-07"}),
            "Dev": "nothing",
            "Ewa": "nothing",
            "Fay": ("no longer required", {"lapses": "2021-03-01"}),
            "Gil": "nothing",
        },
        evidence={"Fay": {"case closed": "2021-03-01"}},
        why="Nobody has recorded whether Ewa is disabled.",
    )


def test_the_councils_own_number(worked_example):
    """A council that looks every month is judged by its own number."""
    worked_example(
        RULE,
        {
            "children": """
                child | disabled
                Asha | yes
            """,
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2021-01-06 | |
            """,
        },
        on="2021-02-07",
        shows={"Asha": ("overdue", {"due": "2021-02-06"})},
        local_standards={"OVS-03": 1},
    )
