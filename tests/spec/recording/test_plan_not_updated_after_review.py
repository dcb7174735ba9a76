"""Worked examples: plan not brought up to date after a review."""

from sightline.rules.recording.plan_not_updated_after_review import (
    PLAN_NOT_UPDATED_AFTER_REVIEW as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Updated on the tenth working day after the review is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "review_conferences": """
                child | held
                Asha  | 2021-03-01
                Ben   | 2021-03-01
                Cai   | 2021-03-01
                Dee   | 2021-03-02
            """,
            "plan_updates": """
                child | plan_kind       | updated
                Asha  | protection plan | 2021-02-28
                Asha  | protection plan | 2021-03-15
                Asha  | protection plan | 2021-03-22
                Ben   | protection plan | 2021-03-16
            """,
        },
        on="2021-03-16",
        shows={
            "Asha": ("in time", {"due": "2021-03-15", "met": "2021-03-15"}),
            "Ben": ("late", {"opens": "2021-03-16", "closes": "2021-03-16"}),
            "Cai": ("overdue", {"opens": "2021-03-16"}),
            "Dee": ("still in time", {"due": "2021-03-16"}),
        },
        why="Monday 1 March plus ten working days is Monday 15 March.",
    )


def test_reviews_of_every_kind(worked_example):
    """Reviews of every kind count, those held; an update on the day of the review meets it."""
    worked_example(
        RULE,
        {
            "child_in_need_reviews": """
                child | due        | held
                Asha  | 2021-03-01 | 2021-03-01
                Ben   | 2021-03-01 |
            """,
            "care_reviews": """
                child | held       | cancelled
                Cai   | 2021-03-01 |
                Dee   | 2021-03-01 | yes
                Eve   | 2021-03-01 | no
            """,
            "plan_updates": """
                child | plan_kind | updated
                Eve   | care plan | 2021-03-01
            """,
        },
        on="2021-03-16",
        shows={
            "Asha": "overdue",
            "Ben": "nothing",
            "Cai": "overdue",
            "Dee": "nothing",
            "Eve": ("in time", {"met": "2021-03-01"}),
        },
    )


def test_the_next_review_or_the_end_lapses_it(worked_example):
    """The next review lapses the duty and begins its own; so does the end of plan and care."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-04 |
                Ben 1  | Ben   | 2020-12-01 | 2021-03-01
                Cai 1  | Cai   | 2020-12-01 | 2021-03-20
                Dee 1  | Dee   | 2020-12-01 | 2021-02-01
                Dee 2  | Dee   | 2021-02-10 |
            """,
            "review_conferences": """
                child | held
                Asha  | 2021-03-01
                Asha  | 2021-03-08
                Asha  | 2021-03-08
                Ben   | 2021-03-01
                Cai   | 2021-03-01
                Dee   | 2021-03-01
            """,
        },
        on="2021-03-31",
        shows={
            "Asha 2021-03-01": ("no longer required", {"lapses": "2021-03-08"}),
            "Asha 2021-03-08": ("overdue", {"due": "2021-03-22"}),
            "Ben": ("no longer required", {"lapses": "2021-03-01"}),
            "Cai": ("late", {"opens": "2021-03-16", "closes": "2021-03-20"}),
            "Dee": ("overdue", {"lapses": None}),
        },
        why="Ben's plan ended at the review.",
    )


def test_the_councils_own_limit(worked_example):
    """A council that allows itself 20 working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "review_conferences": """
                child | held
                Asha  | 2021-03-01
            """,
        },
        on="2021-03-16",
        shows={"Asha": ("still in time", {"due": "2021-03-29"})},
        local_standards={"REC-06": 20},
    )
