"""Worked examples: no manager looked in on the assessment in its first 10 working days."""

from sightline.rules.assessment.manager_has_not_looked_at_assessment import (
    MANAGER_HAS_NOT_LOOKED_AT_ASSESSMENT as RULE,
)


def test_ten_working_days(worked_example):
    """A look on the tenth working day is in time, on the eleventh it is late."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | manager_looked
                Asha  | 2021-09-06 | 2021-09-20
                Ben   | 2021-09-06 | 2021-09-21
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-20", "met": "2021-09-20"}),
            "Ben": ("late", {"opens": "2021-09-21", "closes": "2021-09-21"}),
        },
        evidence={"Ben": {"assessment started": "2021-09-06", "manager looked": "2021-09-21"}},
    )


def test_nobody_has_looked(worked_example):
    """It is still in time on the tenth working day, and overdue on the day after."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | manager_looked
                Asha  | 2021-09-07 |
                Ben   | 2021-09-06 |
            """
        },
        on="2021-09-21",
        shows={"Asha": "still in time", "Ben": ("overdue", {"opens": "2021-09-21"})},
    )


def test_the_end_lapses_the_duty(worked_example):
    """Finishing the assessment or giving it up, whichever is first, lapses the duty."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | manager_looked | authorised | cancelled
                Asha  | 2021-09-06 |                | 2021-09-17 |
                Ben   | 2021-09-06 |                |            | 2021-09-17
                Cai   | 2021-09-06 |                | 2021-10-04 |
                Dev   | 2021-09-06 | 2021-09-17     | 2021-10-04 |
                Eli   | 2021-09-06 |                | 2021-09-28 | 2021-09-16
            """
        },
        on="2021-10-29",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-17"}),
            "Ben": ("no longer required", {"lapses": "2021-09-17"}),
            "Cai": ("late", {"closes": "2021-10-04"}),
            "Dev": "in time",
            "Eli": ("no longer required", {"lapses": "2021-09-16"}),
        },
        evidence={"Ben": {"given up": "2021-09-17"}},
    )


def test_two_begun_on_one_day(worked_example):
    """Two assessments begun on one day are one, looked at when the first of them is."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | manager_looked | authorised
                Asha  | 2021-09-06 | 2021-09-10     |
                Asha  | 2021-09-06 | 2021-09-27     |
                Ben   | 2021-09-06 |                | 2021-09-10
                Ben   | 2021-09-06 |                |
            """
        },
        on="2021-09-30",
        shows={"Asha": ("in time", {"met": "2021-09-10"}), "Ben": "overdue"},
    )
