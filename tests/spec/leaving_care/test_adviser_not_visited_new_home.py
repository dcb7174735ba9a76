"""Worked examples: personal adviser did not visit the new home within a week."""

from sightline.rules.leaving_care.adviser_not_visited_new_home import (
    ADVISER_NOT_VISITED_NEW_HOME as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A visit on the seventh day after the move is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | yes
                Ben   | 2021-03-01 |       | yes
            """,
            "care_leaver_contacts": """
                child | contacted  | home_seen
                Asha  | 2021-02-28 | yes
                Asha  | 2021-03-08 | yes
                Asha  | 2021-03-20 | yes
                Ben   | 2021-03-09 | yes
            """,
        },
        on="2021-04-01",
        shows={
            "Asha": ("in time", {"due": "2021-03-08", "met": "2021-03-08"}),
            "Ben": ("late", {"opens": "2021-03-09", "closes": "2021-03-09"}),
        },
    )


def test_the_home_must_have_been_seen(worked_example):
    """A contact at which the home was not seen, or that does not say, is no visit to it."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | yes
                Ben   | 2021-03-01 |       | yes
                Cai   | 2021-03-02 |       | yes
                Dee   | 2021-03-01 |       | yes
            """,
            "care_leaver_contacts": """
                child | contacted  | home_seen
                Asha  | 2021-03-04 | no
                Ben   | 2021-03-04 |
                Dee   | 2021-03-01 | yes
            """,
        },
        on="2021-03-09",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-09"}),
            "Ben": "overdue",
            "Cai": ("still in time", {"due": "2021-03-09"}),
            "Dee": "in time",
        },
    )


def test_only_homes_the_council_provided(worked_example):
    """A home that the council did not provide, or that does not say so, asks for no such visit."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | no
                Ben   | 2021-03-01 |       |
            """
        },
        on="2021-06-01",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )


def test_moving_out_lapses_it(worked_example):
    """Moving out within the week lapses the duty; later it was late."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended      | provided_by_council
                Asha  | 2021-03-01 | 2021-03-06 | yes
                Ben   | 2021-03-01 | 2021-03-12 | yes
                Cai   | 2021-03-05 | 2021-03-01 | yes
            """
        },
        on="2021-04-01",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-06"}),
            "Ben": ("late", {"opens": "2021-03-09", "closes": "2021-03-12"}),
            "Cai": "nothing",
        },
        why="Cai's row ends before it begins, which nobody can judge.",
    )
