"""One child's journey as a drawing: what happened as bars and points, concerns as bars below.

Only positions are worked out here; the template draws them, and the table beside says the same
in words. The drawing is never kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# A lane is its name with its bars below, so that a long name takes no room from the years.
LEFT, RIGHT, ROW, NAME, BAR, TOP = 6.0, 706.0, 38.0, 17.0, 12.0, 28.0
SHORTEST = 3.0


@dataclass(frozen=True)
class Stretch:
    """One bar: what it is, and its days. A stretch without an end runs to the day asked about."""

    lane: str
    words: str
    starts: date
    ends: date | None
    is_concern: bool = False


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
    """A row of the drawing with its name."""

    name: str
    y: float
    name_y: float
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


def journey(stretches: Sequence[Stretch], today: date) -> Drawing | None:
    """The drawing of these stretches up to ``today``; None where there is nothing to draw."""
    if not stretches:
        return None
    first = min(stretch.starts for stretch in stretches)
    scale = _scale(date(first.year, 1, 1), today)
    lanes = _lanes(stretches)
    # The last line says whose records are drawn.
    height = TOP + ROW * len(lanes) + 24
    bars = tuple(_bar(stretch, lanes[_lane_key(stretch)], scale, today) for stretch in stretches)
    return Drawing(
        lanes=tuple(lanes.values()),
        bars=bars,
        years=_years(first.year, today, scale),
        width=RIGHT + 14,
        height=height,
        today_x=scale(today),
    )


def _scale(first: date, last: date):
    """From a day to its place across."""
    days = max((last - first).days, 1)

    def place(day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - first).days / days, 1)

    return place


def _lane_key(stretch: Stretch) -> tuple[bool, str]:
    return stretch.is_concern, stretch.lane


def _lanes(stretches: Sequence[Stretch]) -> dict[tuple[bool, str], Lane]:
    """A lane for each kind, in the order met; concerns below the journey."""
    keys = sorted(dict.fromkeys(map(_lane_key, stretches)), key=lambda key: key[0])
    return {
        key: Lane(
            name=key[1],
            y=TOP + ROW * place,
            name_y=TOP + ROW * place + NAME - 3,
            is_concern=key[0],
        )
        for place, key in enumerate(keys)
    }


def _bar(stretch: Stretch, lane: Lane, scale, today: date) -> Bar:
    """One stretch, never so short that it cannot be seen."""
    starts = scale(stretch.starts)
    ends = scale(min(stretch.ends or today, today))
    return Bar(
        x=starts,
        y=lane.y + NAME + 3,
        width=max(round(ends - starts, 1), SHORTEST),
        words=stretch.words,
        is_concern=stretch.is_concern,
        runs_on=stretch.ends is None,
    )


def _years(first: int, today: date, scale) -> tuple[Year, ...]:
    """A line for each year, fewer where many would crowd."""
    years = range(first, today.year + 1)
    step = max(1, len(years) // 9)
    return tuple(Year(label=str(year), x=scale(date(year, 1, 1))) for year in years[::step])
