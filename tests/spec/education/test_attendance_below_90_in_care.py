"""Worked examples: child in care at school less than 90% of the time."""

from sightline.rules.education.attendance_below_90_in_care import (
    ATTENDANCE_BELOW_90_IN_CARE as RULE,
)


def test_ninety_percent_is_enough(worked_example):
    """Exactly 90% is enough; a half-day less in two hundred opens a concern."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                episode | child | started    | ended
                Asha 1  | Asha  | 2021-01-04 |
                Ben 1   | Ben   | 2021-01-04 |
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha a     | Asha  | 2021-07-16 | 200               | 180
                Ben a      | Ben   | 2021-07-16 | 200               | 179
            """,
        },
        on="2021-07-16",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-07-16", "closes": None})},
        evidence={"Ben": {"percentage": 89.5, "in care since": "2021-01-04"}},
    )


def test_in_care_on_the_last_day_of_the_record(worked_example):
    """A child on a plan and not in care is asked about elsewhere; so is one who has left care."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                episode | child | started    | ended
                Asha 1  | Asha  | 2021-07-16 |
                Ben 1   | Ben   | 2021-07-17 |
                Cai 1   | Cai   | 2021-01-04 | 2021-07-16
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Dev 1  | Dev   | 2021-01-04 |
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha a     | Asha  | 2021-07-16 | 100               | 50
                Ben a      | Ben   | 2021-07-16 | 100               | 50
                Cai a      | Cai   | 2021-07-16 | 100               | 50
                Dev a      | Dev   | 2021-07-16 | 100               | 50
            """,
        },
        on="2021-12-31",
        shows={"Asha": "open", "Ben": "nothing", "Cai": "nothing", "Dev": "nothing"},
    )


def test_runs_on_until_it_is_enough_or_the_child_leaves_care(worked_example):
    """Further low records are the same concern; enough again, or leaving care, closes it."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                episode | child | started    | ended
                Asha 1  | Asha  | 2021-01-04 |
                Ben 1   | Ben   | 2021-01-04 | 2021-08-02
                Ben 2   | Ben   | 2021-08-02 | 2021-11-01
            """,
            "school_attendance": """
                attendance | child | until      | sessions_possible | sessions_attended
                Asha 1     | Asha  | 2021-03-31 | 100               | 50
                Asha 2     | Asha  | 2021-07-16 | 100               | 60
                Asha 3     | Asha  | 2021-10-22 | 100               | 95
                Ben 1      | Ben   | 2021-07-16 | 100               | 50
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"opens": "2021-03-31", "closes": "2021-10-22"}),
            "Ben": ("closed", {"closes": "2021-11-01"}),
        },
        evidence={"Ben": {"left care": "2021-11-01", "half-days there": 50}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks from 95% down is judged by its own limit."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                episode | child | started    | ended
                Asha 1  | Asha  | 2021-01-04 |
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
