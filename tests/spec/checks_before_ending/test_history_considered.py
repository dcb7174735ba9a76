"""Worked examples: earlier plans, and why each ended, were weighed."""

from sightline.rules.checks_before_ending.history_considered import (
    HISTORY_CONSIDERED as CHECK,
)


def test_what_was_written_at_the_decision(worked_check):
    """Yes is met, no is not met, and where nothing was written there is no evidence."""
    worked_check(
        CHECK,
        {
            "protection_plans": """
                plan | child | started | ended
                Asha 1 | Asha | 2021-03-04 | 2021-12-01
                Ben 1 | Ben | 2021-03-04 |
                Cai 1 | Cai | 2021-03-04 |
                Dev 1 | Dev | 2021-03-04 |
                Asha 0 | Asha | 2019-03-04 | 2020-03-02
                Ben 0 | Ben | 2016-03-04 | 2017-03-02
                Ben 9 | Ben | 2018-03-05 | 2021-03-03
                Cai 9 | Cai | 2021-06-01 | 2021-08-02
                Dev 9 | Dev | 2021-03-04 | 2021-03-04
            """,
            "plan_endings": """
                plan_ending | child | plan | decided | history_considered
                1 | Asha | Asha 1 | 2021-12-01 | yes
                2 | Ben | Ben 1 | 2021-12-01 | no
                3 | Cai | Cai 1 | 2021-12-01 |
            """,
        },
        on="2021-12-01",
        shows={"Asha": "met", "Ben": "not met", "Cai": "no evidence", "Dev": "no evidence"},
        evidence={
            "Asha": {"earlier plans on record": 1, "the last of them ended": "2020-03-02"},
            "Ben": {"earlier plans on record": 2, "the last of them ended": "2021-03-03"},
            "Cai": {"earlier plans on record": None},
            "Dev": {"earlier plans on record": None},
        },
        why="The second record of Cai's plan lies within it, and Dev's began on its first day: neither is an earlier plan.",
    )
