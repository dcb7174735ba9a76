"""Worked examples: open case with no allocated worker."""

from sightline.rules.oversight.child_without_worker import CHILD_WITHOUT_WORKER as RULE


def test_the_day_after_the_last_day_with_a_worker(worked_example):
    """The last day of an allocation is a day with a worker; the day after is the first without."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
                Ben 1    | Ben   | 2021-09-01 | no                |
                Cai 1    | Cai   | 2021-09-01 | no                |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | Mo     | social worker | 2021-09-01 | 2021-09-30
                Asha  | Noor   | social worker | 2021-10-05 |
                Ben   | Mo     | social worker | 2021-09-01 | 2021-09-30
                Ben   | Noor   | social worker | 2021-10-01 |
                Cai   | Mo     | social worker | 2021-09-01 | 2021-09-30
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("closed", {"opens": "2021-10-01", "closes": "2021-10-05"}),
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2021-10-01", "closes": None}),
        },
        evidence={
            "Asha": {
                "case open since": "2021-09-01",
                "last day with a worker": "2021-09-30",
                "allocated again or closed": "2021-10-05",
            }
        },
    )


def test_with_no_grace(worked_example):
    """One day without a worker is a concern, also at a weekend, but not before it comes."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
                Ben 1    | Ben   | 2021-09-01 | no                |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | Mo     | social worker | 2021-09-01 | 2021-10-01
                Asha  | Noor   | social worker | 2021-10-04 |
                Ben   | Mo     | social worker | 2021-09-01 | 2021-10-02
            """,
        },
        on="2021-10-02",
        shows={"Asha": ("open", {"opens": "2021-10-02"}), "Ben": "nothing"},
        why="2 October was a Saturday. Ben's last day with a worker was that day.",
    )


def test_a_case_that_never_had_a_worker(worked_example):
    """A case that never had a case-holding worker opens the concern on the day the case opened."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
                Ben 1    | Ben   | 2021-09-01 | no                |
                Cai 1    | Cai   | 2021-09-01 |                   | 2021-09-10
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Ben   | Mo     | social worker | 2021-09-03 |
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("open", {"opens": "2021-09-01"}),
            "Ben": ("closed", {"opens": "2021-09-01", "closes": "2021-09-03"}),
            "Cai": ("closed", {"opens": "2021-09-01", "closes": "2021-09-10"}),
        },
        evidence={"Asha": {"last day with a worker": None, "case open since": "2021-09-01"}},
    )


def test_who_holds_a_case(worked_example):
    """A team, a reviewing officer or a duty worker holds no case; a manager named as holding it does."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
                Ben 1    | Ben   | 2021-09-01 | no                |
                Cai 1    | Cai   | 2021-09-01 | no                |
                Dev 1    | Dev   | 2021-09-01 | no                |
                Ewa 1    | Ewa   | 2021-09-01 | no                |
                Finn 1   | Finn  | 2021-09-01 | no                |
            """,
            "allocations": """
                child | worker | team  | role                          | started    | ended
                Asha  |        | North | team                          | 2021-09-01 |
                Ben   | Mo     |       | independent reviewing officer | 2021-09-01 |
                Cai   | Mo     |       | duty worker                   | 2021-09-01 |
                Dev   | Mo     |       | manager                       | 2021-09-01 |
                Ewa   | Mo     |       | family help lead              | 2021-09-01 |
                Finn  |        | North | social worker                 | 2021-09-01 |
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": "open",
            "Ben": "open",
            "Cai": "open",
            "Dev": "nothing",
            "Ewa": "nothing",
            "Finn": "open",
        },
        why="Finn has a role filled by no named worker: a team is not a worker.",
    )


def test_the_closing_day_needs_no_worker(worked_example):
    """The concern closes when the case does, and the closing day itself needs no worker."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                | 2021-10-15
                Ben 1    | Ben   | 2021-09-01 | no                | 2021-10-01
                Cai 1    | Cai   | 2021-09-01 | no                | 2021-10-02
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | Mo     | social worker | 2021-09-01 | 2021-09-30
                Ben   | Mo     | social worker | 2021-09-01 | 2021-09-30
                Cai   | Mo     | social worker | 2021-09-01 | 2021-09-30
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("closed", {"opens": "2021-10-01", "closes": "2021-10-15"}),
            "Ben": "nothing",
            "Cai": ("closed", {"opens": "2021-10-01", "closes": "2021-10-02"}),
        },
    )


def test_no_further_action_opens_no_case(worked_example):
    """A referral closed with no further action opens no case, nor does a child without any."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | yes               |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Ben   | Mo     | social worker | 2021-09-01 | 2021-09-30
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )


def test_plans_and_care_keep_a_case_open(worked_example):
    """A case is open while a protection plan, a child in need plan or an episode of care runs."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-01 |
            """,
            "child_in_need_plans": """
                plan  | child | started    | ended
                Ben 1 | Ben   | 2021-09-01 |
            """,
            "care_episodes": """
                episode | child | started    | ended
                Cai 1   | Cai   | 2021-09-01 |
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("open", {"opens": "2021-09-01"}),
            "Ben": ("open", {"opens": "2021-09-01"}),
            "Cai": ("open", {"opens": "2021-09-01"}),
        },
    )


def test_a_case_that_goes_on_is_one_case(worked_example):
    """A case open for several reasons is one case, open until the last of them is over."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                | 2021-10-15
                Ben 1    | Ben   | 2021-09-01 | no                | 2021-10-15
                Ben 2    | Ben   | 2021-10-16 | no                |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-10-15 | 2021-10-20
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | Mo     | social worker | 2021-09-01 | 2021-09-30
                Ben   | Mo     | social worker | 2021-09-01 | 2021-09-30
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("closed", {"opens": "2021-10-01", "closes": "2021-10-20"}),
            "Ben 2021-10-01": ("closed", {"closes": "2021-10-15"}),
            "Ben 2021-10-16": ("open", {"opens": "2021-10-16"}),
        },
        evidence={
            "Asha": {"case open since": "2021-09-01"},
            "Ben 2021-10-16": {
                "case open since": "2021-10-16",
                "last day with a worker": "2021-09-30",
            },
        },
        why="Ben's case was closed for a day between his two referrals.",
    )


def test_two_workers_at_once(worked_example):
    """While one of two workers holds the case the child has a worker."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
            """,
            "allocations": """
                child | worker | role             | started    | ended
                Asha  | Mo     | social worker    | 2021-09-01 | 2021-09-30
                Asha  | Noor   | family help lead | 2021-09-15 | 2021-10-10
                Asha  | Omar   | social worker    | 2021-10-20 |
            """,
        },
        on="2021-10-31",
        shows={"Asha": ("closed", {"opens": "2021-10-11", "closes": "2021-10-20"})},
        evidence={"Asha": {"last day with a worker": "2021-10-10"}},
    )


def test_an_allocation_before_the_case_opened(worked_example):
    """A worker allocated before the case opened has it from its first day."""
    worked_example(
        RULE,
        {
            "referrals": """
                referral | child | received   | no_further_action | closed
                Asha 1   | Asha  | 2021-09-01 | no                |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | Mo     | social worker | 2021-08-02 |
            """,
        },
        on="2021-10-31",
        shows={"Asha": "nothing"},
    )
