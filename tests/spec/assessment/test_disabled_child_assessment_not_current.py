"""Worked examples: disabled child's assessment over a year old."""

from sightline.rules.assessment.disabled_child_assessment_not_current import (
    DISABLED_CHILD_ASSESSMENT_NOT_CURRENT as RULE,
)

DISABLED = """
    child | disabled
    Asha  | yes
    Ben   | yes
    Cai   | no
    Dev   |
"""


def test_twelve_months_to_the_day(worked_example):
    """The next assessment is due within 12 months, that day included, and starts the clock anew."""
    worked_example(
        RULE,
        {
            "children": DISABLED,
            "referrals": """
                child | received
                Asha  | 2020-01-06
                Ben   | 2020-01-06
                Cai   | 2020-01-06
                Dev   | 2020-01-06
            """,
            "assessments": """
                child | started    | authorised
                Asha  | 2020-01-06 | 2020-02-10
                Asha  | 2021-01-04 | 2021-02-10
                Ben   | 2020-01-06 | 2020-02-10
                Ben   | 2021-01-04 | 2021-02-11
                Cai   | 2020-01-06 | 2020-02-10
                Dev   | 2020-01-06 | 2020-02-10
            """,
        },
        on="2021-03-31",
        shows={
            "Asha 2020-02-10": ("in time", {"due": "2021-02-10", "met": "2021-02-10"}),
            "Asha 2021-02-10": "still in time",
            "Ben 2020-02-10": ("late", {"opens": "2021-02-11", "closes": "2021-02-11"}),
            "Ben 2021-02-11": "still in time",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={"Asha 2020-02-10": {"assessment authorised": "2020-02-10"}},
        why="Cai is not disabled, and of Dev nobody asked.",
    )


def test_overdue_the_day_after(worked_example):
    """Without another assessment it is still in time on the anniversary and overdue on the next day."""
    worked_example(
        RULE,
        {
            "children": DISABLED,
            "referrals": """
                child | received
                Asha  | 2020-01-06
                Ben   | 2020-01-06
            """,
            "assessments": """
                child | started    | authorised
                Asha  | 2020-01-06 | 2020-02-10
                Ben   | 2020-01-06 | 2020-02-11
                Ben   | 2021-02-08 |
            """,
        },
        on="2021-02-11",
        shows={
            "Asha": ("overdue", {"opens": "2021-02-11"}),
            "Ben": ("still in time", {"due": "2021-02-11"}),
            "Cai": "nothing",
            "Dev": "nothing",
        },
    )


def test_closing_the_case(worked_example):
    """Closing the case lapses the duty; an assessment on the day of closing starts no clock."""
    worked_example(
        RULE,
        {
            "children": DISABLED,
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 | 2020-06-01
                Ben   | 2020-01-06 | 2020-02-10
            """,
            "assessments": """
                child | started    | authorised
                Asha  | 2020-01-06 | 2020-02-10
                Ben   | 2020-01-06 | 2020-02-10
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2020-06-01"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={"Asha": {"case closed": "2020-06-01"}},
    )


def test_while_the_case_is_open(worked_example):
    """The case is open from the day of a referral that was taken on."""
    worked_example(
        RULE,
        {
            "children": """
                child | disabled
                Asha  | yes
                Ben   | yes
                Cai   | yes
            """,
            "referrals": """
                child | received   | no_further_action | closed
                Asha  | 2020-02-10 |                   |
                Ben   | 2020-02-11 |                   |
                Cai   | 2020-01-06 | yes               |
            """,
            "assessments": """
                child | started    | authorised
                Asha  | 2020-01-06 | 2020-02-10
                Ben   | 2020-01-06 | 2020-02-10
                Cai   | 2020-01-06 | 2020-02-10
            """,
        },
        on="2020-06-30",
        shows={"Asha": "still in time", "Ben": "nothing", "Cai": "nothing"},
    )


def test_two_referrals_open_together(worked_example):
    """Where two referrals are open, both must be closed; two assessments of one day are one."""
    worked_example(
        RULE,
        {
            "children": """
                child | disabled
                Asha  | yes
            """,
            "referrals": """
                child | received   | closed
                Asha  | 2020-01-06 | 2020-06-01
                Asha  | 2020-01-13 | 2020-07-06
            """,
            "assessments": """
                child | started    | authorised
                Asha  | 2020-01-06 | 2020-02-10
                Asha  | 2020-01-13 | 2020-02-10
            """,
        },
        on="2020-12-31",
        shows={"Asha": ("no longer required", {"lapses": "2020-07-06"})},
    )
