"""Worked examples: letter before proceedings leaves something out."""

from sightline.rules.pre_proceedings.letter_before_proceedings_incomplete import (
    LETTER_BEFORE_PROCEEDINGS_INCOMPLETE as RULE,
)
from sightline.rules.pre_proceedings.letter_before_proceedings_incomplete import (
    POINTS,
)


def letters(*rows: str) -> str:
    """A drawing of letters: child, day sent, and the points that are not simply there."""
    head = " | ".join(("letter", "child", "sent", *POINTS))
    return "\n".join([head, *(_letter(number, row) for number, row in enumerate(rows))])


def _letter(number: int, row: str) -> str:
    child, sent, *exceptions = row.split()
    said = dict(point.split("=") for point in exceptions)
    points = [said.get(point, "yes").replace("unknown", "") for point in POINTS]
    return " | ".join((f"{child} {number}", child, sent, *points))


def test_every_point_there(worked_example):
    """A letter with every point there is no concern; one point not there opens one."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": letters(
                "Asha 2021-09-06",
                "Ben 2021-09-06 help_offered=no",
                "Cai 2021-09-06 to_every_parent=no easy_to_read=no childs_views=unknown",
            )
        },
        on="2021-09-06",
        shows={
            "Asha": "nothing",
            "Ben": ("open", {"opens": "2021-09-06", "closes": None}),
            "Cai": "open",
        },
        evidence={
            "Ben": {
                "letter sent": "2021-09-06",
                "not in the letter": "the help the council gives;",
                "not recorded": None,
            },
            "Cai": {
                "not in the letter": "to every parent; easy to read, in the family's language;",
                "not recorded": "the child's views;",
            },
        },
    )


def test_a_point_not_recorded(worked_example):
    """Where no point is recorded as missing and one is not recorded, the records cannot tell."""
    worked_example(
        RULE,
        {"letters_before_proceedings": letters("Asha 2021-09-06 meeting_named=unknown")},
        on="2021-09-30",
        shows={"Asha": "cannot tell"},
        evidence={"Asha": {"not recorded": "the meeting;"}},
    )


def test_a_further_letter_closes_it(worked_example):
    """A further letter closes the concern, and is judged by itself."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": letters(
                "Asha 2021-09-06 help_offered=no",
                "Asha 2021-09-20",
                "Ben 2021-09-06 help_offered=no",
                "Ben 2021-09-20 help_offered=no",
                "Ben 2021-10-04",
            )
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-09-20"}),
            "Ben 2021-09-06": ("closed", {"closes": "2021-09-20"}),
            "Ben 2021-09-20": ("closed", {"closes": "2021-10-04"}),
        },
        evidence={"Asha": {"put right, or over": "2021-09-20"}},
    )


def test_the_end_of_pre_proceedings_closes_it(worked_example):
    """It closes on the first day after the letter on which pre-proceedings end."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": letters(
                "Asha 2021-09-06 help_offered=no",
                "Ben 2021-09-06 help_offered=no",
                "Cai 2021-09-06 help_offered=no",
                "Dev 2021-09-06 help_offered=no",
                "Ewa 2021-09-06 help_offered=no",
            ),
            "pre_proceedings": """
                pre_proceedings | child | decided    | outcome_agreed | letter_of_issue_sent | application_issued
                Asha p          | Asha  | 2021-08-30 | 2021-12-01     |                      |
                Ben p           | Ben   | 2021-08-30 | 2021-12-01     | 2021-11-01           | 2021-11-08
                Cai p           | Cai   | 2021-08-30 |                |                      | 2021-11-08
                Dev p           | Dev   | 2021-03-01 | 2021-09-05     |                      |
                Ewa p           | Ewa   | 2021-08-30 | 2021-09-06     |                      |
            """,
        },
        on="2021-12-31",
        shows={
            "Asha": ("closed", {"closes": "2021-12-01"}),
            "Ben": ("closed", {"closes": "2021-11-01"}),
            "Cai": ("closed", {"closes": "2021-11-08"}),
            "Dev": "open",
            "Ewa": "nothing",
        },
        why="Dev's pre-proceedings had ended before this letter; Ewa's ended on its day.",
    )


def test_two_letters_of_one_day(worked_example):
    """Of two letters sent on one day, the one that leaves something out is a concern."""
    worked_example(
        RULE,
        {
            "letters_before_proceedings": letters(
                "Asha 2021-09-06 help_offered=no", "Asha 2021-09-06"
            )
        },
        on="2021-09-30",
        shows={"Asha 2021-09-06": "open"},
    )
