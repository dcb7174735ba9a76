"""Worked examples: another kind of harm found, and the protection plan does not name it."""

from sightline.rules.protection_plan.plan_category_unchanged import (
    PLAN_CATEGORY_UNCHANGED as RULE,
)


def test_another_harm_is_found(worked_example):
    """A factor of another kind of harm opens the concern; one the plan names does not."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended | initial_category
                Asha 1 | Asha  | 2021-03-04 |       | EMO
                Ben 1  | Ben   | 2021-03-04 |       | NEG
                Cai 1  | Cai   | 2021-03-04 |       | MUL
                Dina 1 | Dina  | 2021-03-04 |       |
                Efa 1  | Efa   | 2021-03-04 |       | EMO
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-05-10 | 16A
                Asha  | 2021-06-14 | 16A
                Ben   | 2021-05-10 | 16A
                Cai   | 2021-05-10 | 16A
                Dina  | 2021-05-10 | 16A
                Efa   | 2021-05-10 | 2B
            """,
        },
        on="2021-06-30",
        shows={
            "Asha": ("open", {"opens": "2021-05-10"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dina": "nothing",
            "Efa": "nothing",
        },
        evidence={"Asha": {"harm found": "NEG"}},
        why="Cai's plan is for several kinds of harm. Dina's category is not recorded. Efa's factor, a parent's drug use, points to no kind of harm.",
    )


def test_a_review_changes_the_category(worked_example):
    """The first review from which the plan names the harm closes the concern."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended | initial_category
                Asha 1 | Asha  | 2021-03-04 |       | EMO
                Ben 1  | Ben   | 2021-03-04 |       | EMO
                Cai 1  | Cai   | 2021-03-04 |       | EMO
                Dina 1 | Dina  | 2021-03-04 |       | EMO
                Efa 1  | Efa   | 2021-03-04 |       | EMO
            """,
            "review_conferences": """
                child | plan   | held       | category
                Asha  | Asha 1 | 2021-06-03 | NEG
                Asha  | Asha 1 | 2021-09-02 | NEG
                Ben   |        | 2021-06-03 | MUL
                Cai   | Cai 1  | 2021-06-03 | EMO
                Dina  | Dina 1 | 2021-05-10 | NEG
                Efa   | Efa 1  | 2021-04-12 | NEG
                Efa   | Efa 1  | 2021-09-02 | EMO
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-05-10 | 16A
                Ben   | 2021-05-10 | 18C
                Cai   | 2021-05-10 | 16A
                Dina  | 2021-05-10 | 16A
                Efa   | 2021-05-10 | 16A
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("closed", {"closes": "2021-06-03"}),
            "Ben": ("closed", {"closes": "2021-06-03"}),
            "Cai": ("open", {"closes": None}),
            "Dina": "nothing",
            "Efa": "nothing",
        },
        why="Dina's review changed it on the very day. Efa's plan had named it before.",
    )


def test_only_while_the_plan_runs(worked_example):
    """A factor found before the plan, or on the day it ended or later, is not asked about."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | initial_category
                Asha 1 | Asha  | 2021-03-04 | 2021-09-02 | EMO
                Ben 1  | Ben   | 2021-03-04 | 2021-09-02 | EMO
                Cai 1  | Cai   | 2021-03-04 | 2021-09-02 | EMO
                Dina 1 | Dina  | 2021-03-04 | 2021-09-02 | EMO
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-03-03 | 16A
                Ben   | 2021-09-02 | 16A
                Cai   | 2021-09-01 | 16A
                Dina  | 2021-03-04 | 16A
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": "nothing",
            "Ben": "nothing",
            "Cai": ("closed", {"closes": "2021-09-02"}),
            "Dina": ("closed", {"opens": "2021-03-04"}),
        },
    )


def test_two_harms_on_one_day(worked_example):
    """Two kinds of harm found on one day are one concern, closed with the last of them."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended | initial_category
                Asha 1 | Asha  | 2021-03-04 |       | EMO
                Ben 1  | Ben   | 2021-03-04 |       | EMO
            """,
            "review_conferences": """
                child | plan   | held       | category
                Asha  | Asha 1 | 2021-06-03 | NEG
                Ben   | Ben 1  | 2021-06-03 | NEG
            """,
            "assessment_factors": """
                child | found      | factor
                Asha  | 2021-05-10 | 16A
                Asha  | 2021-05-10 | 19C
                Ben   | 2021-05-10 | 16A
                Ben   | 2021-07-05 | 19C
            """,
        },
        on="2021-09-30",
        shows={
            "Asha": ("open", {"closes": None}),
            "Ben 2021-05-10": ("closed", {"closes": "2021-06-03"}),
            "Ben 2021-07-05": "open",
        },
    )
