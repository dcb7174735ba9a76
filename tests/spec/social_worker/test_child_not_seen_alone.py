"""Worked examples: child not seen alone."""

from sightline.rules.social_worker.child_not_seen_alone import CHILD_NOT_SEEN_ALONE as RULE


def test_the_due_day_itself_is_in_time(worked_example):
    """Seen alone three months on is in time, a day later it is late; each time starts anew."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-05-01
                Ben   | 2010-05-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
                Ben 1  | Ben   | 2021-03-01 |
            """,
            "protection_visits": """
                child | visited    | child_seen | seen_alone
                Asha  | 2021-06-01 | yes        | yes
                Ben   | 2021-06-02 | yes        | yes
            """,
        },
        on="2021-09-02",
        shows={
            "Asha 2021-03-01": ("in time", {"due": "2021-06-01", "met": "2021-06-01"}),
            "Asha 2021-06-01": ("overdue", {"opens": "2021-09-02"}),
            "Ben 2021-03-01": ("late", {"opens": "2021-06-02", "closes": "2021-06-02"}),
            "Ben 2021-06-02": ("still in time", {"due": "2021-09-02"}),
        },
    )


def test_every_kind_of_visit_counts(worked_example):
    """A visit of any kind counts at which the child was seen, and alone."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-05-01
                Ben   | 2010-05-01
                Cai   | 2010-05-01
                Dee   | 2010-05-01
                Eve   | 2010-05-01
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
                Cai 1  | Cai   | 2021-03-01 |
                Dee 1  | Dee   | 2021-03-01 |
                Eve 1  | Eve   | 2021-03-01 |
            """,
            "care_episodes": """
                child | started    | ended
                Ben   | 2021-03-01 |
            """,
            "child_in_need_visits": """
                child | visited    | child_seen | seen_alone
                Asha  | 2021-04-01 | yes        | yes
                Cai   | 2021-04-01 | yes        | no
                Dee   | 2021-04-01 | yes        |
                Eve   | 2021-04-01 | no         | yes
            """,
            "care_visits": """
                child | visited    | child_seen | seen_alone
                Ben   | 2021-04-01 | yes        | yes
            """,
        },
        on="2021-06-02",
        shows={
            "Asha 2021-03-01": "in time",
            "Asha 2021-04-01": "still in time",
            "Ben 2021-03-01": "in time",
            "Ben 2021-04-01": "still in time",
            "Cai": ("overdue", {"opens": "2021-06-02"}),
            "Dee": "overdue",
            "Eve": "overdue",
        },
        why="Eve's visit says that she was not seen, so she was not seen alone.",
    )


def test_from_the_fifth_birthday(worked_example):
    """A younger child is asked about from the fifth birthday; without a birthday nobody is judged."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2016-04-10
                Ben   | 2016-07-01
                Cai   |
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
                Ben 1  | Ben   | 2021-03-01 | 2021-07-01
                Cai 1  | Cai   | 2021-03-01 |
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Asha 2 | Asha  | 2019-06-03 | 2019-08-01
                Asha 3 | Asha  | 2019-10-01 | 2019-12-02
                Asha 4 | Asha  | 2020-03-02 | 2020-09-01
            """,
        },
        on="2021-07-11",
        shows={
            "Asha": ("overdue", {"starts": "2021-04-10", "due": "2021-07-10"}),
            "Ben": "nothing",
            "Cai": "nothing",
        },
        why="Ben's plan ended on the fifth birthday, and Asha's earlier plans long before hers.",
    )


def test_the_end_of_plan_and_care_lapses_the_clock(worked_example):
    """The end of plan and care lapses the clock; what follows without a day between is one time."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-05-01
                Ben   | 2010-05-01
                Cai   | 2010-05-01
                Dee   | 2010-05-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-06-01
                Ben 1  | Ben   | 2021-03-01 | 2021-06-10
                Cai 1  | Cai   | 2021-03-01 | 2021-05-01
                Dee 1  | Dee   | 2021-03-01 | 2021-04-15
            """,
            "child_in_need_plans": """
                plan   | child | started    | ended
                Dee 2  | Dee   | 2021-04-15 |
            """,
            "protection_visits": """
                child | visited    | child_seen | seen_alone
                Cai   | 2021-05-01 | yes        | yes
            """,
        },
        on="2021-07-01",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-06-01"}),
            "Ben": ("late", {"opens": "2021-06-02", "closes": "2021-06-10"}),
            "Cai": ("in time", {"met": "2021-05-01"}),
            "Dee": ("overdue", {"lapses": None}),
        },
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for every six weeks is judged by its own limit."""
    worked_example(
        RULE,
        {
            "children": """
                child | born
                Asha  | 2010-05-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """,
        },
        on="2021-04-02",
        shows={"Asha": ("overdue", {"due": "2021-04-01"})},
        local_standards={"SWK-02": 1},
    )
