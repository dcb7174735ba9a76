"""Worked examples: a quorate conference made the decision."""

from sightline.rules.checks_before_ending.quorate_conference_decided import (
    QUORATE_CONFERENCE_DECIDED as CHECK,
)


def test_as_the_review_says(worked_check):
    """The last review says whether it was quorate; a decision outside a conference, or a review that kept the plan, is not met."""
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
                review | child | held | quorate | plan_continues
                1 | Asha | 2021-06-01 | no | yes
                2 | Asha | 2021-12-01 | yes | no
                3 | Ben | 2021-12-01 | no | no
                4 | Cai | 2021-12-01 | yes | yes
                5 | Dev | 2021-12-01 | |
                6 | Ewa | 2021-12-01 | yes | no
                7 | Fay | 2021-12-02 | yes | no
            """,
            "plan_endings": """
                plan_ending | child | decided | decided_at_conference
                1 | Asha | 2021-12-01 | yes
                2 | Ewa | 2021-12-01 | no
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "no evidence",
            "Ewa": "not met",
            "Fay": "no evidence",
        },
        evidence={
            "Asha": {"last review held": "2021-12-01", "recorded as quorate": True},
            "Fay": {"last review held": None},
        },
        why="Fay's review is held a day later: on the day asked it is not known.",
    )


def test_by_who_was_there(worked_check):
    """Where the review does not say, social care and enough others who work with the family themselves make it quorate."""
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
            """,
            "review_conferences": """
                review | child | held
                1 | Asha | 2021-12-01
                2 | Ben | 2021-12-01
                3 | Cai | 2021-12-01
                4 | Dev | 2021-06-01
                5 | Dev | 2021-12-01
                6 | Ewa | 2021-12-01
            """,
            "decision_makers": """
                decision_maker | child | meeting_kind | held | agency | attended | knows_the_child
                1 | Asha | review conference | 2021-12-01 | social care | yes |
                2 | Asha | review conference | 2021-12-01 | health | yes | yes
                3 | Asha | review conference | 2021-12-01 | education | yes | yes
                4 | Ben | review conference | 2021-12-01 | social care | yes |
                5 | Ben | review conference | 2021-12-01 | health | yes | yes
                6 | Ben | review conference | 2021-12-01 | health | yes | yes
                7 | Ben | review conference | 2021-12-01 | police | no | yes
                8 | Ben | review conference | 2021-12-01 | education | yes | no
                9 | Cai | review conference | 2021-12-01 | police | yes | yes
                10 | Cai | review conference | 2021-12-01 | health | yes | yes
                11 | Cai | review conference | 2021-12-01 | education | yes | yes
                12 | Dev | review conference | 2021-06-01 | social care | yes | yes
                13 | Dev | review conference | 2021-06-01 | health | yes | yes
                14 | Dev | review conference | 2021-06-01 | education | yes | yes
                15 | Ewa | core group | 2021-12-01 | social care | yes | yes
                16 | Ewa | core group | 2021-12-01 | health | yes | yes
                17 | Ewa | core group | 2021-12-01 | education | yes | yes
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "no evidence",
            "Ewa": "no evidence",
        },
        evidence={
            "Asha": {"agencies with direct contact there": 3},
            "Ben": {"agencies with direct contact there": 2},
        },
        why="Cai's review had three agencies and no social care. Dev's list is of the review before.",
    )


def test_the_councils_own_number(worked_check):
    """A council that asks for two agencies is judged by its own number."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 |
            """,
            "review_conferences": """
                review | child | held
                1 | Asha | 2021-12-01
            """,
            "decision_makers": """
                decision_maker | child | meeting_kind | held | agency | attended | knows_the_child
                1 | Asha | review conference | 2021-12-01 | social care | yes | yes
                2 | Asha | review conference | 2021-12-01 | health | yes | yes
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met"},
        local_standards={"QUO-01": 2},
    )
