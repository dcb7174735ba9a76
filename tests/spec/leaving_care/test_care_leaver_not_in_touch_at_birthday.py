"""Worked examples: council not in touch with a care leaver around the birthday."""

from sightline.rules.leaving_care.care_leaver_not_in_touch_at_birthday import (
    CARE_LEAVER_NOT_IN_TOUCH_AT_BIRTHDAY as RULE,
)


def test_both_ends_of_the_time_are_inside(worked_example):
    """Contact from three months before to one month after the birthday is in time."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2003-03-10
                Ben   | 2003-03-10
                Cai   | 2003-03-10
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-01-01 | 2020-09-01
                Ben   | 2018-01-01 | 2020-09-01
                Cai   | 2018-01-01 | 2020-09-01
            """,
            "care_leaver_contacts": """
                child | contacted  | mode
                Asha  | 2020-12-09 | in person
                Asha  | 2021-04-10 | in person
                Asha  | 2021-04-20 | in person
                Ben   | 2021-04-11 | in person
                Cai   | 2020-12-10 | virtual
            """,
        },
        on="2021-05-01",
        shows={
            "Asha": ("in time", {"due": "2021-04-10", "met": "2021-04-10"}),
            "Ben": ("late", {"opens": "2021-04-11", "closes": "2021-04-11"}),
            "Cai": ("in time", {"met": "2020-12-10"}),
        },
        why="All three turned 18 on 10 March 2021. A year before they were still in care.",
    )


def test_overdue_from_the_day_after(worked_example):
    """Overdue from the day after the month is over; an attempt is no contact."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2003-03-10
                Ben   | 2003-03-10
                Cai   | 2003-03-11
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-01-01 | 2020-09-01
                Ben   | 2018-01-01 | 2020-09-01
                Cai   | 2018-01-01 | 2020-09-01
            """,
            "care_leaver_contacts": """
                child | contacted  | mode
                Asha  | 2021-03-10 | attempted
                Ben   | 2021-03-10 |
            """,
        },
        on="2021-04-11",
        shows={
            "Asha": ("overdue", {"opens": "2021-04-11"}),
            "Ben": "overdue",
            "Cai": ("still in time", {"due": "2021-04-11"}),
        },
        evidence={"Asha": {"contact counts from": "2020-12-10", "eligible from": "2019-03-10"}},
    )


def test_from_17_to_21(worked_example):
    """The 17th to the 21st birthday count, on which the young person is not in care."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2004-03-10
                Ben   | 1999-03-10
                Cai   | 2004-03-10
                Dee   | 2004-03-10
                Eve   | 2004-03-10
                Fay   | 2004-03-10
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-01-01 | 2020-06-01
                Asha  | 2021-04-01 |
                Ben   | 2014-01-01 | 2017-03-10
                Cai   | 2018-01-01 | 2020-06-01
                Cai   | 2021-03-10 |
                Dee   | 2018-01-01 | 2021-03-11
                Eve   | 2021-02-15 | 2021-03-01
                Fay   | 2018-06-01 | 2018-08-20
                Fay   | 2021-04-01 |
            """,
        },
        on="2021-05-01",
        shows={
            "Asha 2021-03-10": "overdue",
            "Ben 2017-03-10": "overdue",
            "Ben 2018-03-10": "overdue",
            "Ben 2019-03-10": "overdue",
            "Ben 2020-03-10": "overdue",
            "Cai": "nothing",
            "Dee": "nothing",
            "Eve": "nothing",
            "Fay": "nothing",
        },
        why="Ben left care on his 18th birthday. Cai came back into care on the 17th and Dee left the day "
        "after it. Eve was in care for two weeks only. Fay became eligible a month after turning 17.",
    )


def test_death_lapses_it(worked_example):
    """Death lapses the question."""
    worked_example(
        RULE,
        {
            "children": """
                child | born       | died
                Asha  | 2003-03-10 | 2021-03-20
            """,
            "care_episodes": """
                child | started    | ended
                Asha  | 2018-01-01 | 2020-09-01
            """,
        },
        on="2021-05-01",
        shows={"Asha": ("no longer required", {"lapses": "2021-03-20"})},
    )
