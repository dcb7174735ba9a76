"""Worked examples: contact not decided within a working day."""

from sightline.rules.front_door.contact_not_decided_in_time import (
    CONTACT_NOT_DECIDED_IN_TIME as RULE,
)


def test_the_next_working_day_is_in_time(worked_example):
    """A decision on the next working day is in time, on the one after it is late."""
    worked_example(
        RULE,
        {
            "contacts": """
                contact | child | received   | decided
                Asha 1  | Asha  | 2021-09-06 | 2021-09-07
                Ben 1   | Ben   | 2021-09-06 | 2021-09-08
                Cai 1   | Cai   | 2021-09-03 | 2021-09-06
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-07", "met": "2021-09-07"}),
            "Ben": ("late", {"opens": "2021-09-08", "closes": "2021-09-08"}),
            "Cai": ("in time", {"due": "2021-09-06"}),
        },
        evidence={"Ben": {"contact received": "2021-09-06", "decided": "2021-09-08"}},
        why="Cai's contact came on a Friday: Monday is the next working day.",
    )


def test_nobody_has_decided(worked_example):
    """A contact nobody decided on is still in time on its due day, and overdue on the day after."""
    worked_example(
        RULE,
        {
            "contacts": """
                contact | child | received   | decided
                Asha 1  | Asha  | 2021-09-06 |
                Ben 1   | Ben   | 2021-09-03 |
            """
        },
        on="2021-09-07",
        shows={"Asha": "still in time", "Ben": ("overdue", {"opens": "2021-09-07"})},
    )


def test_a_referral_lapses_the_duty(worked_example):
    """A referral from that day on lapses the duty; one from before does not."""
    worked_example(
        RULE,
        {
            "contacts": """
                contact | child | received   | decided
                Asha 1  | Asha  | 2021-09-06 |
                Ben 1   | Ben   | 2021-09-06 |
                Cai 1   | Cai   | 2021-09-06 |
                Dev 1   | Dev   | 2021-09-06 |
            """,
            "referrals": """
                child | received
                Asha  | 2021-09-06
                Asha  | 2021-09-20
                Ben   | 2021-09-03
                Cai   | 2021-09-09
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-06"}),
            "Ben": "overdue",
            "Cai": ("late", {"closes": "2021-09-09"}),
            "Dev": "overdue",
        },
        evidence={"Cai": {"referral received": "2021-09-09"}},
    )


def test_two_contacts_on_one_day_are_one(worked_example):
    """Two contacts about one child on one day are one, decided when the first of them is."""
    worked_example(
        RULE,
        {
            "contacts": """
                contact | child | received   | decided
                Asha 1  | Asha  | 2021-09-06 | 2021-09-07
                Asha 2  | Asha  | 2021-09-06 | 2021-09-14
            """
        },
        on="2021-09-30",
        shows={"Asha": ("in time", {"met": "2021-09-07"})},
    )


def test_the_councils_own_limit(worked_example):
    """A council may give itself three working days."""
    worked_example(
        RULE,
        {
            "contacts": """
                contact | child | received   | decided
                Asha 1  | Asha  | 2021-09-06 | 2021-09-09
                Ben 1   | Ben   | 2021-09-06 | 2021-09-10
            """
        },
        on="2021-09-30",
        shows={"Asha": "in time", "Ben": "late"},
        local_standards={"CON-01": 3},
    )
