"""Worked examples: referral not decided within a working day."""

from sightline.rules.front_door.referral_not_decided_in_a_working_day import (
    REFERRAL_NOT_DECIDED_IN_A_WORKING_DAY as RULE,
)


def test_the_next_working_day_is_in_time(worked_example):
    """A decision on the next working day is in time, on the one after it is late."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | decided
                Asha 1   | Asha  | 2021-09-06 | 2021-09-07
                Ben 1    | Ben   | 2021-09-06 | 2021-09-08
                Cai 1    | Cai   | 2021-09-06 | 2021-09-06
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-07", "met": "2021-09-07", "opens": None}),
            "Ben": ("late", {"opens": "2021-09-08", "closes": "2021-09-08"}),
            "Cai": "in time",
        },
        evidence={"Ben": {"referral received": "2021-09-06", "decided": "2021-09-08"}},
    )


def test_a_referral_at_a_weekend(worked_example):
    """After a referral on a Friday or at the weekend Monday is the next working day."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | decided
                Asha 1   | Asha  | 2021-09-03 |
                Ben 1    | Ben   | 2021-09-04 |
                Cai 1    | Cai   | 2021-09-02 |
            """
        },
        on="2021-09-06",
        shows={
            "Asha": ("still in time", {"due": "2021-09-06"}),
            "Ben": ("still in time", {"due": "2021-09-06"}),
            "Cai": ("overdue", {"due": "2021-09-03", "opens": "2021-09-04"}),
        },
    )


def test_no_further_action_is_a_decision_too(worked_example):
    """A referral closed with no further action is decided on the day decided, like any other."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | decided    | no_further_action
                Asha 1   | Asha  | 2021-09-06 | 2021-09-07 | yes
                Ben 1    | Ben   | 2021-09-06 |            | yes
            """
        },
        on="2021-09-30",
        shows={"Asha": "in time", "Ben": "overdue"},
        why="Nobody wrote down when Ben's referral was decided.",
    )


def test_closing_the_case_lapses_the_duty(worked_example):
    """Closing the case without a recorded decision lapses the duty; after the due day it was late."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | decided | closed
                Asha 1   | Asha  | 2021-09-06 |         | 2021-09-07
                Ben 1    | Ben   | 2021-09-06 |         | 2021-09-10
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-07"}),
            "Ben": ("late", {"opens": "2021-09-08", "closes": "2021-09-10"}),
        },
    )


def test_two_referrals_on_one_day_are_one(worked_example):
    """Two referrals of one child on one day are one, decided when the first of them is."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | decided    | closed
                Asha 1   | Asha  | 2021-09-06 | 2021-09-07 |
                Asha 2   | Asha  | 2021-09-06 | 2021-09-10 |
                Ben 1    | Ben   | 2021-09-06 |            | 2021-09-07
                Ben 2    | Ben   | 2021-09-06 |            |
            """
        },
        on="2021-09-30",
        shows={"Asha": ("in time", {"met": "2021-09-07"}), "Ben": "overdue"},
    )
