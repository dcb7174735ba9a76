"""Worked examples: no pathway plan after needs were assessed."""

from sightline.rules.leaving_care.pathway_plan_not_made import PATHWAY_PLAN_NOT_MADE as RULE


def test_the_due_day_itself_is_in_time(worked_example):
    """The twentieth working day after the assessment is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "pathway_needs_assessments": """
                child | started    | completed
                Asha  | 2021-08-02 | 2021-09-06
                Ben   | 2021-08-02 | 2021-09-06
                Cai   | 2021-08-02 | 2021-09-06
            """,
            "pathway_plans": """
                child | agreed
                Asha  | 2021-10-04
                Asha  | 2021-11-04
                Ben   | 2021-10-05
                Cai   | 2021-08-30
            """,
        },
        on="2021-12-01",
        shows={
            "Asha": ("in time", {"due": "2021-10-04", "met": "2021-10-04"}),
            "Ben": ("late", {"opens": "2021-10-05", "closes": "2021-10-05"}),
            "Cai": ("in time", {"met": "2021-08-30"}),
        },
        why="Monday 6 September plus twenty working days is Monday 4 October.",
    )


def test_overdue_from_the_day_after(worked_example):
    """Overdue from the day after the due day; an assessment still running starts nothing."""
    worked_example(
        RULE,
        {
            "pathway_needs_assessments": """
                child | started    | completed
                Asha  | 2021-08-02 | 2021-09-06
                Asha  | 2021-08-02 | 2021-09-20
                Ben   | 2021-08-02 | 2021-09-07
                Cai   | 2021-08-02 |
            """,
        },
        on="2021-10-05",
        shows={
            "Asha": ("overdue", {"starts": "2021-09-06", "opens": "2021-10-05"}),
            "Ben": ("still in time", {"due": "2021-10-05"}),
            "Cai": "nothing",
        },
    )


def test_turning_21_or_death_lapses_it(worked_example):
    """The twenty-first birthday or death lapses the duty."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2000-09-20 |
                Ben   | 2003-09-20 | 2021-09-10
                Cai   | 2000-10-05 |
                Dee   | 2001-09-20 |
            """,
            "pathway_needs_assessments": """
                child | started    | completed
                Asha  | 2021-08-02 | 2021-09-06
                Ben   | 2021-08-02 | 2021-09-06
                Cai   | 2021-08-02 | 2021-09-06
                Dee   | 2021-08-02 | 2021-09-06
            """,
        },
        on="2021-10-20",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-20"}),
            "Ben": ("no longer required", {"lapses": "2021-09-10"}),
            "Cai": ("late", {"opens": "2021-10-05", "closes": "2021-10-05"}),
            "Dee": "overdue",
        },
    )


def test_the_councils_own_limit(worked_example):
    """A council that allows itself 30 working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "pathway_needs_assessments": """
                child | started    | completed
                Asha  | 2021-08-02 | 2021-09-06
            """,
        },
        on="2021-10-05",
        shows={"Asha": ("still in time", {"due": "2021-10-18"})},
        local_standards={"PPN-07": 30},
    )
