"""Worked examples: meeting, decision or piece of work written up late."""

from sightline.rules.recording.event_recorded_late import EVENT_RECORDED_LATE as RULE


def test_the_due_day_itself_is_in_time(worked_example):
    """Written up on the fifth working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "core_groups": """
                child | held       | recorded_on
                Asha  | 2021-03-05 | 2021-03-12
                Ben   | 2021-03-05 | 2021-03-15
                Ben   |            |
            """,
            "management_decisions": """
                child | made       | recorded_on
                Cai   | 2021-03-05 |
                Dee   | 2021-03-08 |
            """,
        },
        on="2021-03-15",
        shows={
            "Asha": ("in time", {"due": "2021-03-12", "met": "2021-03-12"}),
            "Ben": ("late", {"opens": "2021-03-13", "closes": "2021-03-15"}),
            "Cai": ("overdue", {"opens": "2021-03-13"}),
            "Dee": ("still in time", {"due": "2021-03-15"}),
        },
        why="Friday 5 March plus five working days is Friday 12 March. A core group that was not held "
        "asks for no record.",
    )


def test_every_kind_of_event(worked_example):
    """Reviews, supervision, direct work and return interviews count alike."""
    worked_example(
        RULE,
        {
            "child_in_need_reviews": """
                child | held       | recorded_on
                Asha  | 2021-03-05 |
            """,
            "care_reviews": """
                child | held       | cancelled | recorded_on
                Eve   | 2021-03-05 |           |
                Fay   | 2021-03-05 | yes       |
            """,
            "supervision": """
                child | held       | recorded_on
                Ben   | 2021-03-05 |
            """,
            "direct_work": """
                child | done       | recorded_on
                Cai   | 2021-03-05 |
            """,
            "return_interviews": """
                child | held       | recorded_on
                Dee   | 2021-03-05 |
            """,
        },
        on="2021-03-15",
        shows={
            "Asha": "overdue",
            "Ben": "overdue",
            "Cai": "overdue",
            "Dee": "overdue",
            "Eve": "overdue",
            "Fay": "nothing",
        },
        evidence={
            "Asha": {"what happened": "child in need review"},
            "Dee": {"what happened": "return interview"},
        },
        why="Fay's review was called off.",
    )


def test_closing_the_case_lapses_it(worked_example):
    """Closing the case lapses the duty; what happened on one day is written up once all of it is."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-01-04 | 2021-03-12
                Ben   | 2021-01-04 | 2021-03-19
            """,
            "supervision": """
                child | held       | recorded_on
                Asha  | 2021-03-05 |
                Ben   | 2021-03-05 |
                Cai   | 2021-03-05 | 2021-03-08
            """,
            "direct_work": """
                child | done       | recorded_on
                Cai   | 2021-03-05 | 2021-03-15
            """,
        },
        on="2021-03-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-12"}),
            "Ben": ("late", {"opens": "2021-03-13", "closes": "2021-03-19"}),
            "Cai": ("late", {"met": "2021-03-15"}),
        },
        evidence={"Cai": {"what happened": "direct work"}},
    )
