"""Worked examples: child on a protection plan not seen in time."""

from sightline.rules.protection_plan.protection_visit_overdue import (
    PROTECTION_VISIT_OVERDUE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The tenth working day after the plan starts is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-20 | yes
                Ben   | Ben 1  | 2021-09-21 | yes
            """,
        },
        on="2021-09-22",
        shows={
            "Asha 2021-09-06": (
                "in time",
                {"due": "2021-09-20", "met": "2021-09-20", "opens": None},
            ),
            "Asha 2021-09-20": "still in time",
            "Ben 2021-09-06": ("late", {"opens": "2021-09-21", "closes": "2021-09-21"}),
            "Ben 2021-09-21": "still in time",
        },
        why="The day the plan starts is day 0. Monday 6 September plus ten working days is Monday 20 September.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day a visit is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-07 |
            """
        },
        on="2021-09-21",
        shows={
            "Asha": ("overdue", {"due": "2021-09-20", "opens": "2021-09-21"}),
            "Ben": ("still in time", {"due": "2021-09-21", "opens": None}),
        },
        why="Nobody has visited either child. Asha's due day was yesterday, Ben's is today.",
    )


def test_the_clock_starts_anew_at_every_visit_with_the_child_seen(worked_example):
    """Each visit at which the child is seen starts the next clock; two on one day are one."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-15 | yes
                Asha  | Asha 1 | 2021-09-15 | yes
                Asha  | Asha 1 | 2021-09-29 | yes
            """,
        },
        on="2021-10-14",
        shows={
            "Asha 2021-09-06": ("in time", {"met": "2021-09-15"}),
            "Asha 2021-09-15": ("in time", {"due": "2021-09-29", "met": "2021-09-29"}),
            "Asha 2021-09-29": ("overdue", {"due": "2021-10-13", "opens": "2021-10-14"}),
        },
    )


def test_a_visit_on_the_day_the_plan_starts(worked_example):
    """A visit on the first day of the plan starts the first clock with it."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-06 | yes
            """,
        },
        on="2021-09-21",
        shows={"Asha": ("overdue", {"starts": "2021-09-06", "due": "2021-09-20", "met": None})},
        why="Day 0 of the clock is the day of the visit; the next visit was due ten working days on.",
    )


def test_a_visit_without_seeing_the_child_counts_for_nothing(worked_example):
    """A visit at which the child was not seen neither meets nor starts a clock."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-16 | no
                Asha  | Asha 1 | 2021-09-17 | no
                Ben   | Ben 1  | 2021-09-16 |
            """,
        },
        on="2021-09-21",
        shows={
            "Asha": ("overdue", {"due": "2021-09-20", "met": None}),
            "Ben": ("overdue", {"due": "2021-09-20", "met": None}),
        },
        evidence={
            "Asha": {"visited but child not seen": "2021-09-16", "child seen": None},
            "Ben": {"visited but child not seen": None},
        },
        why="Ben's visit does not say whether he was seen, so nothing shows that he was.",
    )


def test_a_visit_not_made_while_the_clock_ran_is_no_evidence_of_it(worked_example):
    """The evidence of each clock holds the visits without the child that were made while it ran."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
                Cai 1  | Cai   | 2021-09-15 |
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-10 | no
                Asha  | Asha 1 | 2021-09-15 | yes
                Asha  | Asha 1 | 2021-09-24 | no
                Ben   | Ben 1  | 2021-09-15 | no
                Ben   | Ben 1  | 2021-09-15 | yes
                Ben   | Ben 1  | 2021-09-24 | no
                Cai   | Cai 1  | 2021-09-15 | no
            """,
        },
        on="2021-09-30",
        shows={
            "Asha 2021-09-06": "in time",
            "Asha 2021-09-15": "overdue",
            "Ben 2021-09-06": "in time",
            "Ben 2021-09-15": "overdue",
            "Cai": "overdue",
        },
        evidence={
            "Asha 2021-09-06": {"visited but child not seen": "2021-09-10"},
            "Asha 2021-09-15": {"visited but child not seen": "2021-09-24"},
            "Ben 2021-09-06": {"visited but child not seen": None},
            "Ben 2021-09-15": {"visited but child not seen": "2021-09-15"},
            "Cai": {"visited but child not seen": "2021-09-15"},
        },
    )


