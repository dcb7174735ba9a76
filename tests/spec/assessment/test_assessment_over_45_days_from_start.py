"""Worked examples: assessment not finished within 45 working days of its start."""

from sightline.rules.assessment.assessment_over_45_days_from_start import (
    ASSESSMENT_OVER_45_DAYS_FROM_START as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The 45th working day after the start is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
                Ben 1    | Ben   | 2021-09-01 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised | child_seen
                Asha a     | Asha  | Asha 1   | 2021-09-06 | 2021-11-08 | yes
                Ben a      | Ben   | Ben 1    | 2021-09-06 | 2021-11-09 | no
            """,
        },
        on="2021-11-30",
        shows={
            "Asha": ("in time", {"starts": "2021-09-06", "due": "2021-11-08", "opens": None}),
            "Ben": ("late", {"opens": "2021-11-09", "closes": "2021-11-09"}),
        },
        evidence={
            "Asha": {"referral received": "2021-09-01", "child seen in the assessment": True},
            "Ben": {"child seen in the assessment": False},
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the assessment is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
                Ben 1    | Ben   | 2021-09-01 | no                |
                Cai 1    | Cai   | 2021-09-01 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-06 |
                Ben a      | Ben   | Ben 1    | 2021-09-07 |
            """,
        },
        on="2021-11-09",
        shows={
            "Asha": ("overdue", {"due": "2021-11-08", "opens": "2021-11-09"}),
            "Ben": ("still in time", {"due": "2021-11-09", "opens": None}),
            "Cai": "nothing",
        },
        why="Cai's assessment has not begun. The clock from the referral asks about that.",
    )


def test_a_start_on_a_day_nobody_works(worked_example):
    """After a start on a Saturday the first working day is day 1."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-03 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-04 |
            """,
        },
        on="2021-11-05",
        shows={"Asha": ("still in time", {"due": "2021-11-05"})},
    )


def test_only_the_first_assessment_of_a_referral(worked_example):
    """Later assessments of the same referral are not judged here; those of another referral are."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-01-04 | no                | 2021-08-31
                Asha 2   | Asha  | 2021-09-01 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-01-11 | 2021-02-10
                Asha b     | Asha  | Asha 1   | 2021-03-08 |
                Asha c     | Asha  | Asha 2   | 2021-09-06 | 2021-10-06
            """,
        },
        on="2021-11-30",
        shows={"Asha 2021-01-11": "in time", "Asha 2021-09-06": "in time"},
    )


def test_no_further_action_carries_no_duty(worked_example):
    """An assessment of a referral closed with no further action is not judged."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | yes               |
                Ben 1    | Ben   | 2021-09-01 | yes               |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-06 |
                Ben a      | Ben   |          | 2021-09-06 |
            """,
        },
        on="2021-11-30",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )


def test_closing_the_case_lapses_the_duty(worked_example):
    """Closing the case by the due day lapses the duty; after it the assessment was late."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                | 2021-11-08
                Ben 1    | Ben   | 2021-09-01 | no                | 2021-11-12
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-06 |
                Ben a      | Ben   | Ben 1    | 2021-09-06 |
            """,
        },
        on="2021-11-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-11-08", "opens": None}),
            "Ben": ("late", {"opens": "2021-11-09", "closes": "2021-11-12"}),
        },
    )


def test_which_referral_an_assessment_belongs_to(worked_example):
    """An assessment that names no referral belongs to the one open on its first day."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                |
                Ben 1    | Ben   | 2021-09-06 | no                | 2021-09-24
                Cai 1    | Cai   | 2021-09-06 | no                | 2021-09-24
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  |          | 2021-09-06 | 2021-10-20
                Ben a      | Ben   |          | 2021-09-24 |
                Cai a      | Cai   |          | 2021-09-25 |
            """,
        },
        on="2021-12-31",
        shows={"Asha": "in time", "Ben": "no longer required", "Cai": "nothing"},
        why="Ben's began on the closing day. Cai's began when no case of his was open.",
    )


def test_two_assessments_begun_on_one_day_are_one(worked_example):
    """Two assessments of one child begun on one day are one, finished when the first of them is."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-06 |
                Asha b     | Asha  | Asha 1   | 2021-09-06 | 2021-10-20
            """,
        },
        on="2021-11-30",
        shows={"Asha": ("in time", {"met": "2021-10-20"})},
    )


def test_one_assessment_for_two_open_referrals(worked_example):
    """An assessment that is the first of two referrals is one duty, until both are closed."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                | 2021-09-24
                Asha 2   | Asha  | 2021-09-03 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  |          | 2021-09-06 |
            """,
        },
        on="2021-11-30",
        shows={"Asha": ("overdue", {"lapses": None})},
    )
