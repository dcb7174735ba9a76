"""Worked examples: a parent's known difficulty is missing from the assessment."""

from sightline.rules.assessment.parents_history_left_out import PARENTS_HISTORY_LEFT_OUT as RULE


def test_known_before_and_not_named(worked_example):
    """A difficulty found before and not in this assessment opens the concern; found again it does not."""
    worked_example(
        RULE,
        {
            "assessments": """
                assessment | child | started    | authorised
                Asha 1     | Asha  | 2021-03-01 | 2021-04-12
                Ben 1      | Ben   | 2021-03-01 | 2021-04-12
                Cai 1      | Cai   | 2021-03-01 | 2021-04-12
                Dev 1      | Dev   | 2021-03-01 |
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2020-02-10 | 3B
                Asha  | 2021-04-12 | 16A
                Ben   | 2020-02-10 | 3B
                Ben   | 2021-04-12 | 3B
                Cai   | 2020-02-10 | 16A
                Dev   | 2020-02-10 | 3B
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": ("open", {"opens": "2021-04-12"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={
            "Asha": {
                "first found": "2020-02-10",
                "factor not named again": "3B",
                "this assessment authorised": "2021-04-12",
            }
        },
        why="Neglect is no difficulty of a parent, and Dev's assessment still runs.",
    )


def test_two_years_back(worked_example):
    """What was found up to 24 months before counts, the anniversary included."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised
                Asha  | 2021-03-01 | 2021-04-12
                Ben   | 2021-03-01 | 2021-04-13
                Cai   | 2021-03-01 | 2021-04-12
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2019-04-12 | 4B
                Ben   | 2019-04-12 | 4B
                Cai   | 2021-04-13 | 4B
            """,
        },
        on="2021-04-30",
        shows={"Asha": "open", "Ben": "nothing", "Cai": "nothing"},
        why="Cai's was found later, and nobody knew it then.",
    )


def test_several_left_out(worked_example):
    """Of several difficulties left out the first by code is shown, with the days they were found."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised
                Asha  | 2021-03-01 | 2021-04-12
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2019-11-04 | 4B
                Asha  | 2020-02-10 | 1B
                Asha  | 2020-09-07 | 2B
                Asha  | 2020-10-05 | 5B
                Asha  | 2021-04-12 | 5B
            """,
        },
        on="2021-04-30",
        shows={"Asha": "open"},
        evidence={
            "Asha": {
                "first found": "2019-11-04",
                "last found": "2020-09-07",
                "factor not named again": "1B",
            }
        },
    )


def test_what_closes_it(worked_example):
    """The next assessment closes the concern and is judged anew; otherwise it goes after 12 months."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised
                Asha  | 2020-03-02 | 2020-04-14
                Asha  | 2020-08-03 | 2020-09-07
                Asha  | 2020-11-02 | 2020-12-07
                Ben   | 2020-03-02 | 2020-04-14
                Ben   | 2020-08-03 | 2020-09-07
                Cai   | 2020-03-02 | 2020-04-14
                Dev   | 2020-03-02 | 2020-04-15
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2019-11-04 | 2B
                Asha  | 2020-09-07 | 2B
                Asha  | 2020-12-07 | 2B
                Ben   | 2019-11-04 | 2B
                Cai   | 2019-11-04 | 2B
                Dev   | 2019-11-04 | 2B
            """,
        },
        on="2021-04-14",
        shows={
            "Asha": ("closed", {"opens": "2020-04-14", "closes": "2020-09-07"}),
            "Ben 2020-04-14": ("closed", {"closes": "2020-09-07"}),
            "Ben 2020-09-07": "open",
            "Cai": ("closed", {"closes": "2021-04-14"}),
            "Dev": "open",
        },
        evidence={"Asha": {"next assessment authorised": "2020-09-07"}},
    )


def test_an_assessment_with_no_factors(worked_example):
    """An assessment with no factors recorded names none; two authorised on one day are one."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised
                Asha  | 2021-03-01 | 2021-04-12
                Asha  | 2021-03-08 | 2021-04-12
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-04-11 | 1B
            """,
        },
        on="2021-04-30",
        shows={"Asha": "open"},
    )