def test_working_days_after_a_start_on_a_day_nobody_works(worked_example):
    """After a Saturday the first working day is day 1; bank holidays are no working days."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-04 |
                Ben 1  | Ben   | 2021-12-20 |
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("overdue", {"due": "2021-09-17"}),
            "Ben": ("still in time", {"due": "2022-01-06"}),
        },
        why="Asha's day 1 is Monday 6 September. Ben's ten days jump 27 and 28 December and 3 January.",
    )


def test_the_end_of_the_plan_lapses_the_clock(worked_example):
    """A plan that ends before the visit is due asks for no further visit; after that it was late."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 | 2021-09-17
                Ben 1  | Ben   | 2021-09-06 | 2021-09-20
                Cai 1  | Cai   | 2021-09-06 | 2021-09-23
                Dev 1  | Dev   | 2021-09-06 | 2021-09-23
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Dev   | Dev 1  | 2021-09-23 | yes
                Dev   | Dev 1  | 2021-09-27 | yes
            """,
        },
        on="2021-10-29",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-17", "opens": None}),
            "Ben": ("no longer required", {"lapses": "2021-09-20", "opens": None}),
            "Cai": ("late", {"opens": "2021-09-21", "closes": "2021-09-23"}),
            "Dev": ("late", {"met": "2021-09-23", "closes": "2021-09-23"}),
        },
        why=(
            "Ben's plan ended on the due day itself. Dev was seen on the last day of the plan, which "
            "starts no further clock, and a visit after the plan is none of the plan's."
        ),
    )


def test_a_plan_taken_over_from_another_council(worked_example):
    """A plan taken over from another council starts its clock on the day it started here."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended | transferred_in
                Asha 1 | Asha  | 2021-09-06 |       | yes
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  |        | 2021-09-01 | yes
                Asha  | Asha 1 | 2021-09-02 | yes
            """,
        },
        on="2021-09-21",
        shows={"Asha": ("overdue", {"starts": "2021-09-06", "due": "2021-09-20"})},
        why="Visits before the plan started here, by whomever, are no part of it.",
    )


def test_which_plan_a_visit_belongs_to(worked_example):
    """A visit is of the plan it names or, where it names none, of the plan running that day."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 | 2021-03-05
                Asha 2 | Asha  | 2021-09-06 |
                Ben 1  | Ben   | 2021-09-06 |
                Cai 1  | Cai   | 2021-09-06 |
            """,
            "protection_visits": """
                child | plan    | visited    | child_seen
                Asha  | Asha 1  | 2021-09-13 | yes
                Ben   |         | 2021-09-13 | yes
                Cai   | unknown | 2021-09-13 | yes
            """,
        },
        on="2021-09-21",
        shows={
            "Asha 2021-03-01": "no longer required",
            "Asha 2021-09-06": "overdue",
            "Ben 2021-09-06": "in time",
            "Ben 2021-09-13": "still in time",
            "Cai": "overdue",
        },
        why=(
            "Asha's visit names the plan that had ended, so it is not of the one that runs. Cai's "
            "names a plan that the records do not hold."
        ),
    )


def test_overlapping_plans_are_one_plan(worked_example):
    """Overlapping plans of one child are one plan, from the earliest start to the latest end."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 | 2021-09-17
                Asha 2 | Asha  | 2021-09-13 |
                Ben 1  | Ben   | 2021-09-06 | 2021-10-29
                Ben 2  | Ben   | 2021-09-13 | 2021-09-17
                Ben 3  | Ben   | 2021-10-29 | 2021-11-05
            """,
            "protection_visits": """
                child | plan   | visited    | child_seen
                Asha  | Asha 1 | 2021-09-14 | yes
                Ben   | Ben 2  | 2021-09-20 | yes
            """,
        },
        on="2021-11-05",
        shows={
            "Asha 2021-09-06": ("in time", {"met": "2021-09-14"}),
            "Asha 2021-09-14": ("overdue", {"due": "2021-09-28"}),
            "Ben 2021-09-06": ("in time", {"met": "2021-09-20"}),
            "Ben 2021-09-20": ("late", {"due": "2021-10-04", "lapses": "2021-11-05"}),
        },
        evidence={"Asha 2021-09-06": {"second record of the plan from": "2021-09-13"}},
        why="The overlap is a fault in the data: it is shown, and no clock is started for it.",
    )


def test_the_councils_own_limit(worked_example):
    """A council that asks for a visit every 15 working days is judged by its own limit."""
    worked_example(
        RULE,
        {
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
            """
        },
        on="2021-09-24",
        shows={"Asha": ("still in time", {"due": "2021-09-27"})},
        local_standards={"CPV-01": 15},
    )


def test_no_plan_no_clock(worked_example):
    """A visit to a child who was never on a plan starts no clock."""
    worked_example(
        RULE,
        {
            "protection_visits": """
                child | plan | visited    | child_seen
                Asha  |      | 2021-09-06 | yes
            """
        },
        on="2021-12-31",
        shows={"Asha": "nothing"},
    )


def test_an_unborn_child_is_judged_like_any_other(worked_example):
    """A plan for an unborn child starts a clock on the day it starts."""
    worked_example(
        RULE,
        {
            "children": """
                child | born | expected_birth
                Asha  |      | 2021-12-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-09-06 |
            """,
        },
        on="2021-09-21",
        shows={"Asha": "overdue"},
    )
