"""Worked examples: pathway plan not reviewed within six months."""

from sightline.rules.leaving_care.pathway_plan_not_reviewed import (
    PATHWAY_PLAN_NOT_REVIEWED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A review six months after the plan is in time, a day later it is late; each starts anew."""
    worked_example(
        RULE,
        {
            "pathway_plans": """
                pathway_plan | child | agreed     | ended
                Asha 1       | Asha  | 2021-01-15 |
                Ben 1        | Ben   | 2021-01-15 |
            """,
            "pathway_plan_reviews": """
                child | pathway_plan | held
                Asha  | Asha 1       | 2021-07-15
                Ben   | Ben 1        | 2021-07-16
                Ben   | Ben 1        |
            """,
        },
        on="2022-01-16",
        shows={
            "Asha 2021-01-15": ("in time", {"due": "2021-07-15", "met": "2021-07-15"}),
            "Asha 2021-07-15": ("overdue", {"opens": "2022-01-16"}),
            "Ben 2021-01-15": ("late", {"opens": "2021-07-16", "closes": "2021-07-16"}),
            "Ben 2021-07-16": ("still in time", {"due": "2022-01-16"}),
        },
        why="Ben's second review is booked and has not been held.",
    )


def test_the_end_of_the_plan_lapses_the_clock(worked_example):
    """The end of the plan lapses the clock; a review on that day meets it."""
    worked_example(
        RULE,
        {
            "pathway_plans": """
                pathway_plan | child | agreed     | ended
                Asha 1       | Asha  | 2021-01-15 | 2021-07-15
                Ben 1        | Ben   | 2021-01-15 | 2021-07-30
                Cai 1        | Cai   | 2021-01-15 | 2021-06-30
            """,
            "pathway_plan_reviews": """
                child | pathway_plan | held
                Cai   | Cai 1        | 2021-06-30
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-07-15"}),
            "Ben": ("late", {"opens": "2021-07-16", "closes": "2021-07-30"}),
            "Cai": ("in time", {"met": "2021-06-30"}),
        },
    )


def test_which_plan_a_review_belongs_to(worked_example):
    """A review is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "pathway_plans": """
                pathway_plan | child | agreed     | ended
                Asha 1       | Asha  | 2021-01-15 |
                Ben 1        | Ben   | 2020-01-15 | 2020-03-15
                Ben 2        | Ben   | 2021-01-15 |
            """,
            "pathway_plan_reviews": """
                child | pathway_plan | held
                Asha  |              | 2021-04-15
                Ben   | Ben 1        | 2021-04-15
            """,
        },
        on="2021-07-16",
        shows={
            "Asha 2021-01-15": "in time",
            "Asha 2021-04-15": "still in time",
            "Ben 2020-01-15": "no longer required",
            "Ben 2021-01-15": "overdue",
        },
    )


def test_a_plan_written_anew_goes_on(worked_example):
    """A plan written anew before the last one ended goes on with it."""
    worked_example(
        RULE,
        {
            "pathway_plans": """
                pathway_plan | child | agreed     | ended
                Asha 1       | Asha  | 2021-01-15 | 2021-04-01
                Asha 2       | Asha  | 2021-04-01 |
            """,
        },
        on="2021-07-16",
        shows={"Asha 2021-01-15": "overdue"},
        evidence={"Asha 2021-01-15": {"second record of the plan from": "2021-04-01"}},
    )
