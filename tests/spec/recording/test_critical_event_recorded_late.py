"""Worked examples: critical event written up late."""

from sightline.rules.recording.critical_event_recorded_late import (
    CRITICAL_EVENT_RECORDED_LATE as RULE,
)


def test_the_next_day_is_in_time(worked_example):
    """Written up the next day is in time, a weekend's too; the day after is late."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | held       | recorded_on
                Asha  | 2021-03-05 | 2021-03-06
                Ben   | 2021-03-05 | 2021-03-07
            """,
            "missing_episodes": """
                child | started    | recorded_on
                Cai   | 2021-03-05 |
                Dee   | 2021-03-06 |
            """,
        },
        on="2021-03-07",
        shows={
            "Asha": ("in time", {"due": "2021-03-06", "met": "2021-03-06"}),
            "Ben": ("late", {"opens": "2021-03-07", "closes": "2021-03-07"}),
            "Cai": ("overdue", {"opens": "2021-03-07"}),
            "Dee": ("still in time", {"due": "2021-03-07"}),
        },
        evidence={
            "Asha": {"what happened": "strategy discussion"},
            "Cai": {"what happened": "went missing"},
        },
        why="5 March 2021 was a Friday.",
    )


def test_two_events_of_one_day(worked_example):
    """Two events of one day are written up once both are."""
    worked_example(
        RULE,
        {
            "strategy_discussions": """
                child | held       | recorded_on
                Asha  | 2021-03-05 | 2021-03-05
                Ben   | 2021-03-05 | 2021-03-05
            """,
            "missing_episodes": """
                child | started    | recorded_on
                Asha  | 2021-03-05 | 2021-03-08
                Ben   | 2021-03-06 | 2021-03-06
            """,
        },
        on="2021-03-15",
        shows={
            "Asha": ("late", {"met": "2021-03-08"}),
            "Ben 2021-03-05": "in time",
            "Ben 2021-03-06": "in time",
        },
        evidence={"Asha": {"what happened": "strategy discussion"}},
    )


def test_closing_the_case_lapses_it(worked_example):
    """Closing the case lapses the duty."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-01-04 | 2021-03-06
                Ben   | 2021-01-04 | 2021-03-12
                Cai   | 2021-01-04 |
            """,
            "strategy_discussions": """
                child | held       | recorded_on
                Asha  | 2021-03-05 |
                Ben   | 2021-03-05 |
                Cai   | 2021-03-05 |
            """,
            "missing_episodes": """
                child | missing_episode | returned
                Cai   | Cai 1           | 2021-03-09
            """,
        },
        on="2021-03-15",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-06"}),
            "Ben": ("late", {"opens": "2021-03-07", "closes": "2021-03-12"}),
            "Cai": ("overdue", {"lapses": None}),
        },
        why="Cai's missing episode does not say when it began, and is not asked about.",
    )
