"""Worked examples: care leaver not visited at home for two months."""

from sightline.rules.leaving_care.adviser_visit_over_2_months import (
    ADVISER_VISIT_OVER_2_MONTHS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A visit two months after the last is in time, a day later it is late."""
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
                Asha  | 2021-03-05 | yes
                Asha  | 2021-05-05 | yes
                Ben   | 2021-03-05 | yes
                Ben   | 2021-05-06 | yes
            """,
        },
        on="2021-07-06",
        shows={
            "Asha 2021-03-05": ("in time", {"due": "2021-05-05", "met": "2021-05-05"}),
            "Asha 2021-05-05": ("overdue", {"opens": "2021-07-06"}),
            "Ben 2021-03-05": ("late", {"opens": "2021-05-06", "closes": "2021-05-06"}),
            "Ben 2021-05-06": ("still in time", {"due": "2021-07-06"}),
        },
        why="The first visit to the home is another rule, so no clock starts on 1 March.",
    )


def test_the_home_must_have_been_seen(worked_example):
    """A contact at which the home was not seen neither meets nor starts a clock."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended | provided_by_council
                Asha  | 2021-03-01 |       | yes
                Ben   | 2021-03-01 |       | no
            """,
            "care_leaver_contacts": """
                child | contacted  | home_seen
                Asha  | 2021-02-20 | yes
                Asha  | 2021-03-05 | yes
                Asha  | 2021-04-05 | no
                Asha  | 2021-04-20 |
                Ben   | 2021-03-05 | yes
            """,
        },
        on="2021-05-06",
        shows={"Asha 2021-03-05": "overdue", "Ben": "nothing"},
        why="Asha was first visited before the council provided a home; Ben's home is not the council's.",
    )


def test_leaving_the_home_lapses_the_clock(worked_example):
    """Leaving the home lapses the clock, and a visit that day starts none."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended      | provided_by_council
                Asha  | 2021-03-01 | 2021-05-05 | yes
                Ben   | 2021-03-01 | 2021-05-20 | yes
                Cai   | 2021-03-01 | 2021-04-20 | yes
            """,
            "care_leaver_contacts": """
                child | contacted  | home_seen
                Asha  | 2021-03-05 | yes
                Ben   | 2021-03-05 | yes
                Cai   | 2021-03-01 | yes
                Cai   | 2021-04-20 | yes
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-05-05"}),
            "Ben": ("late", {"opens": "2021-05-06", "closes": "2021-05-20"}),
            "Cai": ("in time", {"met": "2021-04-20"}),
        },
    )


def test_homes_that_follow_one_another_are_one_time(worked_example):
    """Homes that follow one another without a day between are one time; a day between parts them."""
    worked_example(
        RULE,
        {
            "care_leaver_accommodation": """
                child | started    | ended      | provided_by_council
                Asha  | 2021-03-01 | 2021-04-01 | yes
                Asha  | 2021-04-01 |            | yes
                Ben   | 2021-03-01 | 2021-04-01 | yes
                Ben   | 2021-04-02 |            | yes
                Cai   | 2021-03-01 | 2021-04-20 | yes
                Cai   | 2021-03-10 | 2021-03-20 | yes
                Cai   | 2021-04-01 |            | yes
            """,
            "care_leaver_contacts": """
                child | contacted  | home_seen
                Asha  | 2021-03-05 | yes
                Ben   | 2021-03-05 | yes
                Cai   | 2021-03-05 | yes
            """,
        },
        on="2021-05-06",
        shows={
            "Asha": ("overdue", {"due": "2021-05-05", "lapses": None}),
            "Ben": ("no longer required", {"lapses": "2021-04-01"}),
            "Cai": "overdue",
        },
        evidence={"Asha": {"in homes from the council since": "2021-03-01"}},
    )
