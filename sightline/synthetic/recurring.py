"""What has to be done again and again: mostly in time, late where practice fails, never for ever."""

from collections.abc import Callable, Iterator

from sightline.synthetic.days import working_day_from, working_day_to
from sightline.synthetic.oversight import worker_on
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Story

MEAN_DAYS_OVER = 12
DAYS_UNTIL_WRITTEN_UP = 2


def done_by(story: Story, course: str, starts: int, due: int, spare: int) -> int:
    """The day something due is done: in the last ``spare`` days before it is due, or late."""
    if story.fails(course, min(due, EXTRACT_DAY)):
        return working_day_from(due + 1 + story.chance.about(MEAN_DAYS_OVER))
    return max(starts, working_day_to(due - story.chance.between(0, spare)))


def in_turn(
    story: Story,
    course: str,
    starts: int,
    until: int,
    due_of: Callable[[int], int],
    spare: int,
) -> Iterator[tuple[int, int]]:
    """The day each was due and the day it was done, each clock starting when the last was done.

    ``until``  nothing is done on that day or later, nor after the extract day.
    ``spare``  how many days before it is due something may be done.
    """
    clock = starts
    while True:
        due = due_of(clock)
        done = max(clock + 1, done_by(story, course, clock, due, spare))
        if done >= until or done > EXTRACT_DAY:
            return
        yield due, done
        clock = done


def written_up(story: Story, day: int) -> int:
    """The day something done on ``day`` was written up."""
    if story.fails("written up late", day):
        return day + 3 + story.chance.about(8)
    return day + story.chance.between(0, DAYS_UNTIL_WRITTEN_UP)


def worker_of(story: Story, day: int) -> str:
    """Who held the child's case on a day; who was on duty where nobody did."""
    for case in story.cases:
        if case.received <= day <= case.closed:
            return worker_on(case, day)[0]
    return story.place.workforce.duty_worker(day)
