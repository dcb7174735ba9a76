"""Worked examples: assessment not finished within 45 working days of the referral."""

from sightline.rules.assessment.assessment_over_45_days_from_referral import (
    ASSESSMENT_OVER_45_DAYS_FROM_REFERRAL as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The 45th working day after the referral is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                |
                Ben 1    | Ben   | 2021-09-06 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised | child_seen
                Asha a     | Asha  | Asha 1   | 2021-09-09 | 2021-11-08 | yes
                Ben a      | Ben   | Ben 1    | 2021-09-09 | 2021-11-09 | no
            """,
        },
        on="2021-11-30",
        shows={
            "Asha": ("in time", {"starts": "2021-09-06", "due": "2021-11-08", "opens": None}),
            "Ben": ("late", {"opens": "2021-11-09", "closes": "2021-11-09"}),
        },
        evidence={
            "Asha": {"assessment started": "2021-09-09", "child seen in the assessment": True},
            "Ben": {"assessment authorised": "2021-11-09", "child seen in the assessment": False},
        },
        why="Monday 6 September is day 0; nine weeks on, Monday 8 November is day 45.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the assessment is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                |
                Ben 1    | Ben   | 2021-09-07 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-09 |
            """,
        },
        on="2021-11-09",
        shows={
            "Asha": ("overdue", {"due": "2021-11-08", "opens": "2021-11-09"}),
            "Ben": ("still in time", {"due": "2021-11-09", "opens": None}),
        },
        why="Ben's referral has the duty though no assessment has begun.",
    )


def test_a_referral_on_a_day_nobody_works(worked_example):
    """After a referral on a Saturday the first working day is day 1."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-04 | no                |
            """
        },
        on="2021-11-05",
        shows={"Asha": ("still in time", {"due": "2021-11-05"})},
    )


def test_no_further_action_carries_no_duty(worked_example):
    """A referral closed with no further action asks for no assessment."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | yes               |
                Ben 1    | Ben   | 2021-09-06 |                   |
            """
        },
        on="2021-11-30",
        shows={"Asha": "nothing", "Ben": "overdue"},
        why="Where the record does not say, nothing shows that the referral was closed.",
    )


def test_closing_the_case_lapses_the_duty(worked_example):
    """Closing the case by the due day lapses the duty; after it the assessment was late."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                | 2021-11-05
                Ben 1    | Ben   | 2021-09-06 | no                | 2021-11-08
                Cai 1    | Cai   | 2021-09-06 | no                | 2021-11-12
                Dev 1    | Dev   | 2021-09-06 | no                | 2021-10-29
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Dev a      | Dev   | Dev 1    | 2021-09-09 | 2021-10-29
            """,
        },
        on="2021-11-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-11-05", "opens": None}),
            "Ben": ("no longer required", {"lapses": "2021-11-08", "opens": None}),
            "Cai": ("late", {"opens": "2021-11-09", "closes": "2021-11-12"}),
            "Dev": ("in time", {"met": "2021-10-29"}),
        },
    )


def test_the_first_assessment_counts(worked_example):
    """Of several assessments the earliest counts, not the one finished first."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                |
                Ben 1    | Ben   | 2021-09-06 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  | Asha 1   | 2021-09-09 |
                Asha b     | Asha  | Asha 1   | 2021-09-20 | 2021-10-20
                Ben a      | Ben   | Ben 1    | 2021-09-09 | 2021-10-20
                Ben b      | Ben   | Ben 1    | 2021-09-09 |
            """,
        },
        on="2021-11-30",
        shows={"Asha": "overdue", "Ben": ("in time", {"met": "2021-10-20"})},
        why="Ben's two assessments began on one day: they are one, finished when the first is.",
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
                Ben 2    | Ben   | 2021-09-27 | no                |
                Cai 1    | Cai   | 2021-09-06 | no                |
                Dev 1    | Dev   | 2021-09-06 | no                |
                Ewa 1    | Ewa   | 2021-09-06 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Asha a     | Asha  |          | 2021-09-06 | 2021-10-20
                Ben a      | Ben   |          | 2021-09-24 | 2021-10-20
                Cai a      | Cai   |          | 2021-09-03 | 2021-10-20
                Dev a      | Dev   | unknown  | 2021-09-09 | 2021-10-20
                Ewa a      | Ewa   | Ewa 1    | 2021-09-03 | 2021-10-20
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": "in time",
            "Ben 2021-09-06": ("no longer required", {"lapses": "2021-09-24", "met": "2021-10-20"}),
            "Ben 2021-09-27": "overdue",
            "Cai": "overdue",
            "Dev": "overdue",
            "Ewa": "in time",
        },
        why=(
            "Ben's began on the closing day of his first referral. Cai's began before his referral "
            "came. Dev's names a referral the records do not hold. Ewa's names hers, so it is hers."
        ),
    )


def test_two_referrals_on_one_day_are_one(worked_example):
    """Two referrals of one child on one day are one, open while either is."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                | 2021-09-24
                Asha 2   | Asha  | 2021-09-06 | no                |
                Ben 1    | Ben   | 2021-09-06 | yes               | 2021-09-06
                Ben 2    | Ben   | 2021-09-06 | no                |
                Cai 1    | Cai   | 2021-09-06 | no                | 2021-09-24
                Cai 2    | Cai   | 2021-09-06 | no                |
            """,
            "assessments": """
                assessment | child | referral | started    | authorised
                Cai a      | Cai   | Cai 1    | 2021-09-09 | 2021-10-20
            """,
        },
        on="2021-11-30",
        shows={"Asha": "overdue", "Ben": "overdue", "Cai": "in time"},
    )


def test_an_unborn_child_is_judged_like_any_other(worked_example):
    """A referral about an unborn child has the same clock."""
    worked_example(
        RULE,
        {
            "children": """
                child | born | expected_birth
                Asha  |      | 2022-02-01
            """,
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-06 | no                |
            """,
        },
        on="2021-11-09",
        shows={"Asha": "overdue"},
    )


def test_before_any_guidance_that_is_held(worked_example):
    """For a referral older than the standard that is held nobody can tell."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2013-04-12 | no                |
            """
        },
        on="2014-12-31",
        shows={"Asha": ("cannot tell", {"due": None})},
        why="Working Together 2013 applied from 15 April 2013; before it there were two assessments.",
    )
