"""Worked examples: a year and a half of signs of harm and no legal planning."""

from sightline.rules.left_exposed.no_legal_planning_after_first_sign import (
    NO_LEGAL_PLANNING_AFTER_FIRST_SIGN as RULE,
)


def signs_of(*children: str) -> str:
    """Two enquiries about each child, on 2 March 2020 and 1 February 2021."""
    rows = [f"{child} | {day}" for child in children for day in ("2020-03-02", "2021-02-01")]
    return "\n".join(["child | started", *rows])


def test_the_day_after_18_months(worked_example):
    """The concern opens on the day after 18 months from the first sign, while signs go on."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2020-03-02
                Asha  | 2021-02-01
                Ben   | 2020-03-03
                Ben   | 2021-02-01
                Cai   | 2020-03-02
            """,
        },
        on="2021-09-03",
        shows={
            "Asha": ("open", {"opens": "2021-09-03"}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        evidence={"Asha": {"first sign": "2020-03-02", "open since": "2021-09-03"}},
        why="Cai's one enquiry left the view after a year.",
    )


def test_every_kind_of_sign(worked_example):
    """A protection plan begun and neglect found in an assessment are signs too."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                child | started    | ended
                Asha  | 2020-03-02 |
                Ben   | 2020-03-02 | 2020-12-14
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-02-01 | 16A
                Ben   | 2021-02-01 | 17A
            """,
        },
        on="2021-09-30",
        shows={"Asha": ("open", {"opens": "2021-09-03"}), "Ben": "nothing"},
    )


def test_what_counts_as_legal_planning(worked_example):
    """A legal planning meeting, a decision to enter pre-proceedings and care close the concern."""
    worked_example(
        RULE,
        {
            "enquiries": signs_of("Asha", "Ben", "Cai", "Dev", "Eli", "Fay"),
            "legal_planning_meetings": """
                child | held
                Asha  | 2021-09-20
                Asha  | 2021-09-27
                Dev   | 2021-09-03
                Fay   | 2020-06-01
            """,
            "pre_proceedings": """
                child | decided    | letter_sent
                Ben   | 2021-09-20 | 2021-09-24
                Eli   |            | 2021-09-20
            """,
            "care_episodes": """
                child | started
                Cai   | 2021-09-20
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("closed", {"opens": "2021-09-03", "closes": "2021-09-20"}),
            "Ben": ("closed", {"closes": "2021-09-20"}),
            "Cai": ("closed", {"closes": "2021-09-20"}),
            "Dev": "nothing",
            "Eli": "open",
            "Fay": "nothing",
        },
        evidence={"Asha": {"legal planning or care, or out of view": "2021-09-20"}},
        why="Fay's meeting closed her first story; of Eli's pre-proceedings no decision is recorded.",
    )


def test_a_conference_is_no_legal_planning(worked_example):
    """A conference or a plan does not close it: nobody has asked a lawyer."""
    worked_example(
        RULE,
        {
            "enquiries": signs_of("Asha"),
            "initial_conferences": """
                child | held
                Asha  | 2021-02-15
            """,
        },
        on="2021-09-30",
        shows={"Asha": "open"},
    )


def test_it_leaves_the_view(worked_example):
    """A year after the last sign the concern leaves the view."""
    worked_example(
        RULE,
        {"enquiries": signs_of("Asha")},
        on="2022-02-28",
        shows={"Asha": ("closed", {"closes": "2022-02-02"})},
    )
