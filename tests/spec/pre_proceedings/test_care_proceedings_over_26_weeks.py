"""Worked examples: care proceedings longer than 26 weeks."""

from sightline.rules.pre_proceedings.care_proceedings_over_26_weeks import (
    CARE_PROCEEDINGS_OVER_26_WEEKS as RULE,
)


def test_the_last_day_is_in_time(worked_example):
    """A last order 26 weeks to the day after the application is in time, a day later it is late."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | application_issued | proceedings_ended
                Asha p          | Asha  | 2021-03-01         | 2021-08-30
                Ben p           | Ben   | 2021-03-01         | 2021-08-31
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("in time", {"due": "2021-08-30"}),
            "Ben": ("late", {"opens": "2021-08-31", "closes": "2021-08-31"}),
        },
        evidence={"Asha": {"application issued": "2021-03-01", "last order": "2021-08-30"}},
        why="The last day may be a bank holiday: every day counts.",
    )


def test_overdue_only_once_the_last_day_is_over(worked_example):
    """On the last day it is still in time, then overdue. Without an application no clock runs."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | application_issued
                Asha p          | Asha  | 2021-01-04 | 2021-03-01
                Ben p           | Ben   | 2021-01-04 | 2021-03-02
                Cai p           | Cai   | 2021-01-04 |
            """
        },
        on="2021-08-31",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
    )


def test_no_longer_a_child(worked_example):
    """The duty lapses on the 18th birthday or on death."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2003-06-01 |
                Ben   | 2010-06-01 | 2021-09-06
            """,
            "pre_proceedings": """
                pre_proceedings | child | application_issued
                Asha p          | Asha  | 2021-03-01
                Ben p           | Ben   | 2021-03-01
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-06-01"}),
            "Ben": ("late", {"closes": "2021-09-06"}),
        },
    )


def test_before_the_law_set_a_limit(worked_example):
    """The 26 weeks are law since 22 April 2014; of an application before that, nobody can tell."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | application_issued | proceedings_ended
                Asha p          | Asha  | 2014-04-21         | 2014-12-01
                Ben p           | Ben   | 2014-04-22         | 2014-10-01
            """
        },
        on="2014-12-31",
        shows={"Asha": "cannot tell", "Ben": "in time"},
    )
