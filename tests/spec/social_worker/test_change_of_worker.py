"""Worked examples: child's worker changed within the year."""

from sightline.rules.social_worker.change_of_worker import CHANGE_OF_WORKER as RULE


def test_open_until_a_year_on(worked_example):
    """Open from the day another worker takes over; closed once a year has passed."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 |
                Ben   | 2020-01-06 |
                Cai   | 2020-01-06 |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | W1     | social worker | 2020-01-06 | 2020-02-29
                Asha  | W2     | social worker | 2020-03-01 |
                Ben   | W1     | social worker | 2020-01-06 | 2020-03-01
                Ben   | W2     | social worker | 2020-03-02 |
                Cai   | W1     | social worker | 2020-01-06 |
            """,
        },
        on="2021-03-01",
        shows={
            "Asha": ("closed", {"opens": "2020-03-01", "closes": "2021-03-01"}),
            "Ben": ("open", {"opens": "2020-03-02", "closes": None}),
            "Cai": "nothing",
        },
        evidence={"Asha": {"worker before since": "2020-01-06", "case open since": "2020-01-06"}},
        why="Cai has had one worker all along.",
    )


def test_each_change_closes_the_one_before(worked_example):
    """A further change closes the concern and opens the next; the same worker again is no change."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 |
                Ben   | 2020-01-06 |
                Cai   | 2020-01-06 |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | W1     | social worker | 2020-01-06 | 2020-03-01
                Asha  | W2     | social worker | 2020-03-02 | 2020-06-01
                Asha  | W2     | social worker | 2020-06-01 | 2020-08-01
                Asha  | W3     | social worker | 2020-08-03 |
                Ben   | W1     | social worker | 2020-01-06 | 2020-03-01
                Ben   | W1     | manager       | 2020-04-01 |
                Cai   | W1     | social worker | 2020-01-06 |
                Cai   | W3     | social worker | 2020-06-01 |
                Cai   | W2     | social worker | 2020-06-01 | 2020-06-01
                Cai   | W2     | social worker | 2020-07-01 |
            """,
        },
        on="2020-09-01",
        shows={
            "Asha 2020-03-02": ("closed", {"closes": "2020-08-03"}),
            "Asha 2020-08-03": "open",
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2020-06-01"}),
        },
        why="Of the two who began with Cai on one day the first by id counts, so W2 in July is no change.",
    )


def test_closing_the_case(worked_example):
    """Closing the case closes the concern; a worker allocated that day or after is no change."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 | 2020-06-01
                Ben   | 2020-01-06 | 2020-06-01
                Ben   | 2020-07-01 |
                Cai   | 2020-01-06 |
                Dee   | 2020-01-06 |
                Eve   | 2020-01-06 |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | W1     | social worker | 2020-01-06 | 2020-03-01
                Asha  | W2     | social worker | 2020-03-02 | 2020-06-01
                Ben   | W1     | social worker | 2020-01-06 | 2020-05-31
                Ben   | W2     | social worker | 2020-06-01 | 2020-06-01
                Ben   | W3     | social worker | 2020-07-02 |
                Cai   | W4     | social worker | 2019-12-01 | 2019-12-20
                Cai   | W1     | social worker | 2020-01-01 |
                Cai   | W2     | social worker | 2020-01-06 | 2020-02-01
                Cai   | W3     | social worker | 2020-01-20 |
                Dee   | W1     | social worker | 2019-12-01 | 2019-12-20
                Dee   | W1     | manager       | 2019-12-01 | 2020-02-01
                Dee   | W2     | social worker | 2020-02-01 |
                Eve   | W1     | social worker | 2019-12-01 | 2020-01-06
                Eve   | W2     | social worker | 2020-01-07 |
            """,
        },
        on="2020-08-01",
        shows={
            "Asha": ("closed", {"opens": "2020-03-02", "closes": "2020-06-01"}),
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2020-01-20"}),
            "Dee": ("open", {"opens": "2020-02-01"}),
            "Eve": ("open", {"opens": "2020-01-07"}),
        },
        why="Ben's next case began with another worker. Cai's case opened on the day W2 began. Dee and Eve "
        "had a worker before their case opened, who still held it then.",
    )


def test_only_workers_who_hold_cases(worked_example):
    """A reviewing officer, a duty worker or a team holds no case; a worker of the case before counts."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 |
                Ben   | 2020-01-06 |
                Cai   | 2020-01-06 | 2020-02-01
            """,
            "protection_plans": """
                plan  | child | started    | ended
                Cai 1 | Cai   | 2020-02-01 |
            """,
            "allocations": """
                child | worker | role                          | started    | ended
                Asha  | W1     | social worker                 | 2020-01-06 |
                Asha  | W2     | independent reviewing officer | 2020-03-02 |
                Ben   | W1     | social worker                 | 2020-01-06 | 2020-03-01
                Ben   |        | social worker                 | 2020-03-02 | 2020-03-02
                Ben   | W2     | social worker                 | 2020-03-09 |
                Cai   | W1     | social worker                 | 2020-01-02 | 2020-01-31
                Cai   | W2     | social worker                 | 2020-02-10 |
                Cai   | W3     | social worker                 | 2020-02-20 | 2020-02-15
            """,
        },
        on="2020-08-01",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2020-03-09"}),
            "Cai": ("open", {"opens": "2020-02-10"}),
        },
        why="Cai's plan began on the day the referral was closed: it is one case. W3's row ends before it "
        "begins.",
    )


def test_the_councils_own_length(worked_example):
    """A council may ask for two years with one worker."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 |
            """,
            "allocations": """
                child | worker | role          | started    | ended
                Asha  | W1     | social worker | 2020-01-06 | 2020-02-29
                Asha  | W2     | social worker | 2020-03-01 |
            """,
        },
        on="2021-03-01",
        shows={"Asha": "open"},
        local_standards={"SWK-01": 24},
    )
