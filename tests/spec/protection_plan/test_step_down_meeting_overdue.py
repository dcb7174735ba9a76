"""Worked examples: no child in need meeting within four weeks after stepping down."""

from sightline.rules.protection_plan.step_down_meeting_overdue import (
    STEP_DOWN_MEETING_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Four weeks to the day are in time, the day after is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 |
                Ben 2  | Ben   | 2021-09-02 |
            """,
            "child_in_need_reviews": """
                child | held
                Asha  | 2021-09-30
                Ben   | 2021-10-01
            """,
        },
        on="2021-10-04",
        shows={
            "Asha 2021-09-02": ("in time", {"due": "2021-09-30", "met": "2021-09-30"}),
            "Asha 2021-09-30": "still in time",
            "Ben 2021-09-02": ("late", {"opens": "2021-10-01", "closes": "2021-10-01"}),
            "Ben 2021-10-01": ("still in time", {"due": "2021-10-29"}),
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Dina 1 | Dina  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-03 | no longer at risk of significant harm
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 |
                Ben 2  | Ben   | 2021-08-02 |
                Cai 2  | Cai   | 2021-09-06 |
            """,
            "child_in_need_reviews": """
                child | held
                Ben   | 2021-09-01
            """,
        },
        on="2021-10-01",
        shows={
            "Asha": ("overdue", {"opens": "2021-10-01"}),
            "Ben": ("still in time", {"due": "2021-10-01"}),
            "Cai": ("still in time", {"starts": "2021-09-06"}),
            "Dina": "nothing",
        },
        why="Ben's plan ran already, and the clock starts when the protection plan ended; a meeting before that does not count. Cai's began four days later. Dina has no plan: that is a rule of its own.",
    )


def test_three_months_on_it_lapses(worked_example):
    """After three months, or when help ends or becomes more, no further meeting is asked for."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Cai 1  | Cai   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Dina 1 | Dina  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Dina 3 | Dina  | 2021-09-13 |            |
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 |
                Ben 2  | Ben   | 2021-09-02 | 2021-09-20
                Cai 2  | Cai   | 2021-09-02 |
                Dina 2 | Dina  | 2021-09-02 |
            """,
            "child_in_need_reviews": """
                child | held
                Asha  | 2021-09-30
                Asha  | 2021-10-28
                Asha  | 2021-11-25
                Asha  | 2021-12-23
            """,
        },
        on="2022-03-31",
        shows={
            "Asha 2021-09-02": "in time",
            "Asha 2021-09-30": "in time",
            "Asha 2021-10-28": "in time",
            "Asha 2021-11-25": ("no longer required", {"lapses": "2021-12-02"}),
            "Ben": ("no longer required", {"lapses": "2021-09-20"}),
            "Cai": ("late", {"closes": "2021-12-02"}),
            "Dina": ("no longer required", {"lapses": "2021-09-13"}),
        },
    )


def test_a_meeting_on_the_last_day(worked_example):
    """A meeting on the day help ended is in time and starts no clock."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended      | end_reason
                Asha 1 | Asha  | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
                Ben 1  | Ben   | 2020-09-07 | 2021-09-02 | no longer at risk of significant harm
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-09-02 | 2021-09-20
                Ben 2  | Ben   | 2021-12-02 |
            """,
            "child_in_need_reviews": """
                child | held
                Asha  | 2021-09-20
            """,
        },
        on="2021-10-31",
        shows={"Asha": ("in time", {"met": "2021-09-20"}), "Ben": "nothing"},
        why="Ben's child in need plan begins when the three months are over.",
    )
