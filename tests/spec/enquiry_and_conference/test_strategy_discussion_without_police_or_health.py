"""Worked examples: strategy discussion without the police or health."""

from sightline.rules.enquiry_and_conference.strategy_discussion_without_police_or_health import (
    STRATEGY_DISCUSSION_WITHOUT_POLICE_OR_HEALTH as RULE,
)


def test_both_take_part(worked_example):
    """Where the police and health took part there is nothing; where one did not the concern opens."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | held       | police_attended | health_attended | other_agencies_attended
                Asha  | 2021-03-08 | yes             | yes             | no
                Ben   | 2021-03-08 | no              | yes             | yes
                Cai   | 2021-03-08 | yes             | no              |
                Dina  | 2021-03-08 | no              | no              | yes
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-03-08"}),
            "Cai": "open",
            "Dina": "open",
        },
    )


def test_where_attendance_is_not_recorded(worked_example):
    """Where one took part and nothing is said of the other, the records cannot tell."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | held       | police_attended | health_attended
                Asha  | 2021-03-08 | yes             |
                Ben   | 2021-03-08 |                 |
                Cai   | 2021-03-08 |                 | no
            """,
        },
        on="2021-03-31",
        shows={"Asha": "cannot tell", "Ben": "cannot tell", "Cai": "open"},
        why="Whoever came to Cai's, health did not.",
    )


def test_a_later_discussion_with_both_closes_it(worked_example):
    """The next discussion with both, on a later day, closes the concern."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | held       | police_attended | health_attended
                Asha  | 2021-03-08 | no              | yes
                Asha  | 2021-04-12 | yes             | yes
                Asha  | 2021-04-26 | yes             | yes
                Ben   | 2021-03-08 | no              | yes
                Ben   | 2021-04-12 | no              | yes
                Cai   | 2021-03-08 | no              | yes
                Cai   | 2021-03-08 | yes             | yes
            """,
        },
        on="2021-05-31",
        shows={
            "Asha": ("closed", {"closes": "2021-04-12"}),
            "Ben 2021-03-08": ("open", {"closes": None}),
            "Ben 2021-04-12": "open",
            "Cai": "open",
        },
        why="Cai had two discussions on one day, and the concern of that day stays.",
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """Without one the concern closes after six months."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | held       | police_attended | health_attended
                Asha  | 2021-03-08 | no              | yes
                Ben   | 2021-03-09 | no              | yes
            """,
        },
        on="2021-09-08",
        shows={"Asha": ("closed", {"closes": "2021-09-08"}), "Ben": "open"},
    )
