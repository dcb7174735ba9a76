"""Worked examples: no assessment or major piece of work is outstanding."""

from sightline.rules.checks_before_ending.no_work_outstanding import (
    NO_WORK_OUTSTANDING as CHECK,
)


def test_finished_or_not(worked_check):
    """An unfinished assessment or enquiry is not met; otherwise the decision has to say that nothing is outstanding."""
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
            "assessments": """
                assessment | child | started | authorised | cancelled
                1 | Asha | 2021-03-04 | 2021-04-30 |
                2 | Asha | 2021-06-01 | | 2021-06-10
                3 | Ben | 2021-10-01 | 2021-12-02 |
                4 | Ben | 2021-11-01 | |
                5 | Ewa | 2021-10-01 | 2021-11-01 |
            """,
            "enquiries": """
                enquiry | child | started | ended
                1 | Asha | 2021-02-01 | 2021-12-01
                2 | Cai | 2021-11-25 | 2021-12-02
                3 | Cai | 2021-11-30 |
            """,
            "plan_endings": """
                plan_ending | child | decided | work_outstanding
                1 | Asha | 2021-12-01 | no
                2 | Ben | 2021-12-01 | no
                3 | Cai | 2021-12-01 | no
                4 | Dev | 2021-12-01 | yes
                5 | Fay | 2021-12-02 | no
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": "met",
            "Ben": "not met",
            "Cai": "not met",
            "Dev": "not met",
            "Ewa": "no evidence",
            "Fay": "no evidence",
        },
        evidence={
            "Ben": {"unfinished assessment begun": "2021-10-01"},
            "Cai": {"unfinished enquiry begun": "2021-11-25"},
            "Dev": {"recorded as outstanding": True},
        },
    )
