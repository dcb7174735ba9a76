"""Worked examples: child seen alone shortly before, own account recorded."""

from sightline.rules.checks_before_ending.child_seen_alone_and_heard import (
    CHILD_SEEN_ALONE_AND_HEARD as CHECK,
)


def test_the_first_day_of_the_weeks_before(worked_check):
    """Twenty working days back is inside, the working day before that is not."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 | 2021-12-01
                Ben 1 | Ben | 2021-03-04 |
                Cai 1 | Cai | 2021-03-04 |
                Dev 1 | Dev | 2021-03-04 |
            """,
            "protection_visits": """
                visit | child | visited | child_seen | seen_alone
                1 | Asha | 2021-11-03 | yes | yes
                2 | Ben | 2021-11-02 | yes | yes
                3 | Cai | 2021-11-03 | yes | yes
                4 | Dev | 2021-12-01 | yes | yes
                5 | Dev | 2021-11-10 | yes | no
            """,
            "direct_work": """
                direct_work | child | done | childs_words
                1 | Asha | 2021-11-03 | yes
                2 | Ben | 2021-11-03 | yes
                3 | Cai | 2021-11-02 | yes
                4 | Dev | 2021-12-01 | yes
                5 | Dev | 2021-11-10 | no
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met", "Ben": "not met", "Cai": "no evidence", "Dev": "met"},
        evidence={
            "Asha": {"child last seen in those weeks": "2021-11-03"},
            "Ben": {"child last seen in those weeks": None},
            "Dev": {"child last seen in those weeks": "2021-12-01"},
        },
        why="Twenty working days before Wednesday 1 December is Wednesday 3 November.",
    )


def test_alone_and_heard(worked_check):
    """Not alone, or no words of the child in the record, is not met; where the record does not say there is no evidence."""
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
            "protection_visits": """
                visit | child | visited | child_seen | seen_alone
                1 | Asha | 2021-11-10 | yes | no
                2 | Ben | 2021-11-10 | yes | yes
                3 | Cai | 2021-11-10 | yes |
                4 | Dev | 2021-11-10 | no | yes
                5 | Fay | 2021-12-02 | yes | yes
            """,
            "direct_work": """
                direct_work | child | done | childs_words
                1 | Asha | 2021-11-10 | yes
                2 | Ben | 2021-11-10 | no
                3 | Cai | 2021-11-10 | yes
                4 | Dev | 2021-11-10 | yes
                5 | Ewa | 2021-11-10 | yes
                6 | Fay | 2021-11-10 | yes
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "not met",
            "Ben": "not met",
            "Cai": "no evidence",
            "Dev": "not met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
        },
        why="Dev was not seen. No visit under Ewa's plan is on record, and Fay's is a day later.",
    )


def test_the_councils_own_weeks(worked_check):
    """A council that asks for a visit in the ten working days before is judged by its own number."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 |
            """,
            "protection_visits": """
                visit | child | visited | child_seen | seen_alone
                1 | Asha | 2021-11-16 | yes | yes
            """,
            "direct_work": """
                direct_work | child | done | childs_words
                1 | Asha | 2021-11-30 | yes
            """,
        },
        on="2021-12-01",
        shows={"Asha": "not met"},
        local_standards={"CPE-06": 10},
    )
