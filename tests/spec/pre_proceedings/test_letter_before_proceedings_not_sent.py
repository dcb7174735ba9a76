"""Worked examples: no letter before proceedings soon after the decision."""

from sightline.rules.pre_proceedings.letter_before_proceedings_not_sent import (
    LETTER_BEFORE_PROCEEDINGS_NOT_SENT as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A letter on the tenth working day after the decision is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p          | Asha  | 2021-09-06 | 2021-09-20
                Ben p           | Ben   | 2021-09-06 | 2021-09-21
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-20", "met": "2021-09-20"}),
            "Ben": ("late", {"opens": "2021-09-21", "closes": "2021-09-21"}),
        },
        evidence={"Ben": {"decided": "2021-09-06", "letter sent": "2021-09-21"}},
        why="Monday 6 September plus ten working days is Monday 20 September.",
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day a letter is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p          | Asha  | 2021-09-06 |
                Ben p           | Ben   | 2021-09-07 |
                Cai p           | Cai   |            | 2021-09-08
            """
        },
        on="2021-09-21",
        shows={
            "Asha": ("overdue", {"opens": "2021-09-21"}),
            "Ben": ("still in time", {"due": "2021-09-21"}),
            "Cai": "nothing",
        },
        why="Without a day of decision, as for Cai, no clock runs.",
    )


def test_the_end_of_pre_proceedings_lapses_the_duty(worked_example):
    """An agreed outcome, the letter of issue or going to court ends the duty, the first of them."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | outcome_agreed | letter_of_issue_sent | application_issued
                Asha p          | Asha  | 2021-09-06 | 2021-09-20     |                      |
                Ben p           | Ben   | 2021-09-06 | 2021-10-01     | 2021-09-13           |
                Cai p           | Cai   | 2021-09-06 |                | 2021-10-01           | 2021-09-14
                Dev p           | Dev   | 2021-09-06 | 2021-09-21     |                      |
            """
        },
        on="2021-12-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-20"}),
            "Ben": ("no longer required", {"lapses": "2021-09-13"}),
            "Cai": ("no longer required", {"lapses": "2021-09-14"}),
            "Dev": ("late", {"opens": "2021-09-21", "closes": "2021-09-21"}),
        },
    )


def test_what_the_panel_decided(worked_example):
    """No letter is due where the panel decided to go on as before or straight to court."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | gateway_outcome
                Asha p          | Asha  | 2021-09-06 | A
                Ben p           | Ben   | 2021-09-06 | B
                Cai p           | Cai   | 2021-09-06 | C
                Dev p           | Dev   | 2021-09-06 | D
                Ewa p           | Ewa   | 2021-09-06 |
            """
        },
        on="2021-09-30",
        shows={
            "Asha": "nothing",
            "Ben": "overdue",
            "Cai": "nothing",
            "Dev": "overdue",
            "Ewa": "overdue",
        },
    )


def test_which_letter_answers_which_decision(worked_example):
    """A letter answers the decision it names or, naming none, the latest before it; the first counts."""
    worked_example(
        RULE,
        {
            "pre_proceedings": """
                pre_proceedings | child | decided    | letter_sent
                Asha p1         | Asha  | 2021-03-01 |
                Asha p2         | Asha  | 2021-09-06 |
                Ben p1          | Ben   | 2021-08-02 |
                Ben p2          | Ben   | 2021-09-06 |
                Cai p           | Cai   | 2021-09-06 | 2021-09-17
                Dev p           | Dev   | 2021-09-06 | 2021-09-10
                Ewa p1          | Ewa   | 2021-03-01 |
                Ewa p2          | Ewa   | 2021-09-06 |
            """,
            "letters_before_proceedings": """
                letter | child | pre_proceedings | sent
                Asha 1 | Asha  |                 | 2021-03-01
                Asha 2 | Asha  |                 | 2021-03-03
                Asha 3 | Asha  |                 | 2021-09-06
                Ben 1  | Ben   | Ben p1          | 2021-09-07
                Cai 1  | Cai   | Cai p           | 2021-09-13
                Dev 1  | Dev   |                 | 2021-09-20
                Dev 2  | Dev   |                 | 2021-09-03
                Ewa 1  | Ewa   |                 | 2021-09-06
            """,
        },
        on="2021-09-30",
        shows={
            "Asha 2021-03-01": ("in time", {"met": "2021-03-01"}),
            "Asha 2021-09-06": ("in time", {"met": "2021-09-06"}),
            "Ben 2021-08-02": ("late", {"met": "2021-09-07"}),
            "Ben 2021-09-06": "overdue",
            "Cai": ("in time", {"met": "2021-09-13"}),
            "Dev": ("in time", {"met": "2021-09-10"}),
            "Ewa 2021-03-01": "overdue",
            "Ewa 2021-09-06": ("in time", {"met": "2021-09-06"}),
        },
    )
