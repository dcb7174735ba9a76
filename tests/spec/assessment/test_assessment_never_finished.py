"""Worked examples: assessment given up or never finished."""

from sightline.rules.assessment.assessment_never_finished import (
    ASSESSMENT_NEVER_FINISHED as RULE,
)


def test_sixty_working_days(worked_example):
    """An assessment that runs on after its sixtieth working day opens the concern on the next day."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised
                Asha  | 2021-09-06 |
                Ben   | 2021-09-06 | 2021-11-29
                Cai   | 2021-09-06 | 2021-11-30
                Dev   | 2021-09-06 | 2021-12-01
                Eli   | 2021-09-07 |
            """
        },
        on="2021-11-30",
        shows={
            "Asha": ("open", {"opens": "2021-11-30"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": ("open", {"opens": "2021-11-30"}),
            "Eli": "nothing",
        },
        evidence={"Asha": {"assessment started": "2021-09-06", "given up": None}},
        why="The sixtieth working day is 29 November; Cai's was finished on the day after it.",
    )


def test_given_up(worked_example):
    """The day an assessment is given up opens the concern, unless it was finished before."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | cancelled  | authorised
                Asha  | 2021-09-06 | 2021-09-20 |
                Ben   | 2021-09-06 | 2021-09-20 | 2021-09-17
                Cai   | 2021-09-06 | 2021-09-20 | 2021-09-28
                Dev   | 2021-05-04 | 2021-09-20 |
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("open", {"opens": "2021-09-20"}),
            "Ben": "nothing",
            "Cai": ("closed", {"opens": "2021-09-20", "closes": "2021-09-28"}),
            "Dev": ("open", {"opens": "2021-07-29"}),
        },
        evidence={"Asha": {"given up": "2021-09-20"}},
        why="Dev's had run too long before anybody gave it up.",
    )


def test_another_takes_its_place(worked_example):
    """Another assessment begun or finished closes the concern; one begun on the very day opens none."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | cancelled  | authorised
                Asha  | 2021-09-06 | 2021-09-20 |
                Asha  | 2021-09-27 |            |
                Ben   | 2021-09-06 | 2021-09-20 |
                Ben   | 2021-09-20 |            |
                Cai   | 2021-09-06 | 2021-09-20 |
                Cai   | 2021-09-13 |            | 2021-09-28
                Dev   | 2021-09-06 | 2021-09-20 |
                Dev   | 2021-09-13 |            |
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("closed", {"closes": "2021-09-27"}),
            "Ben": "nothing",
            "Cai": ("closed", {"closes": "2021-09-28"}),
            "Dev": "open",
        },
        evidence={"Asha": {"assessment begun or finished": "2021-09-27"}},
        why="Dev's other assessment began before the first was given up and is not finished.",
    )


def test_the_first_to_follow_closes_it(worked_example):
    """Of several assessments that follow the first closes the concern."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | cancelled  | authorised
                Asha  | 2021-09-06 | 2021-09-20 |
                Asha  | 2021-10-04 |            | 2021-10-20
                Asha  | 2021-10-18 |            | 2021-10-25
            """
        },
        on="2021-10-31",
        shows={"Asha": ("closed", {"closes": "2021-10-04"})},
    )


def test_it_stays_in_view_for_a_year(worked_example):
    """The concern leaves the view 12 months after it opened."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | cancelled
                Asha  | 2020-09-07 | 2020-09-21
                Ben   | 2020-09-07 | 2020-09-22
            """
        },
        on="2021-09-21",
        shows={"Asha": ("closed", {"closes": "2021-09-21"}), "Ben": "open"},
    )


def test_two_begun_on_one_day(worked_example):
    """Two assessments begun on one day are one, given up when the first of them was."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | cancelled
                Asha  | 2021-09-06 | 2021-09-20
                Asha  | 2021-09-06 | 2021-09-24
            """
        },
        on="2021-09-30",
        shows={"Asha": ("open", {"opens": "2021-09-20"})},
    )
