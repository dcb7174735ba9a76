"""Worked examples: neglect found and no assessment tool used."""

from sightline.rules.neglect_and_domestic_abuse.neglect_without_tool import (
    NEGLECT_WITHOUT_TOOL as RULE,
)


def test_three_months_to_the_day(worked_example):
    """A tool used within 3 months is in time, that day included; a day later it is late."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-03-01 | 16A
                Ben   | 2021-03-01 | 16A
                Cai   | 2021-03-01 | 17A
            """,
            "neglect_assessments": """
                child | assessed   | area          | grade
                Asha  | 2021-06-01 | physical care | 3
                Asha  | 2021-06-14 | safety        | 4
                Ben   | 2021-06-02 | physical care | 3
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("in time", {"due": "2021-06-01", "met": "2021-06-01"}),
            "Ben": ("late", {"opens": "2021-06-02", "closes": "2021-06-02"}),
            "Cai": "nothing",
        },
        evidence={"Ben": {"neglect found": "2021-03-01", "assessed by a tool": "2021-06-02"}},
    )


def test_a_tool_used_just_before(worked_example):
    """A tool used up to 3 months before neglect was found counts, that day included."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-03-01 | 16A
                Ben   | 2021-03-01 | 16A
            """,
            "neglect_assessments": """
                child | assessed   | area
                Asha  | 2020-12-01 | safety
                Ben   | 2020-11-30 | safety
            """,
        },
        on="2021-06-02",
        shows={
            "Asha": ("in time", {"met": "2020-12-01"}),
            "Ben": ("overdue", {"opens": "2021-06-02"}),
        },
    )


def test_a_plan_for_neglect(worked_example):
    """A protection plan that begins for neglect starts the clock; one for other harm does not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                child | started    | initial_category
                Asha  | 2021-03-01 | NEG
                Ben   | 2021-03-01 | PHY
                Cai   | 2021-03-01 | NEG
            """,
            "assessment_factors": """
                child | found      | factor
                Cai   | 2021-03-01 | 16A
                Cai   | 2021-04-12 | 16A
            """,
        },
        on="2021-06-01",
        shows={
            "Asha": ("still in time", {"due": "2021-06-01"}),
            "Ben": "nothing",
            "Cai 2021-03-01": "still in time",
            "Cai 2021-04-12": "still in time",
        },
        why="Plan and assessment of one day are one; what is found again starts a clock of its own.",
    )


def test_closing_or_care_lapses_the_duty(worked_example):
    """Closing the case, or care, lapses the duty; what was over before does not."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-03-01 | 16A
                Ben   | 2021-03-01 | 16A
                Cai   | 2021-03-01 | 16A
                Dev   | 2021-03-01 | 16A
                Eli   | 2021-03-01 | 16A
            """,
            "referrals": """
                child | received   | closed     | no_further_action
                Asha  | 2021-01-11 | 2021-03-15 |
                Asha  | 2021-04-12 | 2021-05-10 |
                Cai   | 2020-09-07 | 2021-02-26 |
                Dev   | 2021-01-11 | 2021-07-05 |
                Eli   | 2021-03-08 | 2021-03-09 | yes
            """,
            "care_episodes": """
                child | started
                Ben   | 2021-03-15
            """,
        },
        on="2021-07-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-15"}),
            "Ben": ("no longer required", {"lapses": "2021-03-15"}),
            "Cai": "overdue",
            "Dev": ("late", {"closes": "2021-07-05"}),
            "Eli": "overdue",
        },
        evidence={"Asha": {"closed or in care": "2021-03-15"}},
    )


def test_the_councils_own_limits(worked_example):
    """A council may allow less time, or count an older assessment."""
    worked_example(
        RULE,
        {
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-03-01 | 16A
                Ben   | 2021-03-01 | 16A
            """,
            "neglect_assessments": """
                child | assessed   | area
                Asha  | 2020-09-01 | safety
            """,
        },
        on="2021-04-02",
        shows={"Asha": ("in time", {"due": "2021-04-01"}), "Ben": "overdue"},
        local_standards={"NEG-03": 1, "NEG-04": 6},
    )
