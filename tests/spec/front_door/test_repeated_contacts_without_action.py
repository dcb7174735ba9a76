"""Worked examples: contacts keep coming and end with no further action."""

from sightline.rules.front_door.repeated_contacts_without_action import (
    REPEATED_CONTACTS_WITHOUT_ACTION as RULE,
)


def contacts_about(*children: str) -> str:
    """Three contacts about each child, decided on 4 January, 1 February and 1 March 2021."""
    rows = [
        f"{child} | {day} | {day} | no further action"
        for child in children
        for day in ("2021-01-04", "2021-02-01", "2021-03-01")
    ]
    return "\n".join(["child | received | decided | outcome", *rows])


def test_the_anniversary_is_inside(worked_example):
    """The third contact within 12 months opens the concern, the anniversary included."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | decided    | outcome
                Asha  | 2020-05-11 | 2020-05-12 | no further action
                Asha  | 2020-11-02 | 2020-11-03 | no further action
                Asha  | 2021-05-11 | 2021-05-12 | no further action
                Ben   | 2020-05-11 | 2020-05-12 | no further action
                Ben   | 2020-11-02 | 2020-11-03 | no further action
                Ben   | 2021-05-12 | 2021-05-13 | no further action
                Cai   | 2021-03-01 | 2021-03-01 | no further action
                Cai   | 2021-03-01 | 2021-03-01 | no further action
                Cai   | 2021-04-01 | 2021-04-01 | no further action
            """
        },
        on="2021-05-12",
        shows={"Asha": ("open", {"opens": "2021-05-12"}), "Ben": "nothing", "Cai": "nothing"},
        evidence={
            "Asha": {"first contact decided": "2020-05-12", "this contact decided": "2021-05-12"}
        },
        why="Cai's two contacts of one day are one.",
    )


def test_only_no_further_action_counts(worked_example):
    """A contact that ended otherwise, or is not decided yet, is not counted."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | decided    | outcome
                Asha  | 2021-01-04 | 2021-01-04 | no further action
                Asha  | 2021-02-01 | 2021-02-01 | early help
                Asha  | 2021-03-01 | 2021-03-01 | no further action
                Ben   | 2021-01-04 | 2021-01-04 | no further action
                Ben   | 2021-02-01 | 2021-02-01 | no further action
                Ben   | 2021-03-01 |            | no further action
                Cai   | 2021-01-04 | 2021-01-04 | no further action
                Cai   | 2021-02-01 | 2021-02-01 | no further action
                Cai   | 2021-03-01 | 2021-03-05 | no further action
            """
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": ("open", {"opens": "2021-03-05"})},
        why="The outcome is not known before the day of the decision, and that day counts.",
    )


def test_what_closes_it(worked_example):
    """A referral taken on, early help, a plan or care closes the concern on its first day."""
    worked_example(
        RULE,
        {
            "contacts": contacts_about("Asha", "Ben", "Cai", "Dev", "Eli", "Fay"),
            "referrals": """
                child | received   | no_further_action
                Asha  | 2021-04-06 | no
                Asha  | 2021-05-06 | no
                Fay   | 2021-04-06 | yes
            """,
            "early_help_episodes": """
                child | started
                Ben   | 2021-04-06
            """,
            "protection_plans": """
                child | started
                Cai   | 2021-04-06
            """,
            "child_in_need_plans": """
                child | started
                Dev   | 2021-04-06
            """,
            "care_episodes": """
                child | started
                Eli   | 2021-04-06
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2021-04-06"}),
            "Ben": ("closed", {"closes": "2021-04-06"}),
            "Cai": ("closed", {"closes": "2021-04-06"}),
            "Dev": ("closed", {"closes": "2021-04-06"}),
            "Eli": ("closed", {"closes": "2021-04-06"}),
            "Fay": "open",
        },
        why="Fay's referral was closed with no further action too.",
    )


def test_help_since_the_first_contact(worked_example):
    """Help that ran on the day of the first contact or came before the third is an answer."""
    worked_example(
        RULE,
        {
            "contacts": contacts_about("Asha", "Ben", "Cai", "Dev"),
            "early_help_episodes": """
                child | started    | ended
                Asha  | 2020-06-01 | 2021-01-04
                Ben   | 2020-06-01 | 2021-01-03
                Cai   | 2021-03-01 |
                Dev   | 2021-03-02 |
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "nothing",
            "Ben": "open",
            "Cai": "nothing",
            "Dev": ("closed", {"closes": "2021-03-02"}),
        },
    )


def test_it_leaves_the_view(worked_example):
    """The concern closes on the day after the anniversary of the first of the last three."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | decided    | outcome
                Asha  | 2020-01-06 | 2020-01-06 | no further action
                Asha  | 2020-02-03 | 2020-02-03 | no further action
                Asha  | 2020-03-02 | 2020-03-02 | no further action
                Ben   | 2020-01-06 | 2020-01-06 | no further action
                Ben   | 2020-02-03 | 2020-02-03 | no further action
                Ben   | 2020-03-02 | 2020-03-02 | no further action
                Ben   | 2020-06-01 | 2020-06-01 | no further action
                Cai   | 2020-01-06 | 2020-01-06 | no further action
                Cai   | 2020-02-03 | 2020-02-03 | no further action
                Cai   | 2020-03-02 | 2020-03-02 | no further action
                Cai   | 2021-01-07 | 2021-01-07 | no further action
                Dev   | 2020-01-06 | 2020-01-06 | no further action
                Dev   | 2020-02-10 | 2020-02-10 | no further action
                Dev   | 2020-03-02 | 2020-03-02 | no further action
                Dev   | 2021-01-08 | 2021-01-08 | no further action
            """
        },
        on="2021-01-31",
        shows={
            "Asha": ("closed", {"opens": "2020-03-02", "closes": "2021-01-07"}),
            "Ben": ("open", {"opens": "2020-03-02"}),
            "Cai": ("open", {"opens": "2020-03-02"}),
            "Dev 2020-03-02": ("closed", {"closes": "2021-01-07"}),
            "Dev 2021-01-08": ("open", {"opens": "2021-01-08"}),
        },
        evidence={"Ben": {"first contact decided": "2020-01-06"}},
        why="A contact on the day it would close carries Cai's concern on; Dev's came a day later.",
    )


def test_the_councils_own_number(worked_example):
    """A council may ask sooner, at the second contact."""
    worked_example(
        RULE,
        {
            "contacts": """
                child | received   | decided    | outcome
                Asha  | 2021-01-04 | 2021-01-04 | no further action
                Asha  | 2021-02-01 | 2021-02-01 | no further action
                Ben   | 2021-01-04 | 2021-01-04 | no further action
            """
        },
        on="2021-03-31",
        shows={"Asha": ("open", {"opens": "2021-02-01"}), "Ben": "nothing"},
        local_standards={"CON-03": 2},
    )
