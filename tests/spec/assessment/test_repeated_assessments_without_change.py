"""Worked examples: three assessments in two years and no change of plan."""

from sightline.rules.assessment.repeated_assessments_without_change import (
    REPEATED_ASSESSMENTS_WITHOUT_CHANGE as RULE,
)


def assessments_of(*children: str) -> str:
    """Three assessments of each child, finished in February 2020, September 2020 and April 2021."""
    rows = [
        f"{child} | {started} | {finished}"
        for child in children
        for started, finished in (
            ("2020-01-06", "2020-02-10"),
            ("2020-08-03", "2020-09-07"),
            ("2021-03-01", "2021-04-12"),
        )
    ]
    return "\n".join(["child | started | authorised", *rows])


def test_two_years_to_the_day(worked_example):
    """The third assessment within 24 months opens the concern, the anniversary included."""
    worked_example(
        RULE,
        {
            "assessments": """
                child | started    | authorised
                Asha  | 2019-03-04 | 2019-04-15
                Asha  | 2020-03-02 | 2020-04-14
                Asha  | 2021-03-01 | 2021-04-15
                Ben   | 2019-03-04 | 2019-04-15
                Ben   | 2020-03-02 | 2020-04-14
                Ben   | 2021-03-01 | 2021-04-16
                Cai   | 2020-03-02 | 2020-04-14
                Cai   | 2020-09-07 |
                Cai   | 2021-03-01 | 2021-04-15
                Dev   | 2021-03-01 | 2021-04-15
                Dev   | 2021-03-08 | 2021-04-15
                Dev   | 2020-03-02 | 2020-04-14
            """
        },
        on="2021-04-15",
        shows={
            "Asha": ("open", {"opens": "2021-04-15"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
        },
        evidence={
            "Asha": {
                "first assessment authorised": "2019-04-15",
                "this assessment authorised": "2021-04-15",
            }
        },
    )


def test_a_change_since_the_first(worked_example):
    """A plan begun or ended, a conference or care from the first assessment on is a change."""
    worked_example(
        RULE,
        {
            "assessments": assessments_of("Asha", "Ben", "Cai", "Dev", "Eli", "Fay", "Gus"),
            "protection_plans": """
                child | started    | ended
                Asha  | 2020-02-10 |
                Ben   | 2019-06-03 | 2020-11-02
                Gus   | 2019-06-03 | 2020-02-09
            """,
            "child_in_need_plans": """
                child | started    | ended
                Cai   | 2019-06-03 |
                Dev   | 2019-06-03 | 2021-04-12
            """,
            "initial_conferences": """
                child | held
                Eli   | 2020-11-02
            """,
            "care_episodes": """
                child | entered_care | started
                Fay   | 2020-11-02   | 2020-11-02
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": "open",
            "Dev": "nothing",
            "Eli": "nothing",
            "Fay": "nothing",
            "Gus": "open",
        },
        why="Cai's plan ran all the while: no assessment touched it.",
    )


def test_what_closes_it(worked_example):
    """The first change from then on closes the concern."""
    worked_example(
        RULE,
        {
            "assessments": assessments_of("Asha", "Ben"),
            "child_in_need_plans": """
                child | started    | ended
                Asha  | 2021-05-04 | 2021-05-25
                Ben   | 2019-06-03 | 2021-05-04
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"opens": "2021-04-12", "closes": "2021-05-04"}),
            "Ben": ("closed", {"closes": "2021-05-04"}),
        },
        evidence={"Asha": {"plan changed, or out of view": "2021-05-04"}},
    )


def test_it_leaves_the_view(worked_example):
    """The concern closes on the day after the anniversary of the first of the last three."""
    worked_example(
        RULE,
        {"assessments": assessments_of("Asha")},
        on="2022-02-28",
        shows={"Asha": ("closed", {"opens": "2021-04-12", "closes": "2022-02-11"})},
    )


def test_the_councils_own_number(worked_example):
    """A council may ask at the fourth assessment."""
    worked_example(
        RULE,
        {"assessments": assessments_of("Asha") + "\nBen | 2021-04-12 | 2021-05-03"},
        on="2021-05-31",
        shows={"Asha": "nothing", "Ben": "nothing"},
        local_standards={"ASM-08": 4},
    )
