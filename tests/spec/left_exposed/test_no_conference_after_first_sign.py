"""Worked examples: six months from the first sign of harm and no conference."""

from sightline.rules.left_exposed.no_conference_after_first_sign import (
    NO_CONFERENCE_AFTER_FIRST_SIGN as RULE,
)


def test_the_day_after_six_months(worked_example):
    """The concern opens on the day after 6 months from the first enquiry or finding of neglect."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-01
                Ben   | 2021-03-02
            """,
            "assessment_factors": """
                child | found      | factor
                Cai   | 2021-03-01 | 16A
                Dev   | 2021-03-01 | 4B
            """,
        },
        on="2021-09-02",
        shows={
            "Asha": ("open", {"opens": "2021-09-02"}),
            "Ben": "nothing",
            "Cai": ("open", {"opens": "2021-09-02"}),
            "Dev": "nothing",
        },
        evidence={"Asha": {"first sign": "2021-03-01", "open since": "2021-09-02"}},
        why="Of Dev a parent's mental health was found, which is no sign of harm to him.",
    )


def test_protected_in_time(worked_example):
    """A conference, a protection plan or care by the day the concern would open leaves nothing."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-01
                Ben   | 2021-03-01
                Cai   | 2021-03-01
                Dev   | 2021-03-01
                Eli   | 2021-03-01
            """,
            "initial_conferences": """
                child | held
                Asha  | 2021-09-02
                Dev   | 2021-09-03
                Eli   | 2021-02-26
            """,
            "protection_plans": """
                child | started
                Ben   | 2021-04-06
            """,
            "care_episodes": """
                child | started
                Cai   | 2021-04-06
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": ("closed", {"opens": "2021-09-02", "closes": "2021-09-03"}),
            "Eli": "open",
        },
        evidence={"Dev": {"protected, or out of view": "2021-09-03"}},
        why="Eli's conference was held before this enquiry.",
    )


def test_it_leaves_the_view(worked_example):
    """A year after the last sign the concern leaves the view; another sign in that year carries it on."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2020-03-02
                Ben   | 2020-03-02
                Cai   | 2020-03-02
                Cai   | 2021-03-03
                Dev   | 2020-03-02
                Dev   | 2021-03-04
            """,
            "assessment_factors": """
                child | found      | factor
                Ben   | 2021-03-02 | 16A
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"opens": "2020-09-03", "closes": "2021-03-03"}),
            "Ben": ("open", {"opens": "2020-09-03"}),
            "Cai": ("open", {"opens": "2020-09-03"}),
            "Dev": ("closed", {"closes": "2021-03-03"}),
        },
        why="Dev's second enquiry came after the first had left the view: a new story.",
    )


def test_signs_while_protected(worked_example):
    """A sign on a day with a conference, a plan or care is no beginning; one after it is."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-01
                Ben   | 2021-03-01
                Cai   | 2021-03-01
                Cai   | 2021-04-12
            """,
            "protection_plans": """
                child | started    | ended
                Asha  | 2020-06-01 | 2021-03-01
                Ben   | 2020-06-01 | 2021-02-28
            """,
            "initial_conferences": """
                child | held
                Cai   | 2021-03-15
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-09-02"}),
            "Cai 2021-04-12": ("open", {"opens": "2021-10-13"}),
        },
        why="Cai's conference closed the first story; the enquiry after it begins a new one.",
    )


def test_the_councils_own_limit(worked_example):
    """A council may ask after 3 months."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2021-03-01
                Ben   | 2021-03-02
            """
        },
        on="2021-06-02",
        shows={"Asha": ("open", {"opens": "2021-06-02"}), "Ben": "nothing"},
        local_standards={"LEX-01": 3},
    )
