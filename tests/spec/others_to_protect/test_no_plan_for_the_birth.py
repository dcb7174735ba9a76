"""Worked examples: no plan for the birth eight weeks before it is expected."""

from sightline.rules.others_to_protect.no_plan_for_the_birth import NO_PLAN_FOR_THE_BIRTH as RULE


def test_open_eight_weeks_before(worked_example):
    """It opens eight weeks before the expected day, or on the day of a later referral."""
    worked_example(
        RULE,
        {
            "children": """
                child | expected_birth | born
                Asha  | 2021-11-01     |
                Ben   | 2021-11-02     |
                Cai   | 2021-10-01     |
                Dev   |                | 2021-06-01
                Ewa   |                |
            """,
            "referrals": """
                referral | child | received
                Asha r   | Asha  | 2021-06-01
                Ben r    | Ben   | 2021-06-01
                Cai r    | Cai   | 2021-09-03
                Dev r    | Dev   | 2021-06-01
                Ewa r    | Ewa   | 2021-06-01
            """,
        },
        on="2021-09-06",
        shows={
            "Asha": ("open", {"opens": "2021-09-06", "closes": None}),
            "Cai": ("open", {"opens": "2021-09-03"}),
            "Dev": "nothing",
            "Ewa": "nothing",
            "Ben": "nothing",
        },
        evidence={"Asha": {"referral received": "2021-06-01", "expected birth": "2021-11-01"}},
        why="56 days before Monday 1 November is Monday 6 September.",
    )


def test_what_closes_it(worked_example):
    """The first plan for the birth, the birth or the closing of the referral closes it."""
    worked_example(
        RULE,
        {
            "children": """
                child | expected_birth | born
                Asha  | 2021-11-01     | 2021-10-30
                Ben   | 2021-11-01     | 2021-10-30
                Cai   | 2021-11-01     | 2021-10-30
            """,
            "referrals": """
                referral | child | received   | closed
                Asha r   | Asha  | 2021-06-01 | 2021-12-01
                Ben r    | Ben   | 2021-06-01 |
                Cai r    | Cai   | 2021-06-01 | 2021-10-04
            """,
            "pre_birth_plans": """
                pre_birth_plan | child | agreed
                Asha p1        | Asha  | 2021-09-20
                Asha p2        | Asha  | 2021-10-04
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-09-20"}),
            "Ben": ("closed", {"closes": "2021-10-30"}),
            "Cai": ("closed", {"closes": "2021-10-04"}),
        },
        evidence={
            "Asha": {"plan agreed": "2021-09-20", "born": "2021-10-30"},
            "Cai": {"referral closed": "2021-10-04"},
        },
    )


def test_agreed_before_it_would_open(worked_example):
    """A plan agreed by the day it would open leaves none, and so does a referral closed by then."""
    worked_example(
        RULE,
        {
            "children": """
                child | expected_birth
                Asha  | 2021-11-01
                Ben   | 2021-11-01
                Cai   | 2021-11-01
            """,
            "referrals": """
                referral | child | received   | closed
                Asha r   | Asha  | 2021-06-01 |
                Ben r    | Ben   | 2021-06-01 | 2021-08-02
                Cai r    | Cai   | 2021-06-01 |
            """,
            "pre_birth_plans": """
                pre_birth_plan | child | agreed
                Asha p         | Asha  | 2021-09-06
                Cai p          | Cai   | 2021-09-07
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": ("closed", {"closes": "2021-09-07"})},
    )


def test_referred_after_the_birth_or_not_taken_on(worked_example):
    """A referral on the day of birth or later is not of an unborn child; one not taken on is left out."""
    worked_example(
        RULE,
        {
            "children": """
                child | expected_birth | born
                Asha  | 2021-09-20     | 2021-09-06
                Ben   | 2021-09-20     | 2021-09-07
                Cai   | 2021-09-20     |
            """,
            "referrals": """
                referral | child | received   | no_further_action
                Asha r   | Asha  | 2021-09-06 |
                Ben r    | Ben   | 2021-09-06 |
                Cai r    | Cai   | 2021-09-06 | yes
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": ("closed", {"closes": "2021-09-07"}), "Cai": "nothing"},
    )


def test_the_councils_own_time(worked_example):
    """A council that asks for the plan four weeks before is judged by its own time."""
    worked_example(
        RULE,
        {
            "children": """
                child | expected_birth
                Asha  | 2021-11-01
            """,
            "referrals": """
                referral | child | received
                Asha r   | Asha  | 2021-06-01
            """,
        },
        on="2021-10-05",
        shows={"Asha": ("open", {"opens": "2021-10-04"})},
        local_standards={"UNB-01": 4},
    )
