"""Worked examples: council not in touch with a care leaver."""

from sightline.rules.leaving_care.care_leaver_out_of_touch import CARE_LEAVER_OUT_OF_TOUCH as RULE


def test_open_while_the_record_says_so(worked_example):
    """Open from the day the record says that the council is not in touch."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | in_touch
                Asha  | 2021-03-01 | former relevant | NO
                Ben   | 2021-03-01 | former relevant | YES
                Cai   | 2021-03-01 | former relevant | REFU
                Dee   | 2021-03-01 | former relevant |
            """
        },
        on="2021-03-01",
        shows={
            "Asha": ("open", {"opens": "2021-03-01", "closes": None}),
            "Ben": "nothing",
            "Cai": "nothing",
            "Dee": "nothing",
        },
        evidence={"Asha": {"in touch": "not in touch"}},
        why="Cai does not want contact. Of Dee nobody said.",
    )


def test_closes_when_the_record_says_otherwise(worked_example):
    """Closes when the record says otherwise; said again it goes on, and nothing said changes nothing."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | in_touch
                Asha  | 2021-03-01 | former relevant | NO
                Asha  | 2021-05-01 | former relevant | YES
                Asha  | 2021-07-01 | former relevant | YES
                Ben   | 2021-03-01 | former relevant | NO
                Ben   | 2021-04-01 | former relevant |
                Ben   | 2021-05-01 | former relevant | NO
                Cai   | 2021-02-01 | former relevant | YES
                Cai   | 2021-03-01 | former relevant | NO
                Cai   | 2021-04-01 | former relevant | YES
                Cai   | 2021-06-01 | former relevant | NO
                Dee   |            | former relevant | NO
            """
        },
        on="2021-08-01",
        shows={
            "Asha": ("closed", {"opens": "2021-03-01", "closes": "2021-05-01"}),
            "Ben": ("open", {"opens": "2021-03-01"}),
            "Cai 2021-03-01": ("closed", {"closes": "2021-04-01"}),
            "Cai 2021-06-01": "open",
            "Dee": "nothing",
        },
        why="Dee's record does not say of which day it is.",
    )


def test_two_records_of_one_day(worked_example):
    """Of two records of one day the one that says not in touch counts."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | in_touch
                Asha  | 2021-03-01 | former relevant | NO
                Asha  | 2021-03-01 | former relevant | YES
            """
        },
        on="2021-04-01",
        shows={"Asha": "open"},
        evidence={"Asha": {"in touch": "not in touch"}},
    )


def test_no_duties_owed(worked_example):
    """A young person to whom no duties are owed opens no concern, and ends an open one."""
    worked_example(
        RULE,
        {
            "care_leavers": """
                child | as_of      | eligibility     | in_touch
                Asha  | 2021-03-01 | none            | NO
                Ben   | 2021-03-01 | former relevant | NO
                Ben   | 2021-06-01 | none            | NO
                Cai   | 2021-03-01 |                 | NO
            """
        },
        on="2021-08-01",
        shows={
            "Asha": "nothing",
            "Ben": ("closed", {"closes": "2021-06-01"}),
            "Cai": "open",
        },
        why="Cai's record does not say what is owed: the question is asked.",
    )
