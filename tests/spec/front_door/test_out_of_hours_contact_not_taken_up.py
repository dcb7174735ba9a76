"""Worked examples: contact out of hours not taken up the next working day."""

from sightline.rules.front_door.out_of_hours_contact_not_taken_up import (
    OUT_OF_HOURS_CONTACT_NOT_TAKEN_UP as RULE,
)


def test_the_next_working_day_is_in_time(worked_example):
    """What came in on a Saturday is taken up in time on Monday, and late on Tuesday."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | received_out_of_hours
                Asha  | 2021-09-04 | yes
                Ben   | 2021-09-04 | yes
                Cai   | 2021-09-04 | no
                Dev   | 2021-09-04 |
            """,
            "referrals": """
                child | received
                Asha  | 2021-09-06
                Ben   | 2021-09-07
                Cai   | 2021-09-07
                Dev   | 2021-09-07
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-06", "met": "2021-09-06"}),
            "Ben": ("late", {"opens": "2021-09-07", "closes": "2021-09-07"}),
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={"Ben": {"received out of hours": "2021-09-04", "taken up": "2021-09-07"}},
        why="Cai's contact came by day, and of Dev's nobody wrote down when it came.",
    )


def test_what_counts_as_taken_up(worked_example):
    """A strategy discussion, an enquiry, an assessment and a visit that saw the child all count."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | received_out_of_hours
                Asha  | 2021-09-04 | yes
                Ben   | 2021-09-04 | yes
                Cai   | 2021-09-04 | yes
                Dev   | 2021-09-04 | yes
                Eli   | 2021-09-04 | yes
                Fay   | 2021-09-04 | yes
                Gus   | 2021-09-04 | yes
            """,
            "strategy_discussions": """
                child | held
                Asha  | 2021-09-04
            """,
            "enquiries": """
                child | started
                Ben   | 2021-09-06
            """,
            "assessments": """
                child | started
                Cai   | 2021-09-06
            """,
            "protection_visits": """
                child | visited    | child_seen
                Dev   | 2021-09-05 | yes
                Gus   | 2021-09-05 | no
            """,
            "child_in_need_visits": """
                child | visited    | child_seen
                Eli   | 2021-09-06 | yes
            """,
            "care_visits": """
                child | visited    | child_seen
                Fay   | 2021-09-06 | yes
            """,
        },
        on="2021-09-07",
        shows={
            "Asha": ("in time", {"met": "2021-09-04"}),
            "Ben": "in time",
            "Cai": "in time",
            "Dev": ("in time", {"met": "2021-09-05"}),
            "Eli": "in time",
            "Fay": "in time",
            "Gus": ("overdue", {"opens": "2021-09-07"}),
        },
        why="Gus was not seen at the visit.",
    )


def test_what_was_done_before_does_not_count(worked_example):
    """A referral of the day before is no answer; the first thing done from the day on is."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | received_out_of_hours
                Asha  | 2021-09-04 | yes
                Ben   | 2021-09-04 | yes
            """,
            "referrals": """
                child | received
                Asha  | 2021-09-03
                Ben   | 2021-09-06
                Ben   | 2021-09-20
            """,
        },
        on="2021-09-30",
        shows={"Asha": "overdue", "Ben": ("in time", {"met": "2021-09-06"})},
    )


def test_a_decision_lapses_the_duty(worked_example):
    """A recorded decision on the contact lapses the duty; after the due day it was late."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | received_out_of_hours | decided
                Asha  | 2021-09-04 | yes                   | 2021-09-06
                Ben   | 2021-09-04 | yes                   | 2021-09-08
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-06"}),
            "Ben": ("late", {"closes": "2021-09-08"}),
        },
    )


def test_still_in_time_on_the_due_day(worked_example):
    """On the next working day itself it is still in time."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | received_out_of_hours
                Asha  | 2021-09-04 | yes
                Ben   | 2021-09-02 | yes
            """
        },
        on="2021-09-06",
        shows={"Asha": ("still in time", {"due": "2021-09-06"}), "Ben": "overdue"},
    )
