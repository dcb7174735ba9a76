"""Worked examples: agreement to care asked for again at each review."""

from sightline.rules.in_care.agreement_not_asked_again import (
    AGREEMENT_NOT_ASKED_AGAIN as RULE,
)


def test_open_from_the_review(worked_example):
    """Open from the day of a review at which agreement was not asked for again."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |       | V2
                Ben   | 2020-03-02   | 2020-03-02 |       | V2
                Cai   | 2020-03-02   | 2020-03-02 |       | V2
                Dee   | 2020-03-02   | 2020-03-02 |       | V2
            """,
            "care_reviews": """
                child | held       | cancelled | agreement_confirmed
                Asha  | 2020-03-30 | no        | no
                Ben   | 2020-03-30 | no        | yes
                Cai   | 2020-03-30 | yes       | no
                Dee   | 2020-03-02 |           | no
            """,
        },
        on="2020-03-30",
        shows={
            "Asha": ("open", {"opens": "2020-03-30", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": ("open", {"opens": "2020-03-02"}),
        },
    )


def test_closed_by_the_next_review(worked_example):
    """Closed by the next review, or when care by agreement ends."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |            | V2
                Ben   | 2020-03-02   | 2020-03-02 | 2020-05-04 | V2
                Ben   | 2020-03-02   | 2020-05-04 |            | C1
                Cai   | 2020-03-02   | 2020-03-02 | 2020-03-30 | V2
            """,
            "care_reviews": """
                child | held       | cancelled | agreement_confirmed
                Asha  | 2020-03-30 | no        | no
                Asha  | 2020-06-29 | no        | yes
                Asha  | 2020-12-07 | no        | yes
                Ben   | 2020-03-30 | no        | no
                Ben   | 2020-06-29 | no        | no
                Cai   | 2020-03-30 | no        | no
            """,
        },
        on="2020-12-31",
        shows={
            "Asha": ("closed", {"closes": "2020-06-29"}),
            "Ben": ("closed", {"closes": "2020-05-04"}),
            "Cai": "nothing",
        },
        why="Under an order no agreement is needed.",
    )


def test_a_review_that_does_not_say(worked_example):
    """A review that does not say is no evidence either way."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |       | V2
                Ben   | 2020-03-02   | 2020-03-02 |       | V2
            """,
            "care_reviews": """
                child | held       | cancelled | agreement_confirmed
                Asha  | 2020-03-30 | no        |
                Ben   | 2020-03-30 | no        | no
                Ben   | 2020-03-30 | no        |
            """,
        },
        on="2020-04-30",
        shows={"Asha": "cannot tell", "Ben": "cannot tell"},
    )


def test_two_reviews_on_one_day(worked_example):
    """Of two reviews on one day, one at which it was asked is enough."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |       | V2
                Ben   | 2020-03-02   | 2020-03-02 |       | V2
            """,
            "care_reviews": """
                child | held       | cancelled | agreement_confirmed
                Asha  | 2020-03-30 | no        | no
                Asha  | 2020-03-30 | no        | yes
                Ben   | 2020-03-30 | no        | no
                Ben   | 2020-03-30 | no        | no
            """,
        },
        on="2020-04-30",
        shows={"Asha": "nothing", "Ben": "open"},
    )


def test_only_care_by_agreement(worked_example):
    """It is asked under section 20 only, from its first day on."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |            | C2
                Ben   | 2020-04-06   | 2020-04-06 |            | V2
                Cai   | 2020-03-02   | 2020-03-02 | 2020-03-30 | C1
                Cai   | 2020-03-30   | 2020-03-30 |            | V2
            """,
            "care_reviews": """
                child | held       | cancelled | agreement_confirmed
                Asha  | 2020-03-30 | no        | no
                Ben   | 2020-03-30 | no        | no
                Cai   | 2020-03-30 | no        | no
            """,
        },
        on="2020-04-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "open"},
    )
