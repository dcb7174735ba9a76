"""Worked examples: child with a social worker at school less than 90% of the time."""

from sightline.rules.education.attendance_below_90_with_social_worker import (
    ATTENDANCE_BELOW_90_WITH_SOCIAL_WORKER as RULE,
)


def test_ninety_percent_is_enough(worked_example):
    """Exactly 90% is enough; a half-day less in two hundred opens a concern."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-04 |
                Ben 1  | Ben   | 2021-01-04 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Cai 1  | Cai   | 2021-01-04 |
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha a     | Asha  | 2021-07-16 | 200               | 180
                Ben a      | Ben   | 2021-07-16 | 200               | 179
                Cai a      | Cai   | 2021-07-16 | 200               | 60
            """,
        },
        on="2021-07-16",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-07-16", "closes": None}),
            "Cai": "open",
        },
        evidence={
            "Ben": {
                "half-days there": 179,
                "half-days possible": 200,
                "percentage": 89.5,
                "on a plan since": "2021-01-04",
            }
        },
    )


def test_on_a_plan_on_the_last_day_of_the_record(worked_example):
    """A plan runs from its first to its last day; one that ends on that day leaves nothing."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-07-16 |
                Ben 1  | Ben   | 2021-07-17 |
                Cai 1  | Cai   | 2021-01-04 | 2021-07-16
                Dev 1  | Dev   | 2021-01-04 | 2021-07-15
                Ewa 1  | Ewa   | 2021-07-20 | 2021-06-01
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha a     | Asha  | 2021-07-16 | 100               | 50
                Ben a      | Ben   | 2021-07-16 | 100               | 50
                Cai a      | Cai   | 2021-07-16 | 100               | 50
                Dev a      | Dev   | 2021-07-16 | 100               | 50
                Ewa a      | Ewa   | 2021-07-16 | 100               | 50
                Finn a     | Finn  | 2021-07-16 | 100               | 50
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": "open",
            "Ben": "nothing",
            "Cai": "nothing",
            "Dev": "nothing",
            "Ewa": "nothing",
            "Finn": "nothing",
        },
    )


def test_runs_on_until_it_is_enough_or_the_plan_ends(worked_example):
    """Further low records are the same concern; enough again, or the end of the plans, closes it."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-04 |
                Ben 1  | Ben   | 2021-01-04 | 2021-08-02
                Cai 1  | Cai   | 2021-01-04 | 2021-08-02
                Cai 2  | Cai   | 2021-09-06 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Ben 2  | Ben   | 2021-08-02 | 2021-11-01
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha 1     | Asha  | 2021-03-31 | 100               | 50
                Asha 2     | Asha  | 2021-07-16 | 100               | 60
                Asha 3     | Asha  | 2021-10-22 | 100               | 95
                Asha 4     | Asha  | 2021-12-17 | 100               | 95
                Ben 1      | Ben   | 2021-07-16 | 100               | 50
                Cai 1      | Cai   | 2021-07-16 | 100               | 50
                Cai 2      | Cai   | 2021-10-22 | 100               | 50
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-31", "closes": "2021-10-22"}),
            "Ben": ("closed", {"opens": "2021-07-16", "closes": "2021-11-01"}),
            "Cai 2021-07-16": ("closed", {"closes": "2021-08-02"}),
            "Cai 2021-10-22": ("open", {"closes": None}),
        },
        evidence={
            "Asha": {"percentage": 50.0, "enough again": "2021-10-22"},
            "Ben": {"plan ended": "2021-11-01"},
        },
        why="Ben's two plans share a day and are one time.",
    )


def test_records_that_end_on_one_day(worked_example):
    """Records that end on one day are added up, such as of two schools."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-04 |
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha 1     | Asha  | 2021-07-16 | 100               | 80
                Asha 2     | Asha  | 2021-07-16 | 100               | 100
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing"},
    )


def test_records_that_do_not_say(worked_example):
    """A record with no half-days, or that does not say how many, is passed over."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-04 |
                Ben 1  | Ben   | 2021-01-04 |
                Cai 1  | Cai   | 2021-01-04 |
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha 1     | Asha  | 2021-07-16 | 100               | 50
                Asha 2     | Asha  | 2021-10-22 | 0                 | 0
                Ben 1      | Ben   | 2021-07-16 | 100               | 50
                Ben 2      | Ben   | 2021-07-16 | 500               |
                Cai 1      | Cai   | 2021-07-16 |                   | 50
            """,
        },
        on="2021-12-31",
        shows={"Asha": "open", "Ben": "open", "Cai": "nothing"},
        evidence={"Ben": {"half-days possible": 100}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks from 95% down is judged by its own limit."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-01-04 |
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha 1     | Asha  | 2021-07-16 | 100               | 94
            """,
        },
        on="2021-12-31",
        shows={"Asha": "open"},
        local_standards={"EDU-01": 95},
    )
