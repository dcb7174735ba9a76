"""Worked examples: event of high risk without a manager's decision."""

from sightline.rules.oversight.no_decision_after_high_risk_event import (
    NO_DECISION_AFTER_HIGH_RISK_EVENT as RULE,
)


def test_two_working_days(worked_example):
    """A decision on the day or within two working days is in time; one made before the event does not count."""
    worked_example(
        RULE,
        {
            "missing_episodes": """
                missing_episode | child | started
                1 | Asha | 2021-03-12
                2 | Ben | 2021-03-12
                3 | Cai | 2021-03-12
                4 | Dev | 2021-03-16
                5 | Ewa | 2021-03-12
            """,
            "management_decisions": """
                management_decision | child | made
                1 | Asha | 2021-03-16
                2 | Asha | 2021-03-17
                3 | Ben | 2021-03-17
                4 | Cai | 2021-03-11
                5 | Ewa | 2021-03-12
            """,
        },
        on="2021-03-18",
        shows={
            "Asha": ("in time", {"due": "2021-03-16", "met": "2021-03-16"}),
            "Ben": ("late", {"opens": "2021-03-17", "closes": "2021-03-17"}),
            "Cai": "overdue",
            "Dev": ("still in time", {"due": "2021-03-18"}),
            "Ewa": "in time",
        },
        evidence={"Asha": {"what happened": "missing", "decision recorded": "2021-03-16"}},
        why="12 March is a Friday, so the second working day after it is Tuesday.",
    )


def test_what_is_grave(worked_example):
    """An enquiry, an alert and grave notifications are asked about; a notification of domestic abuse has a rule of its own."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started
                1 | Asha | 2021-03-12
            """,
            "risk_alerts": """
                risk_alert | child | raised
                1 | Asha | 2021-03-12
                2 | Ben | 2021-03-12
            """,
            "notifications": """
                notification | child | received | kind
                1 | Cai | 2021-03-12 | hospital
                2 | Dev | 2021-03-12 | domestic abuse
                3 | Ewa | 2021-03-12 | custody
                4 | Fay | 2021-03-12 |
                5 | Gil | 2021-03-12 | death or serious harm
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "overdue",
            "Ben": "overdue",
            "Cai": "overdue",
            "Dev": "nothing",
            "Ewa": "overdue",
            "Fay": "nothing",
            "Gil": "overdue",
        },
        evidence={
            "Asha": {"what happened": "alert raised"},
            "Ben": {"what happened": "alert raised"},
            "Cai": {"what happened": "told by another agency"},
        },
        why="Asha's two events fell on one day: one concern, the first in the alphabet named.",
    )


def test_childhood_over(worked_example):
    """The 18th birthday lapses the duty, and nothing is asked from that day on."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha | 2003-03-15
                Ben | 2003-03-12
                Cai | 2003-03-13
            """,
            "missing_episodes": """
                missing_episode | child | started
                1 | Asha | 2021-03-12
                2 | Ben | 2021-03-12
                3 | Cai | 2021-03-12
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-15"}),
            "Ben": "nothing",
            "Cai": "no longer required",
        },
    )


def test_the_councils_own_number(worked_example):
    """A council that gives itself five working days is judged by its own number."""
    worked_example(
        RULE,
        {
            "missing_episodes": """
                missing_episode | child | started
                1 | Asha | 2021-03-12
            """,
        },
        on="2021-03-19",
        shows={"Asha": ("still in time", {"due": "2021-03-19"})},
        local_standards={"OVS-02": 5},
    )
