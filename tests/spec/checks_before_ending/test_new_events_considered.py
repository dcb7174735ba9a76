"""Worked examples: nothing new since the last review, or each event was weighed."""

from sightline.rules.checks_before_ending.new_events_considered import (
    NEW_EVENTS_CONSIDERED as CHECK,
)


def test_since_the_last_review(worked_check):
    """Events later than the last review before the day asked have to be weighed; where there is none it is met."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 | 2021-12-01
                Ben 1 | Ben | 2021-03-04 |
                Cai 1 | Cai | 2021-03-04 |
                Dev 1 | Dev | 2021-03-04 |
                Ewa 1 | Ewa | 2021-03-04 |
                Fay 1 | Fay | 2021-03-04 |
            """,
            "review_conferences": """
                review | child | held
                1 | Asha | 2021-06-01
                2 | Asha | 2021-12-01
                3 | Ben | 2021-06-01
                4 | Cai | 2021-06-01
                5 | Dev | 2021-04-01
                6 | Dev | 2021-06-01
            """,
            "contacts": """
                contact | child | received
                1 | Asha | 2021-06-01
                2 | Ben | 2021-06-02
            """,
            "referrals": """
                referral | child | received
                1 | Asha | 2021-02-25
                2 | Cai | 2021-12-01
            """,
            "notifications": """
                notification | child | received
                1 | Dev | 2021-05-01
                2 | Cai | 2021-07-01
                3 | Dev | 2021-12-02
            """,
            "enquiries": """
                enquiry | child | started
                1 | Ewa | 2021-03-04
                2 | Ewa | 2021-03-05
            """,
            "missing_episodes": """
                missing_episode | child | started
                1 | Fay | 2021-11-01
            """,
            "plan_endings": """
                plan_ending | child | decided | new_events_considered
                1 | Asha | 2021-12-01 | no
                2 | Ben | 2021-12-01 | yes
                3 | Cai | 2021-12-01 | no
                4 | Fay | 2021-12-01 |
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "met",
            "Cai": "not met",
            "Dev": "met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
        },
        evidence={
            "Asha": {"last review before": "2021-06-01", "events since": None},
            "Ben": {"events since": 1, "latest event": "2021-06-02"},
            "Cai": {"events since": 2, "latest event": "2021-12-01"},
            "Dev": {"last review before": "2021-06-01", "events since": None},
            "Ewa": {"events since": 1, "last review before": None},
        },
        why="What came on the day of the review was known there. Ewa's plan was never reviewed, so events count from its start.",
    )
