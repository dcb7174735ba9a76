"""Worked examples: visits to a child in care at most six weeks apart."""

from sightline.rules.in_care.care_visit_overdue import (
    CARE_VISIT_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """Six weeks to the day after the last visit is in time, the day after is late."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2021-03-01 |       | U6
                Ben   | 2021-03-01 |       | U6
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Asha  | 2021-04-14 | yes
                Ben   | 2021-03-03 | yes
                Ben   | 2021-04-15 | yes
                Ben   | 2021-04-15 | yes
            """,
        },
        on="2021-05-20",
        shows={
            "Asha 2021-03-03": ("in time", {"due": "2021-04-14", "met": "2021-04-14"}),
            "Asha 2021-04-14": "still in time",
            "Ben 2021-03-03": ("late", {"opens": "2021-04-15", "closes": "2021-04-15"}),
            "Ben 2021-04-15": "still in time",
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the next visit is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type
                Asha  | 2021-03-01 |       | U6
                Ben   | 2021-03-01 |       | U6
                Cai   | 2021-03-01 |       | U6
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-04 | yes
                Cai   | 2021-02-24 | yes
            """,
        },
        on="2021-04-15",
        shows={
            "Asha": ("overdue", {"opens": "2021-04-15"}),
            "Ben": ("still in time", {"due": "2021-04-15"}),
            "Cai": "nothing",
        },
        why="Cai has not been seen in this placement: the first visit is asked about by another rule.",
    )


def test_leaving_lapses_it(worked_example):
    """Leaving lapses the clock, and a visit on that day starts none."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-03-01 | 2021-03-20 | U6
                Ben   | 2021-03-01 | 2021-05-03 | U6
                Cai   | 2021-03-01 | 2021-03-12 | U6
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Asha  | 2021-03-22 | yes
                Ben   | 2021-03-03 | yes
                Cai   | 2021-03-03 | yes
                Cai   | 2021-03-12 | yes
            """,
        },
        on="2021-05-20",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-20", "met": None}),
            "Ben": ("late", {"closes": "2021-05-03"}),
            "Cai": "in time",
        },
    )


def test_after_the_first_year(worked_example):
    """After a year it is six weeks only where the placement is not meant to last."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
                Ben   | 2019-06-03   | 2019-06-03 |       | C2
                Cai   | 2019-06-03   | 2019-06-03 |       | C2
                Dee   | 2019-06-03   | 2019-06-03 |       | C2
                Eli   | 2019-06-03   | 2019-06-03 |       | C2
                Fay   | 2019-06-03   | 2019-06-03 |       | C2
                Gus   | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended | type | long_term_agreed
                Asha  | 2020-03-01 |       | U6   |
                Ben   | 2020-03-01 |       | U4   |
                Cai   | 2020-03-02 |       | U4   |
                Dee   | 2020-03-01 |       | K2   | 2021-03-01
                Eli   | 2020-03-01 |       | K2   | 2021-03-02
                Fay   | 2020-03-01 |       |      |
                Gus   | 2020-03-01 |       | U1   |
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-01 | yes
                Ben   | 2021-03-01 | yes
                Cai   | 2021-03-01 | yes
                Dee   | 2021-03-01 | yes
                Eli   | 2021-03-01 | yes
                Fay   | 2021-03-01 | yes
                Gus   | 2021-03-01 | yes
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": "overdue",
            "Ben": "nothing",
            "Cai": "overdue",
            "Dee": "nothing",
            "Eli": "overdue",
            "Fay": "overdue",
            "Gus": "nothing",
        },
        why="On the day of the visit Cai's first year was not over, and nobody had agreed yet that Eli stays.",
    )


def test_where_the_law_asks_for_more(worked_example):
    """Visits to a parent under an interim order, or to a relative approved for now, are asked about by other rules."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2021-03-01   | 2021-03-01 |       | C1
                Ben   | 2021-03-01   | 2021-03-01 |       | C2
                Cai   | 2021-03-01   | 2021-03-01 |       | C1
                Dee   | 2021-03-01   | 2021-03-01 |       | C2
                Eli   | 2021-03-01   | 2021-03-01 |       | C2
                Fay   | 2021-03-01   | 2021-03-01 |       | C2
            """,
            "placements": """
                child | started    | ended | type | temporary_approval | full_approval_decided
                Asha  | 2021-03-01 |       | P1   |                    |
                Ben   | 2021-03-01 |       | P1   |                    |
                Cai   | 2021-03-01 |       | U6   |                    |
                Dee   | 2021-03-01 |       | U3   | 2021-03-03         |
                Eli   | 2021-03-01 |       | U3   | 2021-03-04         |
                Fay   | 2021-03-01 |       | U3   | 2021-03-01         | 2021-03-03
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Ben   | 2021-03-03 | yes
                Cai   | 2021-03-03 | yes
                Dee   | 2021-03-03 | yes
                Eli   | 2021-03-03 | yes
                Fay   | 2021-03-03 | yes
            """,
        },
        on="2021-04-30",
        shows={
            "Asha": "nothing",
            "Ben": "overdue",
            "Cai": "overdue",
            "Dee": "nothing",
            "Eli": "overdue",
            "Fay": "overdue",
        },
        why="Eli's carer was approved after the visit, and Fay's was decided on by then.",
    )


def test_each_placement_by_itself(worked_example):
    """A visit in a placement starts no clock in the next."""
    worked_example(
        RULE,
        {
            "care_episodes": """
                child | entered_care | started    | ended | legal_status
                Asha  | 2019-06-03   | 2019-06-03 |       | C2
            """,
            "placements": """
                child | started    | ended      | type
                Asha  | 2021-03-01 | 2021-03-15 | U6
                Asha  | 2021-03-15 |            | U6
            """,
            "care_visits": """
                child | visited    | child_seen
                Asha  | 2021-03-03 | yes
                Asha  | 2021-03-22 | yes
            """,
        },
        on="2021-05-20",
        shows={
            "Asha 2021-03-03": ("no longer required", {"lapses": "2021-03-15"}),
            "Asha 2021-03-22": ("overdue", {"due": "2021-05-03"}),
        },
        evidence={"Asha 2021-03-22": {"placement started": "2021-03-15"}},
    )
