"""Worked examples: initial conference not held within 15 working days of the enquiry."""

from sightline.rules.enquiry_and_conference.conference_over_15_days import (
    CONFERENCE_OVER_15_DAYS as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """The 15th working day after the enquiry began is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended      | no_further_action
                Asha 1  | Asha  | 2021-09-06 | 2021-09-20 | no
                Ben 1   | Ben   | 2021-09-06 | 2021-09-20 | no
            """,
            "initial_conferences": """
                conference | child | enquiry | held
                Asha c     | Asha  | Asha 1  | 2021-09-27
                Ben c      | Ben   | Ben 1   | 2021-09-28
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"starts": "2021-09-06", "due": "2021-09-27", "opens": None}),
            "Ben": ("late", {"met": "2021-09-28", "opens": "2021-09-28", "closes": "2021-09-28"}),
        },
        evidence={"Asha": {"enquiry ended": "2021-09-20", "conference held": "2021-09-27"}},
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day the conference is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended      | no_further_action
                Asha 1  | Asha  | 2021-09-06 |            |
                Ben 1   | Ben   | 2021-09-07 | 2021-09-20 | no
            """
        },
        on="2021-09-28",
        shows={
            "Asha": ("overdue", {"due": "2021-09-27", "opens": "2021-09-28"}),
            "Ben": ("still in time", {"due": "2021-09-28", "opens": None}),
        },
    )


def test_an_enquiry_that_begins_on_a_day_nobody_works(worked_example):
    """After a strategy discussion on a Sunday the first working day is day 1."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended | no_further_action
                Asha 1  | Asha  | 2021-09-05 |       |
                Ben 1   | Ben   | 2021-12-26 |       |
            """
        },
        on="2022-01-18",
        shows={
            "Asha": ("overdue", {"due": "2021-09-24"}),
            "Ben": ("still in time", {"due": "2022-01-19"}),
        },
        why="27 and 28 December and 3 January are bank holidays: Ben's day 1 is 29 December.",
    )


def test_no_further_action_lapses_the_duty(worked_example):
    """An enquiry that ends with no further action by its due day needs no conference."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended      | no_further_action
                Asha 1  | Asha  | 2021-09-06 | 2021-09-20 | yes
                Ben 1   | Ben   | 2021-09-06 | 2021-09-27 | yes
                Cai 1   | Cai   | 2021-09-06 | 2021-10-01 | yes
                Dev 1   | Dev   | 2021-09-06 | 2021-09-20 | no
                Ewa 1   | Ewa   | 2021-09-06 | 2021-09-20 |
            """
        },
        on="2021-10-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-20", "opens": None}),
            "Ben": ("no longer required", {"lapses": "2021-09-27", "opens": None}),
            "Cai": ("late", {"opens": "2021-09-28", "closes": "2021-10-01"}),
            "Dev": ("overdue", {"lapses": None}),
            "Ewa": "overdue",
        },
        evidence={
            "Asha": {"ended with no conference needed": "2021-09-20"},
            "Dev": {"enquiry ended": "2021-09-20", "ended with no conference needed": None},
        },
        why="Ending an enquiry does not end the wait for a conference; deciding that none is needed does.",
    )


def test_the_first_conference_counts(worked_example):
    """Of several conferences that answer an enquiry the first counts."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended | no_further_action
                Asha 1  | Asha  | 2021-09-06 |       |
                Ben 1   | Ben   | 2021-09-06 |       |
            """,
            "initial_conferences": """
                conference | child | enquiry | held
                Asha c1    | Asha  | Asha 1  | 2021-09-24
                Asha c2    | Asha  | Asha 1  | 2021-10-11
                Ben c1     | Ben   |         | 2021-09-24
                Ben c2     | Ben   | Ben 1   | 2021-10-11
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"met": "2021-09-24"}),
            "Ben": ("in time", {"met": "2021-09-24"}),
        },
    )


def test_which_enquiry_a_conference_answers(worked_example):
    """A conference that names no enquiry answers the latest one begun by that day."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended | no_further_action
                Asha 1  | Asha  | 2021-09-06 |       |
                Asha 2  | Asha  | 2021-09-20 |       |
                Ben 1   | Ben   | 2021-09-06 |       |
                Ben 2   | Ben   | 2021-09-20 |       |
                Cai 1   | Cai   | 2021-09-06 |       |
                Dev 1   | Dev   | 2021-09-06 |       |
                Ewa 1   | Ewa   | 2021-09-06 |       |
                Finn 1  | Finn  | 2021-09-06 |       |
                Finn 2  | Finn  | 2021-09-20 |       |
            """,
            "initial_conferences": """
                conference | child | enquiry | held
                Asha c     | Asha  |         | 2021-09-20
                Ben c      | Ben   | Ben 1   | 2021-09-22
                Cai c      | Cai   |         | 2021-09-06
                Dev c      | Dev   |         | 2021-09-03
                Ewa c      | Ewa   | unknown | 2021-09-22
                Finn c     | Finn  |         | 2021-09-17
            """,
        },
        on="2021-10-31",
        shows={
            "Asha 2021-09-06": "overdue",
            "Asha 2021-09-20": ("in time", {"met": "2021-09-20"}),
            "Ben 2021-09-06": ("in time", {"met": "2021-09-22"}),
            "Ben 2021-09-20": "overdue",
            "Cai": "in time",
            "Dev": "overdue",
            "Ewa": "overdue",
            "Finn 2021-09-06": ("in time", {"met": "2021-09-17"}),
            "Finn 2021-09-20": "overdue",
        },
        why=(
            "Asha's was held on the day her second enquiry began. Dev's was held before his enquiry. "
            "Ewa's names an enquiry that the records do not hold."
        ),
    )


def test_two_enquiries_on_one_day_are_one(worked_example):
    """Two enquiries of one child begun on one day are one; both must end without need to lapse it."""
    worked_example(
        RULE,
        {
            "enquiries": """
                enquiry | child | started    | ended      | no_further_action
                Asha 1  | Asha  | 2021-09-06 | 2021-09-10 | yes
                Asha 2  | Asha  | 2021-09-06 |            |
                Ben 1   | Ben   | 2021-09-06 | 2021-09-10 | yes
                Ben 2   | Ben   | 2021-09-06 | 2021-09-13 | yes
                Cai 1   | Cai   | 2021-09-06 |            |
                Cai 2   | Cai   | 2021-09-06 |            |
            """,
            "initial_conferences": """
                conference | child | enquiry | held
                Cai c      | Cai   | Cai 2   | 2021-09-22
            """,
        },
        on="2021-10-31",
        shows={
            "Asha": "overdue",
            "Ben": ("no longer required", {"lapses": "2021-09-13"}),
            "Cai": "in time",
        },
        evidence={"Asha": {"enquiry ended": None}, "Ben": {"enquiry ended": "2021-09-13"}},
    )


def test_a_child_already_on_a_plan_and_an_unborn_child(worked_example):
    """An enquiry about a child already on a plan, or not yet born, is judged like any other."""
    worked_example(
        RULE,
        {
            "children": """
                child | born | expected_birth
                Ben   |      | 2021-12-01
            """,
            "protection_plans": """
                plan   | child | started    | ended
                Asha 1 | Asha  | 2021-03-01 |
            """,
            "enquiries": """
                enquiry | child | started    | ended | no_further_action
                Asha 1  | Asha  | 2021-09-06 |       |
                Ben 1   | Ben   | 2021-09-06 |       |
            """,
        },
        on="2021-09-28",
        shows={"Asha": "overdue", "Ben": "overdue"},
    )
