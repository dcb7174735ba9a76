"""Worked examples: open allegation not reviewed within 28 days."""

from sightline.rules.others_to_protect.allegation_not_reviewed import (
    ALLEGATION_NOT_REVIEWED as RULE,
)


def test_the_due_day_itself_is_in_time(worked_example):
    """A review on the 28th day after the meeting is in time, the day after it is late."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | meeting_held | reviewed
                Asha a     | Asha  | 2021-09-01 | 2021-09-06   | 2021-10-04
                Ben a      | Ben   | 2021-09-01 | 2021-09-06   | 2021-10-05
            """
        },
        on="2021-10-31",
        shows={
            "Asha": ("in time", {"due": "2021-10-04"}),
            "Ben": ("late", {"opens": "2021-10-05", "closes": "2021-10-05"}),
        },
        evidence={"Ben": {"meeting held": "2021-09-06", "reviewed": "2021-10-05"}},
    )


def test_overdue_only_once_the_due_day_is_over(worked_example):
    """On the due day it is still in time, then overdue. Without a meeting no clock runs."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | meeting_held
                Asha a     | Asha  | 2021-09-01 | 2021-09-06
                Ben a      | Ben   | 2021-09-01 | 2021-09-07
                Cai a      | Cai   | 2021-09-01 |
                nameless   |       | 2021-09-01 | 2021-09-06
            """
        },
        on="2021-10-05",
        shows={"Asha": "overdue", "Ben": "still in time", "Cai": "nothing"},
        why="An allegation that names no child is not asked about.",
    )


def test_concluded(worked_example):
    """The duty lapses when the allegation is concluded; after the due day it was late."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | meeting_held | concluded
                Asha a     | Asha  | 2021-09-01 | 2021-09-06   | 2021-10-04
                Ben a      | Ben   | 2021-09-01 | 2021-09-06   | 2021-10-05
            """
        },
        on="2021-10-31",
        shows={
            "Asha": ("no longer required", {"lapses": "2021-10-04"}),
            "Ben": ("late", {"closes": "2021-10-05"}),
        },
        evidence={"Asha": {"concluded": "2021-10-04"}},
    )


def test_the_councils_own_limit(worked_example):
    """A council that reviews every fortnight is judged by its own limit."""
    worked_example(
        RULE,
        {
            "allegations": """
                allegation | child | reported   | meeting_held
                Asha a     | Asha  | 2021-09-01 | 2021-09-06
            """
        },
        on="2021-09-21",
        shows={"Asha": ("overdue", {"due": "2021-09-20"})},
        local_standards={"LAD-03": 14},
    )
