"""Worked examples: third referral in two years with no plan and no conference."""

from sightline.rules.front_door.third_referral_without_plan import (
    THIRD_REFERRAL_WITHOUT_PLAN as RULE,
)


def test_the_anniversary_is_inside(worked_example):
    """The concern opens on a third referral up to 24 months after the first, that day included."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | no_further_action
                Asha  | 2019-05-13 | no
                Asha  | 2020-02-03 | no
                Asha  | 2021-05-13 | no
                Ben   | 2019-05-13 | no
                Ben   | 2020-02-03 | no
                Ben   | 2021-05-14 | no
                Cai   | 2021-05-13 | no
                Cai   | 2021-05-14 | no
            """
        },
        on="2021-06-30",
        shows={
            "Asha 2021-05-13": ("open", {"opens": "2021-05-13", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        evidence={
            "Asha 2021-05-13": {
                "first referral": "2019-05-13",
                "referral before": "2020-02-03",
                "this referral": "2021-05-13",
            }
        },
    )


def test_every_referral_counts(worked_example):
    """Referrals closed with no further action count; two on one day are one."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | no_further_action
                Asha  | 2021-01-04 | yes
                Asha  | 2021-02-01 | yes
                Asha  | 2021-03-01 | yes
                Ben   | 2021-01-04 | no
                Ben   | 2021-02-01 | no
                Ben   | 2021-02-01 | no
            """
        },
        on="2021-06-30",
        shows={"Asha": ("open", {"opens": "2021-03-01"}), "Ben": "nothing"},
    )


def test_a_plan_or_conference_since_the_first(worked_example):
    """A protection plan, a child in need plan or an initial conference since the first is an answer."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
                Ben   | 2021-01-04
                Ben   | 2021-02-01
                Ben   | 2021-03-01
                Cai   | 2021-01-04
                Cai   | 2021-02-01
                Cai   | 2021-03-01
                Dev   | 2021-01-04
                Dev   | 2021-02-01
                Dev   | 2021-03-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """,
            "child_in_need_plans": """
                plan  | child | started    | ended
                Ben 1 | Ben   | 2021-01-18 | 2021-01-25
            """,
            "initial_conferences": """
                conference | child | held
                Cai c      | Cai   | 2021-01-04
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing", "Ben": "nothing", "Cai": "nothing", "Dev": "open"},
        why="Asha's plan began on the day of the third referral, Cai's conference met on that of the first.",
    )


def test_a_plan_from_before_the_first(worked_example):
    """A plan that ran over from before the first counts; one over by then does not."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
                Ben   | 2021-01-04
                Ben   | 2021-02-01
                Ben   | 2021-03-01
                Cai   | 2021-01-04
                Cai   | 2021-02-01
                Cai   | 2021-03-01
                Dev   | 2021-01-04
                Dev   | 2021-02-01
                Dev   | 2021-03-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-06-01 | 2021-01-04
                Ben 1  | Ben   | 2020-06-01 | 2021-01-03
            """,
            "child_in_need_plans": """
                plan  | child | started    | ended
                Cai 1 | Cai   | 2020-06-01 |
            """,
            "initial_conferences": """
                conference | child | held
                Dev c      | Dev   | 2021-01-03
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "nothing", "Dev": "open"},
        why="Asha's plan ended on the day of the first referral, so she had a plan on that day.",
    )


def test_a_fourth_referral_is_the_same_concern(worked_example):
    """A fourth referral while the concern is open is the same concern."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
                Asha  | 2021-04-06
                Ben   | 2021-01-04
                Ben   | 2021-02-01
                Ben   | 2021-03-01
                Ben   | 2021-04-06
                Ben   | 2021-05-04
                Ben   | 2021-06-01
            """,
            "initial_conferences": """
                conference | child | held
                Ben c      | Ben   | 2021-03-15
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("open", {"opens": "2021-03-01"}),
            "Ben 2021-03-01": ("closed", {"closes": "2021-03-15"}),
            "Ben 2021-06-01": ("open", {"opens": "2021-06-01"}),
        },
        why="After Ben's conference three more referrals came, and nothing was done: a new concern.",
    )


def test_what_closes_it(worked_example):
    """The concern closes on a plan, a conference or entry to care, whichever comes first."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
                Ben   | 2021-01-04
                Ben   | 2021-02-01
                Ben   | 2021-03-01
                Cai   | 2021-01-04
                Cai   | 2021-02-01
                Cai   | 2021-03-01
                Dev   | 2021-01-04
                Dev   | 2021-02-01
                Dev   | 2021-03-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-05-04 |
            """,
            "child_in_need_plans": """
                plan  | child | started    | ended
                Ben 1 | Ben   | 2021-05-04 |
            """,
            "initial_conferences": """
                conference | child | held
                Asha c     | Asha  | 2021-05-03
                Dev c      | Dev   | 2021-07-01
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Cai   | 2021-05-04   | 2021-05-04 | 2021-06-01
                Cai   | 2021-05-04   | 2021-06-01 |
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("closed", {"closes": "2021-05-03"}),
            "Ben": ("closed", {"closes": "2021-05-04"}),
            "Cai": ("closed", {"closes": "2021-05-04"}),
            "Dev": ("open", {"closes": None}),
        },
        evidence={
            "Asha": {"closed by": "initial conference"},
            "Ben": {"closed by": "child in need plan"},
            "Cai": {"closed by": "entry to care"},
            "Dev": {"closed by": None},
        },
        why="Dev's conference was still to come on this day.",
    )


def test_it_does_not_lapse_with_time(worked_example):
    """The concern stays open until something is done, however long ago the referrals were."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2016-01-04
                Asha  | 2016-02-01
                Asha  | 2016-03-01
                Asha  | 2021-04-06
            """
        },
        on="2021-06-30",
        shows={"Asha": ("open", {"opens": "2016-03-01"})},
    )


def test_entry_to_care_on_the_day_of_the_third(worked_example):
    """A child who enters care on the day of the third referral is no concern of this kind."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
            """,
            "care_episodes": """
                child | entered_care | started    | ended
                Asha  | 2021-03-01   | 2021-03-01 |
            """,
        },
        on="2021-06-30",
        shows={"Asha": "nothing"},
    )


def test_the_councils_own_window_and_number(worked_example):
    """A council may count four referrals, or look back less far."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
                Asha  | 2021-04-06
                Ben   | 2021-01-04
                Ben   | 2021-02-01
                Ben   | 2021-03-01
            """
        },
        on="2021-06-30",
        shows={"Asha": ("open", {"opens": "2021-04-06"}), "Ben": "nothing"},
        local_standards={"REF-04": 4},
    )


def test_an_unborn_child_is_judged_like_any_other(worked_example):
    """Three referrals about an unborn child are three referrals."""
    worked_example(
        RULE,
        {
            "children": """
                child | born | expected_birth
                Asha  |      | 2021-07-01
            """,
            "referrals": """
                child | received
                Asha  | 2021-01-04
                Asha  | 2021-02-01
                Asha  | 2021-03-01
            """,
        },
        on="2021-06-30",
        shows={"Asha": "open"},
    )
