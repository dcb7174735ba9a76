"""Worked examples: strategy discussion held late."""

from sightline.rules.enquiry_and_conference.strategy_discussion_held_late import (
    STRATEGY_DISCUSSION_HELD_LATE as RULE,
)


def test_the_next_working_day_is_in_time(worked_example):
    """The working day after harm was suspected is in time, the one after that is late."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | needed_since | held
                Asha  | 2021-03-04   | 2021-03-05
                Ben   | 2021-03-04   | 2021-03-08
            """,
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": ("open", {"opens": "2021-03-08"})},
        evidence={"Ben": {"needed since": "2021-03-04", "needed by": "2021-03-05"}},
        why="4 March 2021 is a Thursday: Friday is in time, Monday is not.",
    )


def test_a_weekend_is_no_working_time(worked_example):
    """Where harm is suspected before a weekend the next working day is in time."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | needed_since | held
                Asha  | 2021-03-05   | 2021-03-08
                Ben   | 2021-03-05   | 2021-03-09
            """,
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": "open"},
    )


def test_it_stays_in_view_for_six_months(worked_example):
    """The concern closes six months after the discussion was held."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | needed_since | held
                Asha  | 2021-03-04   | 2021-03-08
                Ben   | 2021-03-04   | 2021-03-09
            """,
        },
        on="2021-09-08",
        shows={"Asha": ("closed", {"closes": "2021-09-08"}), "Ben": "open"},
    )


def test_a_discussion_that_does_not_say_since_when(worked_example):
    """A discussion that does not say since when it was needed is not judged."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | needed_since | held
                Asha  |              | 2021-03-08
                Ben   | 2021-03-08   | 2021-03-08
            """,
        },
        on="2021-03-31",
        shows={"Asha": "nothing", "Ben": "nothing"},
        why="Ben's was held on the very day.",
    )
