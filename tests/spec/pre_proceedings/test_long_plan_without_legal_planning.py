"""Worked examples: a year on a protection plan and no legal planning."""

from sightline.rules.pre_proceedings.long_plan_without_legal_planning import (
    LONG_PLAN_WITHOUT_LEGAL_PLANNING as RULE,
)


def test_open_from_the_day_after_twelve_months(worked_example):
    """The concern opens on the day after the plan has run twelve months."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-09-06 |
                Ben 1  | Ben   | 2020-09-07 |
            """
        },
        on="2021-09-07",
        shows={"Asha": ("open", {"opens": "2021-09-07", "closes": None}), "Ben": "nothing"},
        evidence={"Asha": {"plan started": "2020-09-06", "legal planning": None}},
    )


def test_closes_on_legal_planning_or_the_end_of_the_plan(worked_example):
    """Legal planning, pre-proceedings or the end of the plan closes it, whichever comes first."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-09-06 | 2021-12-01
                Ben 1  | Ben   | 2020-09-06 |
                Cai 1  | Cai   | 2020-09-06 | 2021-10-01
            """,
            "legal_planning_meetings": """
                legal_planning_meeting | child | held
                Asha l                 | Asha  | 2021-11-01
                Asha m                 | Asha  | 2021-11-08
                Cai l                  | Cai   | 2021-11-01
            """,
            "pre_proceedings": """
                pre_proceedings | child | decided
                Ben p           | Ben   | 2021-10-04
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-11-01"}),
            "Ben": ("closed", {"closes": "2021-10-04"}),
            "Cai": ("closed", {"closes": "2021-10-01"}),
        },
        evidence={"Asha": {"legal planning": "2021-11-01"}},
    )


def test_legal_planning_in_time(worked_example):
    """Planning from the first day of the plan to the day the concern would open leaves nothing."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-09-06 |
                Ben 1  | Ben   | 2020-09-06 |
                Cai 1  | Cai   | 2020-09-06 |
                Dev 1  | Dev   | 2020-09-06 | 2021-09-07
            """,
            "legal_planning_meetings": """
                legal_planning_meeting | child | held
                Asha l                 | Asha  | 2020-09-06
                Ben l                  | Ben   | 2020-09-05
                Cai l                  | Cai   | 2021-09-07
            """,
        },
        on="2021-12-31",
        shows={"Asha": "nothing", "Ben": "open", "Cai": "nothing", "Dev": "nothing"},
        why="Ben's meeting was before the plan began. Dev's plan ended on the very day.",
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans of one child are one plan, from the earliest start to the latest end."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-09-06 | 2021-03-01
                Asha 2 | Asha  | 2021-02-01 |
            """
        },
        on="2021-09-07",
        shows={"Asha 2020-09-06": ("open", {"opens": "2021-09-07"})},
        evidence={"Asha 2020-09-06": {"second record of the plan from": "2021-02-01"}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that looks after nine months is judged by its own limit."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2020-09-06 |
            """
        },
        on="2021-06-30",
        shows={"Asha": ("open", {"opens": "2021-06-07"})},
        local_standards={"PLO-08": 9},
    )
