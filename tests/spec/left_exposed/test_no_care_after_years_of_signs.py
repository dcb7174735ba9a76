"""Worked examples: three years of signs of harm with the child at home."""

from sightline.rules.left_exposed.no_care_after_years_of_signs import (
    NO_CARE_AFTER_YEARS_OF_SIGNS as RULE,
)


def signs_of(*children: str) -> str:
    """An enquiry about each child on 5 March in 2018, 2019, 2020 and 1 March 2021."""
    days = ("2018-03-05", "2019-03-05", "2020-03-05", "2021-03-01")
    rows = [f"{child} | {day}" for child in children for day in days]
    return "\n".join(["child | started", *rows])


def test_the_day_after_three_years(worked_example):
    """The concern opens on the day after 3 years from the first sign, while signs go on."""
    worked_example(
        RULE,
        {
            "enquiries": signs_of("Asha")
            + """
                Ben   | 2018-03-06
                Ben   | 2019-03-05
                Ben   | 2020-03-05
                Ben   | 2021-03-01
                Cai   | 2018-03-05
                Cai   | 2019-03-05
                Cai   | 2020-03-05
            """,
        },
        on="2021-03-06",
        shows={"Asha": ("open", {"opens": "2021-03-06"}), "Ben": "nothing", "Cai": "nothing"},
        evidence={"Asha": {"first sign": "2018-03-05", "open since": "2021-03-06"}},
        why="Cai's last sign left the view on the very day.",
    )


def test_every_kind_of_sign(worked_example):
    """Enquiries, protection plans begun and neglect found carry one story on."""
    worked_example(
        RULE,
        {
            "enquiries": """
                child | started
                Asha  | 2018-03-05
                Ben   | 2018-03-05
            """,
            "protection_plans": """
                child | started    | ended
                Asha  | 2019-01-14 | 2020-06-01
                Ben   | 2019-01-14 |
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2019-12-02 | 16A
                Asha  | 2020-11-02 | 16A
                Ben   | 2019-12-02 | 16A
                Ben   | 2020-11-02 | 3B
            """,
        },
        on="2021-03-31",
        shows={"Asha": "open", "Ben": "nothing"},
    )


def test_care(worked_example):
    """The first day in care closes the concern; care before the limit leaves nothing."""
    worked_example(
        RULE,
        {
            "enquiries": signs_of("Asha", "Ben", "Cai", "Dev"),
            "care_episodes": """
                child | started    | ended
                Asha  | 2021-03-22 |
                Ben   | 2021-03-06 |
                Cai   | 2018-06-04 | 2018-09-03
                Dev   | 2017-06-05 | 2018-03-04
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-06", "closes": "2021-03-22"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "open",
        },
        evidence={"Asha": {"came into care, or out of view": "2021-03-22"}},
        why="Cai's story began again after he came home; Dev had come home before the first sign.",
    )


def test_legal_planning_does_not_close_it(worked_example):
    """Legal planning is asked about elsewhere: this asks whether the child is still at home."""
    worked_example(
        RULE,
        {
            "enquiries": signs_of("Asha"),
            "legal_planning_meetings": """
                child | held
                Asha  | 2020-06-01
            """,
        },
        on="2021-03-31",
        shows={"Asha": "open"},
    )


def test_it_leaves_the_view(worked_example):
    """A year after the last sign the concern leaves the view."""
    worked_example(
        RULE,
        {"enquiries": signs_of("Asha")},
        on="2022-03-31",
        shows={"Asha": ("closed", {"closes": "2022-03-02"})},
    )
