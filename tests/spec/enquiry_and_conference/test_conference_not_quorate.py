"""Worked examples: conference that was not quorate."""

from sightline.rules.enquiry_and_conference.conference_not_quorate import (
    CONFERENCE_NOT_QUORATE as RULE,
)


def test_three_agencies_are_enough(worked_example):
    """Three agencies make a conference quorate, two do not."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | held       | agencies_attended
                Asha  | 2021-03-08 | 3
                Ben   | 2021-03-08 | 2
            """,
            "review_conferences": """
                child | held       | agencies_attended
                Cai   | 2021-03-08 | 3
                Dina  | 2021-03-08 | 2
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-03-08"}),
            "Cai": "nothing",
            "Dina": "open",
        },
        evidence={
            "Ben": {"kind of conference": "initial conference"},
            "Dina": {"kind of conference": "review conference"},
        },
    )


def test_the_count_decides_over_the_word(worked_example):
    """Where agencies are counted the count decides, otherwise what the record says."""
    worked_example(
        RULE,
        {
            "review_conferences": """
                child | held       | agencies_attended | quorate
                Asha  | 2021-03-08 | 2                 | yes
                Ben   | 2021-03-08 | 4                 | no
                Cai   | 2021-03-08 |                   | no
                Dina  | 2021-03-08 |                   | yes
                Efa   | 2021-03-08 |                   |
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": "open",
            "Ben": "nothing",
            "Cai": "open",
            "Dina": "nothing",
            "Efa": "cannot tell",
        },
    )


def test_the_next_quorate_conference_closes_it(worked_example):
    """The next quorate conference on a later day closes the concern."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | held       | quorate
                Asha  | 2021-03-08 | no
                Ben   | 2021-03-08 | no
                Cai   | 2021-03-08 | no
            """,
            "review_conferences": """
                child | held       | quorate
                Asha  | 2021-06-07 | yes
                Asha  | 2021-08-02 | yes
                Ben   | 2021-06-07 | no
                Cai   | 2021-03-08 | yes
            """,
        },
        on="2021-08-31",
        shows={
            "Asha": ("closed", {"closes": "2021-06-07"}),
            "Ben 2021-03-08": ("open", {"closes": None}),
            "Ben 2021-06-07": "open",
            "Cai": "open",
        },
        why="Cai had a quorate review on the same day, which is no later day.",
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """Without one the concern closes after six months."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | held       | quorate
                Asha  | 2021-03-08 | no
                Ben   | 2021-03-09 | no
            """,
        },
        on="2021-09-08",
        shows={"Asha": ("closed", {"closes": "2021-09-08"}), "Ben": "open"},
    )
