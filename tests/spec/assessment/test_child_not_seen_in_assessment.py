"""Worked examples: assessment finished without seeing the child."""

from sightline.rules.assessment.child_not_seen_in_assessment import (
    CHILD_NOT_SEEN_IN_ASSESSMENT as RULE,
)

BORN = """
    child | born
    Asha  | 2015-04-20
    Ben   | 2015-04-20
    Cai   | 2015-04-20
    Dev   | 2015-04-20
    Eli   | 2015-04-20
"""


def test_yes_no_and_nothing(worked_example):
    """Not seen opens the concern, seen does not, and where nothing is said nobody can tell."""
    worked_example(
        RULE,
        {
            "children": BORN,
            "assessments": """
                child | started    | authorised | child_seen | child_seen_on
                Asha  | 2021-03-01 | 2021-04-20 | no         |
                Ben   | 2021-03-01 | 2021-04-20 | yes        |
                Cai   | 2021-03-01 | 2021-04-20 |            |
                Dev   | 2021-03-01 | 2021-04-20 | no         | 2021-04-20
                Eli   | 2021-03-01 |            | no         |
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("open", {"opens": "2021-04-20"}),
            "Ben": "nothing",
            "Cai": "cannot tell",
            "Dev": "nothing",
            "Eli": "nothing",
        },
        evidence={
            "Asha": {"assessment started": "2021-03-01", "assessment authorised": "2021-04-20"}
        },
        why="Of Dev a day is recorded on which the child was seen; Eli's assessment still runs.",
    )


def test_what_closes_it(worked_example):
    """The concern closes on the first day the child is seen: at any visit, or in an assessment."""
    worked_example(
        RULE,
        {
            "children": BORN,
            "assessments": """
                child | started    | authorised | child_seen | child_seen_on
                Asha  | 2021-03-01 | 2021-04-20 | no         |
                Ben   | 2021-03-01 | 2021-04-20 | no         |
                Cai   | 2021-03-01 | 2021-04-20 | no         |
                Dev   | 2021-03-01 | 2021-04-20 | no         | 2021-04-21
                Eli   | 2021-03-01 | 2021-04-20 | no         |
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-05-04 | no
                Asha  | 2021-05-11 | yes
                Asha  | 2021-05-18 | yes
                Eli   | 2021-04-19 | yes
            """,
            "child_in_need_visits": """
                child | visited    | child_seen
                Ben   | 2021-05-11 | yes
            """,
            "care_visits": """
                child | visited    | child_seen
                Cai   | 2021-05-11 | yes
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"closes": "2021-05-11"}),
            "Ben": ("closed", {"closes": "2021-05-11"}),
            "Cai": ("closed", {"closes": "2021-05-11"}),
            "Dev": ("closed", {"closes": "2021-04-21"}),
            "Eli": "open",
        },
        evidence={"Asha": {"child seen after it": "2021-05-11"}},
        why="Eli was seen at a visit before, and the assessment says not in it.",
    )


def test_seen_on_the_very_day(worked_example):
    """A child seen on the day of signing off is no concern."""
    worked_example(
        RULE,
        {
            "children": BORN,
            "assessments": """
                child | started    | authorised | child_seen
                Asha  | 2021-03-01 | 2021-04-20 | no
                Ben   | 2021-03-01 | 2021-04-20 | no
                Cai   | 2021-03-01 | 2021-04-20 | no
                Dev   | 2021-03-01 | 2021-04-20 | no
                Eli   | 2021-03-01 | 2021-04-20 | no
            """,
            "protection_visits": """
                child | visited    | child_seen
                Asha  | 2021-04-20 | yes
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "open", "Dev": "open", "Eli": "open"},
    )


def test_it_stays_in_view_for_a_year(worked_example):
    """A child never seen since leaves the view after 12 months."""
    worked_example(
        RULE,
        {
            "children": BORN,
            "assessments": """
                child | started    | authorised | child_seen
                Asha  | 2020-03-02 | 2020-04-20 | no
                Ben   | 2020-03-02 | 2020-04-21 | no
            """,
        },
        on="2021-04-20",
        shows={
            "Asha": ("closed", {"closes": "2021-04-20"}),
            "Ben": "open",
            "Cai": "nothing",
            "Dev": "nothing",
            "Eli": "nothing",
        },
    )


def test_a_child_not_born_yet(worked_example):
    """A child born on the day counts; one born later, or with no date of birth, is left out."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | expected_birth
                Asha  | 2021-04-20 |
                Ben   | 2021-04-21 |
                Cai   |            | 2021-06-01
            """,
            "assessments": """
                child | started    | authorised | child_seen
                Asha  | 2021-03-01 | 2021-04-20 | no
                Ben   | 2021-03-01 | 2021-04-20 | no
                Cai   | 2021-03-01 | 2021-04-20 | no
            """,
        },
        on="2021-04-30",
        shows={"Asha": "open", "Ben": "nothing", "Cai": "nothing"},
    )


def test_two_assessments_signed_off_on_one_day(worked_example):
    """Of two assessments authorised on one day, the child was seen if either says so."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2015-04-20
                Ben   | 2015-04-20
            """,
            "assessments": """
                child | started    | authorised | child_seen
                Asha  | 2021-03-01 | 2021-04-20 | no
                Asha  | 2021-03-08 | 2021-04-20 | yes
                Ben   | 2021-03-08 | 2021-04-20 |
                Ben   | 2021-03-01 | 2021-04-20 | no
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "open"},
        evidence={"Ben": {"assessment started": "2021-03-01"}},
    )
