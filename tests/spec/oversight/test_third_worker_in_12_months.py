"""Worked examples: third worker within a year."""

from sightline.rules.oversight.third_worker_in_12_months import (
    THIRD_WORKER_IN_12_MONTHS as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """Three workers, the second begun no more than a year before the third: the anniversary itself is inside."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2020-01-06 | |
                2 | Ben | 2020-01-06 | |
                3 | Cai | 2020-01-06 | |
                4 | Dev | 2020-01-06 | |
            """,
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Worker A | social worker | 2020-01-06 | 2020-03-01
                2 | Asha | Worker B | social worker | 2020-03-02 | 2021-03-01
                3 | Asha | Worker C | social worker | 2021-03-02 |
                4 | Ben | Worker A | social worker | 2020-01-06 | 2020-03-01
                5 | Ben | Worker B | social worker | 2020-03-02 | 2021-03-02
                6 | Ben | Worker C | social worker | 2021-03-03 |
                7 | Cai | Worker A | social worker | 2020-01-06 | 2020-03-01
                8 | Cai | Worker B | family help lead | 2020-03-02 | 2020-06-01
                9 | Cai | Worker C | manager | 2020-06-02 | 2020-08-02
                10 | Cai | Worker D | social worker | 2020-08-03 |
                11 | Dev | Worker A | social worker | 2020-01-06 | 2020-03-01
                12 | Dev | Worker B | social worker | 2020-03-02 |
            """,
        },
        on="2021-03-02",
        shows={
            "Asha 2021-03-02": ("open", {"opens": "2021-03-02", "closes": None}),
            "Ben": "nothing",
            "Cai 2020-06-02": ("closed", {"closes": "2020-08-03"}),
            "Cai 2020-08-03": ("open", {"opens": "2020-08-03"}),
            "Dev": "nothing",
        },
        evidence={
            "Asha 2021-03-02": {
                "second of the workers began": "2020-03-02",
                "this worker began": "2021-03-02",
            }
        },
    )


def test_how_it_closes(worked_example):
    """It closes a year after the second worker began, or when the case is closed."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2020-01-06 | |
                2 | Ben | 2020-01-06 | | 2020-09-01
                3 | Cai | 2020-01-06 | | 2020-06-02
                4 | Dev | 2020-03-02 | |
                5 | Ewa | 2020-03-03 | |
            """,
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Worker A | social worker | 2020-01-06 |
                2 | Asha | Worker B | social worker | 2020-03-02 |
                3 | Asha | Worker C | social worker | 2020-06-02 |
                4 | Ben | Worker A | social worker | 2020-01-06 |
                5 | Ben | Worker B | social worker | 2020-03-02 |
                6 | Ben | Worker C | social worker | 2020-06-02 |
                7 | Cai | Worker A | social worker | 2020-01-06 |
                8 | Cai | Worker B | social worker | 2020-03-02 |
                9 | Cai | Worker C | social worker | 2020-06-02 |
                10 | Dev | Worker A | social worker | 2020-01-06 |
                11 | Dev | Worker B | social worker | 2020-03-02 |
                12 | Dev | Worker C | social worker | 2020-06-02 |
                13 | Ewa | Worker A | social worker | 2020-01-06 |
                14 | Ewa | Worker B | social worker | 2020-03-02 |
                15 | Ewa | Worker C | social worker | 2020-06-02 |
                16 | Dev | Worker D | social worker | 2020-07-01 |
                17 | Ben | Worker D | social worker | 2020-09-01 |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"opens": "2020-06-02", "closes": "2021-03-03"}),
            "Ben": ("closed", {"closes": "2020-09-01"}),
            "Cai": "nothing",
            "Dev": ("closed", {"opens": "2020-07-01", "closes": "2021-06-03"}),
            "Ewa": "nothing",
        },
        evidence={
            "Ben": {"next worker began": None, "case closed": "2020-09-01"},
            "Dev": {"next worker began": None},
        },
        why="Cai's case closed on the day the third began. Dev's case opened on the day the second began, so that one is the first of three. Ewa's opened a day later.",
    )


def test_who_counts(worked_example):
    """One who follows themself is no change, a team or a reviewing officer is no worker, and children in care are asked about elsewhere."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2020-01-06 | |
                2 | Ben | 2020-01-06 | |
                3 | Cai | 2020-01-06 | |
                4 | Dev | 2020-01-06 | |
                5 | Ewa | 2020-01-06 | yes |
                6 | Fay | 2020-01-06 | |
            """,
            "care_episodes": """
                episode | child | started | ended
                1 | Cai | 2020-05-01 |
                2 | Dev | 2020-05-01 | 2020-06-01
            """,
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Worker A | social worker | 2020-01-06 |
                2 | Asha | Worker A | social worker | 2020-03-02 |
                3 | Asha | Worker B | social worker | 2020-06-02 |
                4 | Ben | Worker A | social worker | 2020-01-06 |
                5 | Ben | Officer B | independent reviewing officer | 2020-03-02 |
                6 | Ben | | social worker | 2020-04-02 |
                7 | Ben | Worker C | social worker | 2020-06-02 |
                8 | Ben | Worker A | social worker | 2020-06-02 |
                9 | Cai | Worker A | social worker | 2020-01-06 |
                10 | Cai | Worker B | social worker | 2020-03-02 |
                11 | Cai | Worker C | social worker | 2020-06-02 |
                12 | Dev | Worker A | social worker | 2020-01-06 |
                13 | Dev | Worker B | social worker | 2020-03-02 |
                14 | Dev | Worker C | social worker | 2020-06-02 |
                15 | Ewa | Worker A | social worker | 2020-01-06 |
                16 | Ewa | Worker B | social worker | 2020-03-02 |
                17 | Ewa | Worker C | social worker | 2020-06-02 |
                18 | Fay | Worker A | social worker | 2020-01-06 |
                19 | Fay | Worker B | social worker | 2020-03-02 |
                20 | Fay | Worker B | social worker | 2020-06-02 |
                21 | Fay | Worker C | social worker | 2020-06-02 |
            """,
        },
        on="2020-06-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "open",
            "Ewa": "nothing",
            "Fay": "nothing",
        },
        why="Of Ben's and of Fay's two of 2 June the first by id is taken, who follows themself. Dev had come home the day before.",
    )


def test_the_councils_own_numbers(worked_example):
    """A council that counts four workers in six months is judged by its own numbers."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received | no_further_action | closed
                1 | Asha | 2020-01-06 | |
            """,
            "allocations": """
                allocation | child | worker | role | started | ended
                1 | Asha | Worker A | social worker | 2020-01-06 |
                2 | Asha | Worker B | social worker | 2020-03-02 |
                3 | Asha | Worker C | social worker | 2020-06-02 |
                4 | Asha | Worker D | social worker | 2020-08-03 |
            """,
        },
        on="2020-08-31",
        shows={"Asha": ("open", {"opens": "2020-08-03"})},
        local_standards={"OVS-05": 4, "OVS-06": 6},
    )
