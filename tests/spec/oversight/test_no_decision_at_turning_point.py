"""Worked examples: turning point without a manager's decision."""

from sightline.rules.oversight.no_decision_at_turning_point import (
    NO_DECISION_AT_TURNING_POINT as RULE,
)


def test_five_working_days_before_and_after(worked_example):
    """A decision from five working days before until five after is in time."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started | ended
                1 | Asha | 2021-03-01 | 2021-03-15
                2 | Ben | 2021-03-01 | 2021-03-15
                3 | Cai | 2021-03-01 | 2021-03-15
                4 | Dev | 2021-03-01 | 2021-03-15
                5 | Ewa | 2021-03-01 | 2021-03-15
                6 | Fay | 2021-03-01 | 2021-03-16
            """,
            "management_decisions": """
                management_decision | child | made
                1 | Asha | 2021-03-08
                2 | Ben | 2021-03-05
                3 | Cai | 2021-03-22
                4 | Dev | 2021-03-23
                5 | Dev | 2021-04-23
            """,
        },
        on="2021-03-23",
        shows={
            "Asha": ("in time", {"starts": "2021-03-15", "due": "2021-03-22", "met": "2021-03-15"}),
            "Ben": ("overdue", {"opens": "2021-03-23"}),
            "Cai": ("in time", {"met": "2021-03-22"}),
            "Dev": ("late", {"closes": "2021-03-23"}),
            "Ewa": "overdue",
            "Fay": ("still in time", {"due": "2021-03-23"}),
        },
        evidence={
            "Asha": {"what happened": "enquiry concluded", "decision recorded": "2021-03-08"}
        },
    )


def test_what_turns(worked_example):
    """Plans ended, entry to care and a case closed are turning points; a referral closed with no further action is not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan | child | started | ended
                p | Asha | 2020-03-02 | 2021-03-15
                q | Asha | 2020-06-01 | 2021-02-15
            """,
            "child_in_need_plans": """
                plan | child | started | ended
                c | Ben | 2020-03-02 | 2021-03-15
                d | Ben | 2021-03-22 |
            """,
            "care_episodes": """
                episode | child | started | ended
                e | Cai | 2021-03-15 |
                f | Gil | 2021-03-15 |
            """,
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Dev | 2021-01-04 | | 2021-03-15
                2 | Ewa | 2021-03-12 | yes | 2021-03-15
                3 | Fay | 2021-03-15 | |
                4 | Gil | 2021-01-04 | | 2021-03-15
            """,
        },
        on="2021-03-30",
        shows={
            "Asha 2021-03-15": "overdue",
            "Ben 2021-03-15": "overdue",
            "Cai": "overdue",
            "Dev": "overdue",
            "Ewa": "nothing",
            "Fay": "nothing",
            "Gil": "overdue",
        },
        evidence={
            "Asha 2021-03-15": {"what happened": "protection plan ended"},
            "Ben 2021-03-15": {"what happened": "child in need plan ended"},
            "Cai": {"what happened": "came into care"},
            "Dev": {"what happened": "case closed"},
            "Gil": {"what happened": "came into care"},
        },
        why="Gil's case was closed on the day of coming into care: one turning point, the first in the alphabet named. Asha's two records are one plan.",
    )


def test_childhood_over(worked_example):
    """The 18th birthday or death lapses the duty, and nothing is asked from that day on."""
    worked_example(
        RULE,
        {
            "children": """
                child | born | died
                Asha | 2003-03-18 |
                Ben | 2003-03-15 |
                Cai | 2010-01-01 | 2021-03-30
                Dev | 2003-03-16 |
            """,
            "enquiries": """
                enquiry | child | started | ended
                1 | Asha | 2021-03-01 | 2021-03-15
                2 | Ben | 2021-03-01 | 2021-03-15
                3 | Cai | 2021-03-01 | 2021-03-15
                4 | Dev | 2021-03-01 | 2021-03-15
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-18"}),
            "Ben": "nothing",
            "Cai": ("late", {"opens": "2021-03-23", "closes": "2021-03-30"}),
            "Dev": "no longer required",
        },
    )


def test_the_councils_own_number(worked_example):
    """A council that asks for a decision within two working days is judged by its own number, before and after."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started | ended
                1 | Asha | 2021-03-01 | 2021-03-15
                2 | Ben | 2021-03-01 | 2021-03-15
            """,
            "management_decisions": """
                management_decision | child | made
                1 | Asha | 2021-03-10
                2 | Ben | 2021-03-11
            """,
        },
        on="2021-03-18",
        shows={"Asha": ("overdue", {"due": "2021-03-17"}), "Ben": "in time"},
        local_standards={"OVS-01": 2},
    )
