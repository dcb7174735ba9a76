"""One child's journey as a drawing: what happened as bars and points, concerns as bars below.

Only positions are worked out here; the template draws them, and the table beside says the same
in words. The drawing is never kept. It is made twice, for a wide page and for a phone's width.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

WIDE, NARROW = 720, 340
"""Widths in pixels: of a page on a desk, and of one on a phone 390 wide."""

# A lane is its name with its bars below, so that a long name takes no room from the years.
LEFT, RIGHT_MARGIN, TOP, BELOW = 6.0, 14.0, 28.0, 24.0
LINE, BAR, GAP = 15.0, 12.0, 12.0
# Letters of concerns are bold, and fonts differ: rather a line too early than one cut off.
LETTER, LETTERS_OF_A_YEAR = 8.0, 44.0
SHORTEST = 3.0


@dataclass(frozen=True)
class Stretch:
    """One bar: what it is, and its days. A stretch without an end runs to the day asked about."""

    lane: str
    words: str
    starts: date
    ends: date | None
    is_concern: bool = False
    is_here: bool = False

    def days(self, today: date) -> int:
        """How many days it has lasted by ``today``."""
        return (min(self.ends or today, today) - self.starts).days


@dataclass(frozen=True)
class Bar:
    """A drawn stretch."""

    x: float
    y: float
    width: float
    words: str
    is_concern: bool
    runs_on: bool


@dataclass(frozen=True)
class Lane:
    """A row of the drawing: the lines of its name, each with its height, and where its bars stand."""

    lines: tuple[tuple[str, float], ...]
    y: float
    is_concern: bool


@dataclass(frozen=True)
class Year:
    """A year's line."""

    label: str
    x: float


@dataclass(frozen=True)
class Drawing:
    """Everything the template draws."""

    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    years: tuple[Year, ...]
    width: float
    height: float
    today_x: float


Key = tuple[bool, str]
Place = Callable[[date], float]


def journey(stretches: Sequence[Stretch], today: date, width: int = WIDE) -> Drawing | None:
    """The drawing of these stretches up to ``today``; None where there is nothing to draw."""
    if not stretches:
        return None
    first = min(stretch.starts for stretch in stretches)
    right = width - RIGHT_MARGIN
    place = _scale(date(first.year, 1, 1), today, right)
    lanes = _lanes(stretches, today, int(right / LETTER))
    bars = tuple(_bar(stretch, lanes[_key(stretch)], place, today) for stretch in stretches)
    return Drawing(
        lanes=tuple(lanes.values()),
        bars=bars,
        years=_years(first.year, today, place, int(right / LETTERS_OF_A_YEAR)),
        width=width,
        # The last line says whose records are drawn.
        height=max(lane.y for lane in lanes.values()) + BAR + BELOW,
        today_x=place(today),
    )


def in_a_lane(stretches: Sequence[Stretch], today: date) -> str:
    """What a lane of concerns says beside its name: how many days they were left open."""
    days = [stretch.days(today) for stretch in stretches]
    if len(days) == 1:
        return f"{'open' if stretches[0].ends is None else 'was open'} {_days(days[0])}"
    return f"{len(days)} times, the longest {_days(max(days))}"


def _days(number: int) -> str:
    return f"{number:,} day{'' if number == 1 else 's'}"


def _scale(first: date, last: date, right: float) -> Place:
    """From a day to its place across."""
    days = max((last - first).days, 1)

    def place(day: date) -> float:
        return round(LEFT + (right - LEFT) * (day - first).days / days, 1)

    return place


def _key(stretch: Stretch) -> Key:
    return stretch.is_concern, stretch.lane


def _lanes(stretches: Sequence[Stretch], today: date, letters: int) -> dict[Key, Lane]:
    """A lane for each kind, in the order met; concerns below the journey."""
    kinds: dict[Key, list[Stretch]] = {}
    for stretch in stretches:
        kinds.setdefault(_key(stretch), []).append(stretch)
    lanes, top = {}, TOP
    for key in sorted(kinds, key=lambda key: key[0]):
        is_concern, name = key
        told = f"{name}: {in_a_lane(kinds[key], today)}" if is_concern else name
        lines = textwrap.wrap(told, letters)
        lanes[key] = Lane(
            lines=tuple((line, top + LINE * (place + 1)) for place, line in enumerate(lines)),
            y=top + LINE * len(lines) + 5,
            is_concern=is_concern,
        )
        top = lanes[key].y + BAR + GAP
    return lanes


def _bar(stretch: Stretch, lane: Lane, place: Place, today: date) -> Bar:
    """One stretch, never so short that it cannot be seen."""
    starts = place(stretch.starts)
    ends = place(min(stretch.ends or today, today))
    return Bar(
        x=starts,
        y=lane.y,
        width=max(round(ends - starts, 1), SHORTEST),
        words=stretch.words,
        is_concern=stretch.is_concern,
        runs_on=stretch.ends is None,
    )


def _years(first: int, today: date, place: Place, most: int) -> tuple[Year, ...]:
    """A line for each year, fewer where many would crowd."""
    years = range(first, today.year + 1)
    step = max(1, -(-len(years) // most))
    return tuple(Year(label=str(year), x=place(date(year, 1, 1))) for year in years[::step])
