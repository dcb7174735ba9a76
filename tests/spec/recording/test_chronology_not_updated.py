"""Worked examples: chronology not brought up to date."""

from sightline.rules.recording.chronology_not_updated import CHRONOLOGY_NOT_UPDATED as RULE


def test_the_due_day_itself_is_in_time(worked_example):
    """Three months after the case opened is in time, a day later it is late; each update starts anew."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 |
                Ben   | 2021-03-01 |
            """,
            "chronology_updates": """
                child | updated
                Asha  | 2021-02-20
                Asha  | 2021-06-01
                Ben   | 2021-06-02
                Ben   | 2021-06-02
            """,
        },
        on="2021-09-02",
        shows={
            "Asha 2021-03-01": ("in time", {"due": "2021-06-01", "met": "2021-06-01"}),
            "Asha 2021-06-01": ("overdue", {"opens": "2021-09-02"}),
            "Ben 2021-03-01": ("late", {"opens": "2021-06-02", "closes": "2021-06-02"}),
            "Ben 2021-06-02": ("still in time", {"due": "2021-09-02"}),
        },
        why="What was written before the case opened does not count for it.",
    )


def test_when_a_case_is_open(worked_example):
    """A case is open by a referral taken on, a plan or care; what follows without a day between is one."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed     | no_further_action
                Asha  | 2021-03-01 | 2021-04-01 | no
                Ben   | 2021-03-01 |            | yes
                Cai   | 2021-03-01 | 2021-04-01 |
                Cai   | 2021-04-02 |            |
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-15 | 2021-04-15
                Dee 1  | Dee   | 2021-03-01 |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-04-15 |
            """,
            "care_episodes": """
                child | started    | ended
                Eve   | 2021-03-01 |
            """,
        },
        on="2021-06-02",
        shows={
            "Asha": ("overdue", {"due": "2021-06-01"}),
            "Ben": "nothing",
            "Cai 2021-03-01": ("no longer required", {"lapses": "2021-04-01"}),
            "Cai 2021-04-02": ("still in time", {"due": "2021-07-02"}),
            "Dee": "overdue",
            "Eve": "overdue",
        },
        why="Ben's referral was closed with no further action, and no case was opened.",
    )


def test_closing_the_case_lapses_the_clock(worked_example):
    """Closing the case lapses the clock; an update on that day meets it and starts none."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 | 2021-06-01
                Ben   | 2021-03-01 | 2021-06-15
                Cai   | 2021-03-01 | 2021-05-01
            """,
            "chronology_updates": """
                child | updated
                Cai   | 2021-05-01
                Cai   | 2021-05-02
            """,
        },
        on="2021-07-01",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-06-01"}),
            "Ben": ("late", {"opens": "2021-06-02", "closes": "2021-06-15"}),
            "Cai": ("in time", {"met": "2021-05-01"}),
        },
        evidence={"Ben": {"case open since": "2021-03-01", "case closed": "2021-06-15"}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for it every six months is judged by its own limit."""
    worked_example(
        RULE,
        {
            "referrals": """
                child | received   | closed
                Asha  | 2021-03-01 |
            """,
        },
        on="2021-06-02",
        shows={"Asha": ("still in time", {"due": "2021-09-01"})},
        local_standards={"REC-04": 6},
    )
