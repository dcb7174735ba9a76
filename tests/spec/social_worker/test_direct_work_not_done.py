"""Worked examples: no direct work with the child."""

from sightline.rules.social_worker.direct_work_not_done import DIRECT_WORK_NOT_DONE as RULE


def test_the_due_day_itself_is_in_time(worked_example):
    """Direct work three months on is in time, a day later it is late; each piece starts anew."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
                Ben 1  | Ben   | 2021-03-01 |
            """,
            "direct_work": """
                child | done
                Asha  | 2021-02-20
                Asha  | 2021-06-01
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
        why="Work before the plan does not count for it.",
    )


def test_plans_and_care_in_turn(worked_example):
    """Plans and care that follow one another are one time; a day between parts them."""
    worked_example(
        RULE,
        {
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-04-01
                Ben 1  | Ben   | 2021-03-01 | 2021-04-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2021-04-01 |
                Ben 2  | Ben   | 2021-04-02 |
            """,
            "care_episodes": """
                child | started    | ended
                Cai   | 2021-03-01 |
            """,
        },
        on="2021-06-02",
        shows={
            "Asha": ("overdue", {"due": "2021-06-01"}),
            "Ben 2021-03-01": ("no longer required", {"lapses": "2021-04-01"}),
            "Ben 2021-04-02": ("still in time", {"due": "2021-07-02"}),
            "Cai": "overdue",
        },
    )


def test_the_end_of_plan_and_care_lapses_the_clock(worked_example):
    """The end of plan and care lapses the clock; work on that day meets it and starts none."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-06-01
                Ben 1  | Ben   | 2021-03-01 | 2021-06-15
                Cai 1  | Cai   | 2021-03-01 | 2021-05-01
            """,
            "direct_work": """
                child | done
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
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for direct work every month is judged by its own limit."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """,
        },
        on="2021-04-02",
        shows={"Asha": ("overdue", {"due": "2021-04-01"})},
        local_standards={"SWK-05": 1},
    )
