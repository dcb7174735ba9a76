"""Worked examples: needs on leaving care not assessed in time."""

from sightline.rules.leaving_care.pathway_needs_not_assessed import (
    PATHWAY_NEEDS_NOT_ASSESSED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Three months after the sixteenth birthday is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-03-10
                Ben   | 2004-03-10
                Cai   | 2004-03-10
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-01-01 | 2020-06-01
                Asha  | 2020-06-01 |
                Ben   | 2018-01-01 |
                Cai   | 2018-01-01 |
            """,
            "pathway_needs_assessments": """
                child | started    | completed
                Asha  | 2020-05-01 | 2020-06-10
                Asha  | 2020-05-01 | 2020-06-20
                Ben   | 2020-05-01 | 2020-06-11
                Cai   | 2019-12-01 | 2020-01-15
            """,
        },
        on="2020-07-01",
        shows={
            "Asha": ("in time", {"starts": "2020-03-10", "due": "2020-06-10"}),
            "Ben": ("late", {"opens": "2020-06-11", "closes": "2020-06-11"}),
            "Cai": ("in time", {"met": "2020-01-15"}),
        },
        why="Asha moved while in care, which starts nothing anew. Cai was assessed before turning 16.",
    )


def test_overdue_from_the_day_after(worked_example):
    """Overdue from the day after the due day, also for a young person who has left care."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-03-10
                Ben   | 2004-03-11
                Cai   | 2004-03-10
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-01-01 | 2020-04-01
                Ben   | 2018-01-01 |
                Cai   | 2018-01-01 |
            """,
            "pathway_needs_assessments": """
                child | started    | completed
                Cai   | 2020-05-01 |
            """,
        },
        on="2020-06-11",
        shows={
            "Asha": ("overdue", {"opens": "2020-06-11"}),
            "Ben": ("still in time", {"due": "2020-06-11"}),
            "Cai": "overdue",
        },
        why="Cai's assessment has begun and is not finished.",
        evidence={"Asha": {"sixteenth birthday": "2020-03-10", "needs assessed": None}},
    )


def test_thirteen_weeks_in_care(worked_example):
    """Who comes into care late becomes eligible after 13 weeks, if still in care then."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-03-10
                Ben   | 2004-03-10
                Cai   | 2004-03-10
                Dee   |
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2020-02-03 |
                Ben   | 2020-02-03 | 2020-05-04
                Cai   | 2020-02-03 | 2020-05-05
                Dee   | 2018-02-03 |
            """,
        },
        on="2020-06-01",
        shows={
            "Asha": ("still in time", {"starts": "2020-05-04", "due": "2020-08-04"}),
            "Ben": "nothing",
            "Cai": ("still in time", {"starts": "2020-05-04"}),
            "Dee": "nothing",
        },
        why="Ben left on the day that would have made it 13 weeks. Of Dee no birthday is recorded.",
    )


def test_times_in_care_are_added_up(worked_example):
    """Times in care since 14 are added up, each day once."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-03-10
                Ben   | 2004-03-10
                Cai   | 2004-03-10
                Dee   | 2004-03-10
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-06-01 | 2018-07-20
                Asha  | 2020-04-01 |
                Ben   | 2018-06-01 | 2018-07-20
                Ben   | 2018-06-10 | 2018-06-30
                Ben   | 2018-07-01 | 2018-07-20
                Ben   | 2020-04-01 |
                Cai   | 2017-12-10 | 2018-04-10
                Cai   | 2020-04-01 |
                Dee   | 2018-06-01 | 2018-06-21
                Dee   | 2018-08-01 | 2018-08-30
                Dee   | 2020-04-01 |
            """,
        },
        on="2020-06-10",
        shows={
            "Asha": ("still in time", {"starts": "2020-05-13"}),
            "Ben": ("still in time", {"starts": "2020-05-13"}),
            "Cai": ("still in time", {"starts": "2020-05-31"}),
            "Dee": ("still in time", {"starts": "2020-05-13"}),
        },
        why="Asha had 49 days behind her and needs 42 more; Cai's care before 14 counts towards nothing.",
    )


def test_in_care_at_sixteen_or_later(worked_example):
    """Care that ended by the sixteenth birthday makes nobody eligible; coming back into care may."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-03-10
                Ben   | 2004-03-10
                Cai   | 2004-03-10
                Dee   | 2004-03-10
            """,
            "care_episodes": """
                child | started    | ended      | legal_status
                Asha  | 2018-06-01 | 2020-01-10 | V2
                Asha  | 2020-09-01 |            |
                Ben   | 2018-06-01 | 2020-01-10 | V2
                Cai   | 2018-06-01 | 2020-03-10 | V2
                Dee   | 2018-06-01 |            | V4
            """,
        },
        on="2020-10-01",
        shows={
            "Asha": ("still in time", {"starts": "2020-09-01"}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
        },
        why="Cai left on the birthday itself. Dee has short breaks only.",
    )


def test_turning_18_or_death_lapses_it(worked_example):
    """Turning 18 or death lapses the duty; by then it may have been overdue."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2004-03-10 |
                Ben   | 2004-03-10 | 2020-05-01
                Cai   | 2004-03-10 |
                Dee   | 2004-03-10 |
            """,
            "care_episodes": """
                child | started
                Asha  | 2021-10-01
                Ben   | 2018-01-01
                Cai   | 2021-12-09
                Dee   | 2018-01-01
            """,
        },
        on="2022-06-01",
        shows={
            "Asha": ("no longer required", {"due": "2022-03-31", "lapses": "2022-03-10"}),
            "Ben": ("no longer required", {"lapses": "2020-05-01"}),
            "Cai": "nothing",
            "Dee": ("late", {"opens": "2020-06-11", "closes": "2022-03-10"}),
        },
        why="Cai would have been eligible on the eighteenth birthday.",
    )
