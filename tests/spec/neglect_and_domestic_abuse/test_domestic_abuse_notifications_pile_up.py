"""Worked examples: domestic abuse notifications pile up."""

from sightline.rules.neglect_and_domestic_abuse.domestic_abuse_notifications_pile_up import (
    DOMESTIC_ABUSE_NOTIFICATIONS_PILE_UP as RULE,
)


def notifications_of(*children: str) -> str:
    """Three notifications of domestic abuse about each child, in January, February and March 2021."""
    days = ("2021-01-04", "2021-02-01", "2021-03-01")
    rows = [f"{child} | {day} | domestic abuse" for child in children for day in days]
    return "\n".join(["child | received | kind", *rows])


def test_the_anniversary_is_inside(worked_example):
    """The third notification within 12 months opens the concern, the anniversary included."""
    worked_example(
        RULE,
        {
            "notifications": """
                child | received   | kind           | outcome
                Asha  | 2020-05-12 | domestic abuse | no further action
                Asha  | 2020-11-03 | domestic abuse |
                Asha  | 2021-05-12 | domestic abuse |
                Ben   | 2020-05-12 | domestic abuse |
                Ben   | 2020-11-03 | domestic abuse |
                Ben   | 2021-05-13 | domestic abuse |
                Cai   | 2020-05-12 | domestic abuse |
                Cai   | 2020-11-03 | hospital       |
                Cai   | 2021-05-12 | domestic abuse |
                Dev   | 2020-11-03 | domestic abuse |
                Dev   | 2020-11-03 | domestic abuse |
                Dev   | 2021-05-12 | domestic abuse |
            """
        },
        on="2021-05-12",
        shows={
            "Asha": ("open", {"opens": "2021-05-12"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={"Asha": {"first notification": "2020-05-12", "this notification": "2021-05-12"}},
        why="Two about Dev came on one day and are one.",
    )


def test_looked_into_since_the_first(worked_example):
    """An assessment, a strategy discussion, a conference, a plan or care since the first is an answer."""
    worked_example(
        RULE,
        {
            "notifications": notifications_of("Asha", "Ben", "Cai", "Dev", "Eli", "Fay"),
            "assessments": """
                child | started
                Asha  | 2021-01-04
                Fay   | 2021-01-03
            """,
            "strategy_discussions": """
                child | held
                Ben   | 2021-03-01
            """,
            "initial_conferences": """
                child | held
                Cai   | 2021-02-15
            """,
            "protection_plans": """
                child | started    | ended
                Dev   | 2020-06-01 | 2021-01-04
            """,
            "care_episodes": """
                child | started
                Eli   | 2020-06-01
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
            "Eli": "nothing",
            "Fay": "open",
        },
        why="Fay's assessment began before the first of the three.",
    )


def test_what_closes_it(worked_example):
    """The first of these closes the concern, and a referral alone does not."""
    worked_example(
        RULE,
        {
            "notifications": notifications_of("Asha", "Ben"),
            "assessments": """
                child | started
                Asha  | 2021-04-12
                Asha  | 2021-05-10
            """,
            "referrals": """
                child | received
                Ben   | 2021-04-12
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2021-04-12"}),
            "Ben": "open",
        },
        evidence={"Asha": {"looked into, or out of view": "2021-04-12"}},
    )


def test_it_leaves_the_view(worked_example):
    """The concern closes on the day after the anniversary of the first; another keeps it open."""
    worked_example(
        RULE,
        {"notifications": notifications_of("Asha", "Ben") + "\nBen | 2021-06-07 | domestic abuse"},
        on="2022-01-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2022-01-05"}),
            "Ben": ("open", {"opens": "2021-03-01"}),
        },
    )


def test_the_councils_own_number(worked_example):
    """A council may ask at the second notification."""
    worked_example(
        RULE,
        {
            "notifications": """
                child | received   | kind
                Asha  | 2021-01-04 | domestic abuse
                Asha  | 2021-02-01 | domestic abuse
                Ben   | 2021-01-04 | domestic abuse
            """
        },
        on="2021-03-31",
        shows={"Asha": ("open", {"opens": "2021-02-01"}), "Ben": "nothing"},
        local_standards={"DAB-01": 2},
    )
