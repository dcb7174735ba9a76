"""Worked examples: care leaver in no education, work or training."""

from sightline.rules.leaving_care.care_leaver_not_in_education_or_work import (
    CARE_LEAVER_NOT_IN_EDUCATION_OR_WORK as RULE,
)


def test_open_while_the_record_says_so(worked_example):
    """Open from the day the record says so, whatever the reason; part time is something."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | activity
                Asha  | 2021-03-01 | former relevant | G5
                Ben   | 2021-03-01 | former relevant | G4
                Cai   | 2021-03-01 | former relevant | G6
                Dee   | 2021-03-01 | former relevant | P2
                Eve   | 2021-03-01 | former relevant |
                Fay   | 2021-03-01 | none            | G5
            """
        },
        on="2021-03-01",
        shows={
            "Asha": ("open", {"opens": "2021-03-01"}),
            "Ben": "open",
            "Cai": "open",
            "Dee": "nothing",
            "Eve": "nothing",
            "Fay": "nothing",
        },
        evidence={
            "Asha": {"why": "none, for another reason"},
            "Cai": {"why": "none, because of pregnancy or parenting"},
        },
    )


def test_closes_when_the_young_person_does_something(worked_example):
    """Closes when the record says that the young person does something."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | activity
                Asha  | 2021-03-01 | former relevant | G5
                Asha  | 2021-05-01 | former relevant | F4
                Ben   | 2021-03-01 | former relevant | G5
                Ben   | 2021-05-01 | former relevant | G4
            """
        },
        on="2021-06-01",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2021-05-01"}),
            "Ben": ("open", {"opens": "2021-03-01"}),
        },
        why="Ben fell ill: another reason is the same concern.",
    )


def test_before_and_after_the_day(worked_example):
    """Nothing is told of the time before the day the record is of."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | activity
                Asha  | 2021-03-01 | former relevant | G5
            """
        },
        on="2021-02-28",
        shows={"Asha": "nothing"},
    )
