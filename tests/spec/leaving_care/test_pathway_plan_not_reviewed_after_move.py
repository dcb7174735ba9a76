"""Worked examples: pathway plan not reviewed after a move."""

from sightline.rules.leaving_care.pathway_plan_not_reviewed_after_move import (
    PATHWAY_PLAN_NOT_REVIEWED_AFTER_MOVE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A review on the 28th day after the move is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | yes
                Ben   | 2021-03-01 |       | yes
            """,
            "pathway_plan_reviews": """
                child | held
                Asha  | 2021-02-28
                Asha  | 2021-03-29
                Asha  | 2021-04-15
                Ben   | 2021-03-30
            """,
        },
        on="2021-05-01",
        shows={
            "Asha": ("in time", {"due": "2021-03-29", "met": "2021-03-29"}),
            "Ben": ("late", {"opens": "2021-03-30", "closes": "2021-03-30"}),
        },
        why="The review the day before Asha moved was not about the new home.",
    )


def test_overdue_from_the_day_after(worked_example):
    """Overdue from the day after the due day; a review on the day of the move counts."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | yes
                Ben   | 2021-03-02 |       | yes
                Cai   | 2021-03-01 |       | yes
            """,
            "pathway_plan_reviews": """
                child | held
                Cai   | 2021-03-01
            """,
        },
        on="2021-03-30",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-30"}),
            "Ben": ("still in time", {"due": "2021-03-30"}),
            "Cai": ("in time", {"met": "2021-03-01"}),
        },
    )


def test_only_homes_the_council_provided(worked_example):
    """A home that the council did not provide, or that does not say so, asks for no such review."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | no
                Ben   | 2021-03-01 |       |
            """
        },
        on="2021-06-01",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )


def test_moving_out_lapses_it(worked_example):
    """Moving out lapses the duty; the next home from the council begins its own."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended      | provided_by_council
                Asha  | 2021-03-01 | 2021-03-20 | yes
                Asha  | 2021-03-20 |            | yes
                Ben   | 2021-03-01 | 2021-04-10 | yes
            """
        },
        on="2021-04-15",
        shows={
            "Asha 2021-03-01": ("no longer required", {"lapses": "2021-03-20"}),
            "Asha 2021-03-20": ("still in time", {"due": "2021-04-17"}),
            "Ben": ("late", {"opens": "2021-03-30", "closes": "2021-04-10"}),
        },
    )
