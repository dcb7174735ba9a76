"""Worked examples: long care by agreement without a plan for permanence."""

from sightline.rules.in_care.agreed_care_without_permanence import (
    AGREED_CARE_WITHOUT_PERMANENCE as RULE,
)


def test_open_from_the_day_after_a_year(worked_example):
    """Open from the day after a year in care by agreement."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |       | V2
                Ben   | 2020-03-03   | 2020-03-03 |       | V2
            """,
        },
        on="2021-03-03",
        shows={"Asha": ("open", {"opens": "2021-03-03", "closes": None}), "Ben": "nothing"},
    )


def test_closed_by_a_plan_or_the_end(worked_example):
    """Closed when a plan for permanence is agreed or care by agreement ends, also by an order."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |            | V2
                Ben   | 2020-03-02   | 2020-03-02 | 2021-05-03 | V2
                Ben   | 2020-03-02   | 2021-05-03 |            | C1
                Cai   | 2020-03-02   | 2020-03-02 | 2021-03-03 | V2
                Dee   | 2020-03-02   | 2020-03-02 | 2021-03-02 | V2
                Eli   | 2020-03-02   | 2020-03-02 | 2021-03-04 | V2
            """,
            "care_plans": """
                child | started    | permanence_plan
                Asha  | 2021-06-07 | LTFOST18
                Asha  | 2021-09-06 | ADOPTION
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-03", "closes": "2021-06-07"}),
            "Ben": ("closed", {"closes": "2021-05-03"}),
            "Cai": "nothing",
            "Dee": "nothing",
            "Eli": ("closed", {"closes": "2021-03-04"}),
        },
    )


def test_a_plan_in_time(worked_example):
    """A plan agreed in that time, in a care plan or at a review, means that somebody decided."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |       | V2
                Ben   | 2020-03-02   | 2020-03-02 |       | V2
                Cai   | 2020-03-02   | 2020-03-02 |       | V2
                Dee   | 2020-03-02   | 2020-03-02 |       | V2
                Eli   | 2020-03-02   | 2020-03-02 |       | V2
            """,
            "care_plans": """
                child | started    | permanence_plan
                Asha  | 2020-03-02 | LTFOST18
                Ben   | 2020-03-01 | LTFOST18
                Cai   | 2020-06-01 | RETURNEV
                Eli   | 2021-03-03 | RETURN6M
            """,
            "care_reviews": """
                child | held       | permanence_plan_agreed
                Dee   | 2020-07-06 | yes
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "open", "Dee": "nothing", "Eli": "nothing"},
        why="Ben's plan was made before this time in care.",
    )


def test_which_care_counts(worked_example):
    """Episodes that follow each other are one time; care under an order does not count, nor care that began anew."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended      | legal_status
                Asha  | 2020-03-02   | 2020-03-02 | 2020-09-07 | V2
                Asha  | 2020-03-02   | 2020-09-07 |            | V2
                Ben   | 2020-03-02   | 2020-03-02 |            | C2
                Cai   | 2020-03-02   | 2020-03-02 | 2020-09-07 | V2
                Cai   | 2020-09-08   | 2020-09-08 |            | V2
            """,
        },
        on="2021-03-03",
        shows={"Asha": ("open", {"opens": "2021-03-03"}), "Ben": "nothing", "Cai": "nothing"},
    )


def test_a_councils_own_limit(worked_example):
    """A council may set a limit of its own."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2020-03-02   | 2020-03-02 |       | V2
            """,
        },
        on="2020-09-30",
        shows={"Asha": ("open", {"opens": "2020-09-03"})},
        local_standards={"CLA-34": 6},
    )
