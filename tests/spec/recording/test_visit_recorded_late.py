"""Worked examples: visit written up late."""

from sightline.rules.recording.visit_recorded_late import VISIT_RECORDED_LATE as RULE


def test_the_due_day_itself_is_in_time(worked_example):
    """Written up on the second working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "protection_visits": """
                child | visited    | child_seen | recorded_on
                Asha  | 2021-03-05 | yes        | 2021-03-09
                Ben   | 2021-03-05 | yes        | 2021-03-10
                Cai   | 2021-03-05 | yes        | 2021-03-05
            """
        },
        on="2021-03-15",
        shows={
            "Asha": ("in time", {"due": "2021-03-09", "met": "2021-03-09"}),
            "Ben": ("late", {"opens": "2021-03-10", "closes": "2021-03-10"}),
            "Cai": ("in time", {"met": "2021-03-05"}),
        },
        why="Friday 5 March plus two working days is Tuesday 9 March.",
    )


def test_every_kind_of_visit(worked_example):
    """Visits of every kind count, with the child seen or not; overdue from the day after the due day."""
    worked_example(
        RULE,
        {
            "child_in_need_visits": """
                child | visited    | child_seen | recorded_on
                Asha  | 2021-03-05 | no         |
            """,
            "care_visits": """
                child | visited    | child_seen | recorded_on
                Ben   | 2021-03-05 | yes        |
                Cai   | 2021-03-08 | yes        |
            """,
        },
        on="2021-03-10",
        shows={
            "Asha": ("overdue", {"opens": "2021-03-10"}),
            "Ben": "overdue",
            "Cai": ("still in time", {"due": "2021-03-10"}),
        },
    )


def test_several_visits_on_one_day(worked_example):
    """Several visits on one day are written up once all of them are."""
    worked_example(
        RULE,
        {
            "protection_visits": """
                child | visited    | recorded_on
                Asha  | 2021-03-05 | 2021-03-05
                Asha  | 2021-03-05 | 2021-03-10
                Ben   | 2021-03-05 | 2021-03-05
            """,
            "care_visits": """
                child | visited    | recorded_on
                Ben   | 2021-03-05 |
            """,
        },
        on="2021-03-15",
        shows={"Asha": ("late", {"met": "2021-03-10"}), "Ben": "overdue"},
    )


def test_closing_the_case_lapses_it(worked_example):
    """Closing the case lapses the duty; a case closed before the visit does not."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-01-04 | 2021-03-08
                Ben   | 2021-01-04 | 2021-03-05
                Cai   | 2021-01-04 | 2021-03-15
                Dee   | 2020-01-06 | 2020-03-02
                Dee   | 2021-01-04 |
                Eve   | 2021-01-04 | 2021-03-20
                Eve   | 2021-04-12 | 2021-05-03
            """,
            "protection_visits": """
                child | visited    | recorded_on
                Asha  | 2021-03-05 |
                Ben   | 2021-03-05 |
                Cai   | 2021-03-05 |
                Dee   | 2021-03-05 |
                Eve   | 2021-03-05 |
            """,
        },
        on="2021-06-01",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-03-08"}),
            "Ben": ("no longer required", {"lapses": "2021-03-05"}),
            "Cai": ("late", {"opens": "2021-03-10", "closes": "2021-03-15"}),
            "Dee": ("overdue", {"lapses": None}),
            "Eve": ("late", {"closes": "2021-03-20"}),
        },
    )


def test_the_councils_own_limit(worked_example):
    """A council that allows itself five working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "protection_visits": """
                child | visited    | recorded_on
                Asha  | 2021-03-05 |
            """
        },
        on="2021-03-12",
        shows={"Asha": ("still in time", {"due": "2021-03-12"})},
        local_standards={"REC-02": 5},
    )
