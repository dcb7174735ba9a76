"""Worked examples: transfer conference held late."""

from sightline.rules.enquiry_and_conference.transfer_conference_held_late import (
    TRANSFER_CONFERENCE_HELD_LATE as RULE,
)


def test_the_fifteenth_working_day_is_in_time(worked_example):
    """The fifteenth working day after notice of the move is in time, the next is late."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | move_notified | held
                Asha  | 2021-03-04    | 2021-03-25
                Ben   | 2021-03-04    | 2021-03-26
            """,
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-03-26"})},
        evidence={"Ben": {"told of the move": "2021-03-04", "due by": "2021-03-25"}},
    )


def test_other_conferences_are_not_judged(worked_example):
    """A conference that names no notice of a move took over no plan."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | move_notified | held       | transfer_in
                Asha  |               | 2021-03-26 | no
                Ben   | 2021-03-26    | 2021-03-26 | yes
            """,
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": "nothing"},
    )


def test_bank_holidays_do_not_count(worked_example):
    """Good Friday and Easter Monday are no working days."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | move_notified | held
                Asha  | 2021-03-22    | 2021-04-14
                Ben   | 2021-03-22    | 2021-04-15
            """,
        },
        on="2021-04-30",
        shows={"Asha": "nothing", "Ben": "open"},
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """The concern closes six months after the conference was held."""
    worked_example(
        RULE,
        {
            "initial_conferences": """
                child | move_notified | held
                Asha  | 2021-03-04    | 2021-03-26
                Ben   | 2021-03-04    | 2021-03-29
            """,
        },
        on="2021-09-26",
        shows={"Asha": ("closed", {"closes": "2021-09-26"}), "Ben": "open"},
    )
