"""Worked examples: referred again within 12 months."""

from sightline.rules.front_door.rereferral_within_12_months import (
    REREFERRAL_WITHIN_12_MONTHS as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """A referral up to 12 months after the one before, that day included, is a re-referral."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | no_further_action
                Asha  | 2020-05-13 | no
                Asha  | 2021-05-13 | no
                Ben   | 2020-05-13 | no
                Ben   | 2021-05-14 | no
                Cai   | 2020-05-13 | yes
                Cai   | 2020-06-15 | no
                Dev   | 2021-05-13 | no
                Dev   | 2021-05-13 | no
            """
        },
        on="2021-05-31",
        shows={
            "Asha": ("open", {"opens": "2021-05-13", "closes": None}),
            "Ben": "nothing",
            "Cai": ("closed", {"opens": "2020-06-15", "closes": "2020-12-15"}),
            "Dev": "nothing",
        },
        evidence={"Asha": {"referral before": "2020-05-13", "this referral": "2021-05-13"}},
        why="Cai's first referral counts whatever became of it; Dev's two of one day are one.",
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """Without a plan or care the concern closes after 6 months."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2020-09-01
                Asha  | 2020-11-30
                Ben   | 2020-09-01
                Ben   | 2020-12-01
            """
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"closes": "2021-05-30"}),
            "Ben": ("open", {"opens": "2020-12-01"}),
        },
    )


def test_what_closes_it_sooner(worked_example):
    """The first day on a plan or in care closes the concern."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-03-01
                Ben   | 2021-01-04
                Ben   | 2021-03-01
                Cai   | 2021-01-04
                Cai   | 2021-03-01
                Dev   | 2021-01-04
                Dev   | 2021-03-01
            """,
            "protection_plans": """
                child | started
                Asha  | 2021-04-06
                Dev   | 2021-08-31
            """,
            "child_in_need_plans": """
                child | started    | ended
                Ben   | 2021-04-06 | 2021-05-04
                Ben   | 2021-06-01 |
            """,
            "care_episodes": """
                child | started
                Cai   | 2021-04-06
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2021-04-06"}),
            "Ben": ("closed", {"closes": "2021-04-06"}),
            "Cai": ("closed", {"closes": "2021-04-06"}),
            "Dev": "open",
        },
        evidence={"Asha": {"on a plan or in care": "2021-04-06"}},
    )


def test_a_child_already_on_a_plan(worked_example):
    """A child who is on a plan or in care on the day of the referral is no concern of this kind."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-03-01
                Ben   | 2021-01-04
                Ben   | 2021-03-01
                Cai   | 2021-01-04
                Cai   | 2021-03-01
            """,
            "child_in_need_plans": """
                child | started    | ended
                Asha  | 2021-01-18 | 2021-03-01
                Ben   | 2021-01-18 | 2021-02-28
                Cai   | 2021-03-01 |
            """,
        },
        on="2021-05-31",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "nothing"},
    )


def test_every_referral_that_comes_back(worked_example):
    """Every referral that comes back is a concern of its own, counted from the one before."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2019-06-03
                Asha  | 2020-06-01
                Asha  | 2021-05-03
            """
        },
        on="2021-05-31",
        shows={"Asha 2020-06-01": "closed", "Asha 2021-05-03": "open"},
        evidence={"Asha 2021-05-03": {"referral before": "2020-06-01"}},
    )
