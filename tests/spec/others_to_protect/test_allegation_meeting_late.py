"""Worked examples: no meeting within five working days of an allegation."""

from sightline.rules.others_to_protect.allegation_meeting_late import (
    ALLEGATION_MEETING_LATE as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A meeting on the fifth working day is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | agency    | meeting_held
                Asha a     | Asha  | 2021-09-06 | education | 2021-09-13
                Ben a      | Ben   | 2021-09-06 | health    | 2021-09-14
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("in time", {"due": "2021-09-13"}),
            "Ben": ("late", {"opens": "2021-09-14", "closes": "2021-09-14"}),
        },
        evidence={
            "Ben": {
                "reported": "2021-09-06",
                "kind of agency": "health",
                "meeting held": "2021-09-14",
            }
        },
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time; from the next day it is overdue."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | employer_aware
                Asha a     | Asha  | 2021-09-06 |
                Ben a      | Ben   | 2021-09-07 |
                Cai a      | Cai   |            | 2021-09-06
            """
        },
        on="2021-09-14",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
        why="Cai's was not reported, so no clock runs.",
    )


def test_whether_one_is_needed(worked_example):
    """An allegation that needs no meeting is left out; where that is not recorded, one is due."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | meeting_needed
                Asha a     | Asha  | 2021-09-06 | no
                Ben a      | Ben   | 2021-09-06 | yes
                Cai a      | Cai   | 2021-09-06 |
                nameless   |       | 2021-09-06 | yes
            """
        },
        on="2021-09-30",
        shows={"Asha": "nothing", "Ben": "overdue", "Cai": "overdue"},
        why="An allegation that names no child is not asked about.",
    )


def test_concluded(worked_example):
    """The duty lapses when the allegation is concluded; after the due day it was late."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | concluded
                Asha a     | Asha  | 2021-09-06 | 2021-09-13
                Ben a      | Ben   | 2021-09-06 | 2021-09-14
            """
        },
        on="2021-09-30",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-09-13"}),
            "Ben": ("late", {"closes": "2021-09-14"}),
        },
        evidence={"Asha": {"concluded": "2021-09-13"}},
    )
