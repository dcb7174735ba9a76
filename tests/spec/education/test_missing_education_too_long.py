"""Worked examples: child missing education for more than ten working days."""

from sightline.rules.education.missing_education_too_long import (
    MISSING_EDUCATION_TOO_LONG as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Taught again on the tenth working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "missing_education": """
                missing_education | child | started    | notified   | ended
                Asha m            | Asha  | 2021-09-06 | 2021-09-13 | 2021-09-20
                Ben m             | Ben   | 2021-09-06 | 2021-09-13 | 2021-09-21
            """
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"due": "2021-09-20"}),
            "Ben": ("late", {"opens": "2021-09-21", "closes": "2021-09-21"}),
        },
        evidence={
            "Ben": {
                "education stopped": "2021-09-06",
                "council told": "2021-09-13",
                "taught again": "2021-09-21",
            }
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "missing_education": """
                missing_education | child | started    | whereabouts_known
                Asha m            | Asha  | 2021-09-06 | no
                Ben m             | Ben   | 2021-09-07 | yes
            """
        },
        on="2021-09-21",
        shows={"Asha": "overdue", "Ben": "still in time"},
        evidence={"Asha": {"where the child is, known": False}},
    )


def test_no_longer_a_child(worked_example):
    """The duty lapses on the 18th birthday or on death."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2003-09-15 |
                Ben   | 2008-01-01 | 2021-09-30
            """,
            "missing_education": """
                missing_education | child | started
                Asha m            | Asha  | 2021-09-06
                Ben m             | Ben   | 2021-09-06
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-15"}),
            "Ben": ("late", {"closes": "2021-09-30"}),
        },
        evidence={"Asha": {"eighteenth birthday or death": "2021-09-15"}},
    )


def test_two_records_begun_on_one_day(worked_example):
    """Two records of one child begun on one day are one, met when the first of them is."""
    worked_example(
        RULE,
        {
            "missing_education": """
                missing_education | child | started    | ended
                Asha m1           | Asha  | 2021-09-06 | 2021-09-13
                Asha m2           | Asha  | 2021-09-06 |
            """
        },
        on="2021-10-31",
        shows={"Asha 2021-09-06": ("in time", {"met": "2021-09-13"})},
    )


def test_the_councils_own_limit(worked_example):
    """A council that gives five working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "missing_education": """
                missing_education | child | started
                Asha m            | Asha  | 2021-09-06
            """
        },
        on="2021-09-14",
        shows={"Asha": ("overdue", {"due": "2021-09-13"})},
        local_standards={"EDU-02": 5},
    )
