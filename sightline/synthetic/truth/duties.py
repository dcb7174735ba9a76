"""Steps of planting that several stages share: a duty done late, and one that is owed again and again."""

from collections.abc import Iterable
from itertools import pairwise

from sightline.synthetic.days import due_after
from sightline.synthetic.period import NOT_YET
from sightline.synthetic.story import Story


def childhood_ends(story: Story) -> int:
    """The eighteenth birthday, or the day the child died."""
    return min(story.child.eighteenth_birthday, story.child.died or NOT_YET)


def first_from(day: int, days: Iterable[int]) -> int:
    """The first of the days on or after ``day``; ``NOT_YET`` where there is none."""
    return min((other for other in days if other >= day), default=NOT_YET)


def plant_duty(
    story: Story,
    rule: str,
    subject: str,
    standard: str,
    starts: int,
    *ends: int | None,
    subject_day: int | None = None,
) -> None:
    """Plant a duty that none of the days that end it, empty ones aside, brought to rest in time."""
    rested = min((day for day in ends if day is not None), default=NOT_YET)
    clock = (starts, due_after(standard, starts))
    story.plant_if_late(rule, subject, standard, clock, rested, subject_day)


def plant_clocks(
    story: Story, rule: str, subject: str, standard: str, days: Iterable[int], ended: int
) -> None:
    """Plant what is owed anew each time it was done, until ``ended``: on that day no clock starts."""
    for done, following in pairwise([*sorted(set(days)), NOT_YET]):
        if done < ended:
            plant_duty(story, rule, subject, standard, done, following, ended)
