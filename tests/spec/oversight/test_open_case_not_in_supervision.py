"""Worked examples: open case not talked through in supervision."""

from sightline.rules.oversight.open_case_not_in_supervision import (
    OPEN_CASE_NOT_IN_SUPERVISION as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A month to the day is in time, the day after is late; each session starts the clock anew."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2021-07-06 | |
                2 | Ben | 2021-07-06 | no |
            """,
            "supervision": """
                child | held
                Asha | 2021-08-06
                Ben | 2021-08-07
                Ben | 2021-08-07
            """,
        },
        on="2021-09-06",
        shows={
            "Asha 2021-07-06": ("in time", {"due": "2021-08-06", "met": "2021-08-06"}),
            "Asha 2021-08-06": ("still in time", {"due": "2021-09-06"}),
            "Ben 2021-07-06": ("late", {"opens": "2021-08-07", "closes": "2021-08-07"}),
            "Ben 2021-08-07": "still in time",
        },
    )


def test_when_a_case_is_open(worked_example):
    """A referral closed with no further action opens no case; closing lapses the clock; a plan goes on from a referral."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2021-07-06 | yes |
                2 | Ben | 2021-07-06 | no | 2021-07-20
                3 | Cai | 2021-07-06 | no | 2021-07-20
                4 | Dev | 2021-07-06 | no | 2021-08-20
                5 | Ewa | 2021-07-06 | no | 2021-07-06
            """,
            "child_in_need_plans": """
                plan | child | started | ended
                c | Cai | 2021-07-20 |
            """,
            "supervision": """
                child | held
                Dev | 2021-07-05
                Dev | 2021-08-20
                Dev | 2021-08-21
                Fay | 2021-08-01
            """,
        },
        on="2021-08-31",
        shows={
            "Asha": "nothing",
            "Ben": ("no longer required", {"lapses": "2021-07-20"}),
            "Cai": ("overdue", {"due": "2021-08-06", "opens": "2021-08-07"}),
            "Dev": ("late", {"opens": "2021-08-07", "closes": "2021-08-20"}),
            "Ewa": "nothing",
            "Fay": "nothing",
        },
        evidence={"Dev": {"case closed": "2021-08-20", "case opened": "2021-07-06"}},
        why="A session before the case opened does not count for it, and no clock starts on the day it closes.",
    )


def test_before_the_standard_and_the_councils_own(worked_example):
    """Before the standard there is no telling; a council that goes through cases every two months is judged by its own number."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2019-12-31 | |
                2 | Ben | 2021-07-06 | |
            """,
        },
        on="2021-09-06",
        shows={"Asha": "overdue", "Ben": ("still in time", {"due": "2021-09-06"})},
        local_standards={"SUP-01": 2},
        why="The council's own number has no first day, so it reaches back.",
    )


def test_before_the_standard(worked_example):
    """A clock that started before the standard cannot be judged."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2019-12-31 | |
                2 | Ben | 2020-01-01 | |
            """,
        },
        on="2020-03-01",
        shows={"Asha": "cannot tell", "Ben": ("overdue", {"due": "2020-02-01"})},
    )
