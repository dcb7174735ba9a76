"""One indicator over the years: chosen councils, their statistical neighbours, all councils.

Ranks, quartiles and medians are of single councils that have a figure in that year; joint returns
of two councils, regions and the country are left out of them. Where neither more nor fewer is
better, nothing is ranked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sightline.comparisons.areas import ENGLAND, Area
from sightline.comparisons.indicators import HIGHER, LOWER, Indicator
from sightline.comparisons.intervals import RATE, SHARE, rate_interval, share_interval
from sightline.comparisons.marks import meaning_of
from sightline.comparisons.working_out import Shown

QUARTERS = ("lowest quarter", "second lowest quarter", "second highest quarter", "highest quarter")


class Told(NamedTuple):
    """What a file says of one area in one year."""

    value: float | None
    numerator: float | None
    denominator: float | None
    mark: str | None


@dataclass(frozen=True)
class Point:
    """One area in one year. ``value`` is empty where there is no figure; ``why`` then says why.

    ``low`` and ``high`` are the ends of the 95% interval, where counts are published. ``rank`` is 1
    for the best of ``of`` councils, 0 where nothing is ranked; ties share the better rank.
    """

    year: int
    value: float | None = None
    why: str = ""
    low: float | None = None
    high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    rank: int = 0
    of: int = 0
    quarter: str = ""


@dataclass(frozen=True)
class Spread:
    """How all councils lie in one year: the quartiles of those with a figure."""

    year: int
    of: int
    lower_quartile: float | None = None
    median: float | None = None
    upper_quartile: float | None = None


@dataclass(frozen=True)
class NeighboursPoint:
    """The median of a council's statistical neighbours in one year: ``with_figure`` of ``of`` have one."""

    year: int
    median: float | None
    with_figure: int
    of: int


@dataclass(frozen=True)
class Line:
    """One area over the years."""

    area: Area
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point:
        """Its last year with a figure; the last year where it has none at all."""
        with_figure = [point for point in self.points if point.value is not None]
        return (with_figure or list(self.points))[-1]


@dataclass(frozen=True)
class Comparison:
    """Everything a page shows of one indicator. ``model`` is the version of the neighbours' model."""

    shown: Shown
    years: tuple[int, ...]
    lines: tuple[Line, ...]
    country: Line | None
    spreads: tuple[Spread, ...]
    model: str = ""
    neighbours: tuple[Line, ...] = ()
    neighbour_medians: tuple[NeighboursPoint, ...] = ()


class Figures:
    """All figures of one indicator, found by area and year."""

    def __init__(
        self, shown: Shown, told: Mapping[tuple[str, int], Told], areas: Mapping[str, Area]
    ) -> None:
        self.shown = shown
        self.indicator: Indicator = shown.indicator
        self._told = told
        self._areas = areas
        known = sorted({year for (_, year), one in told.items() if one.value is not None})
        self.years = tuple(range(known[0], known[-1] + 1)) if known else ()
        self._of_year = {year: self._councils_in(year) for year in self.years}
        self._of_any_kind = {year for _, year in told}
        self._spreads: dict[int, Spread] = {}

    def _councils_in(self, year: int) -> np.ndarray:
        """The figures of all councils in a year, in order."""
        found = [
            one.value
            for (key, when), one in self._told.items()
            if when == year
            and one.value is not None
            and key in self._areas
            and self._areas[key].is_council
        ]
        return np.sort(np.array(found, dtype=float))

    def spread(self, year: int) -> Spread:
        """The quartiles of all councils in a year (linear between neighbouring figures)."""
        if year not in self._spreads:
            self._spreads[year] = self._spread(year)
        return self._spreads[year]

    def _spread(self, year: int) -> Spread:
        figures = self._of_year[year]
        if not len(figures):
            return Spread(year, 0)
        low, middle, high = (float(one) for one in np.quantile(figures, (0.25, 0.5, 0.75)))
        return Spread(year, len(figures), low, middle, high)

    def line(self, area: Area) -> Line:
        """One area over all years of the indicator."""
        return Line(area, tuple(self.point(area, year) for year in self.years))

    def point(self, area: Area, year: int) -> Point:
        """One area in one year."""
        told = self._told.get((area.key, year))
        if told is None or told.value is None:
            return Point(year, why=self._why(area, year, told))
        low, high = self._interval(told) or (None, None)
        rank, quarter = self._place(told.value, year) if area.is_council else (0, "")
        return Point(
            year=year,
            value=told.value,
            low=low,
            high=high,
            numerator=told.numerator,
            denominator=told.denominator,
            rank=rank,
            of=len(self._of_year[year]) if area.is_council else 0,
            quarter=quarter,
        )

    def _why(self, area: Area, year: int, told: Told | None) -> str:
        """Why there is no figure, in a reader's words."""
        if area.abolished_on and year > area.abolished_on.year:
            return "the council had been abolished"
        if area.before and area.first_year and year < area.first_year:
            return "not yet a council"
        if told is not None:
            return meaning_of(told.mark or "")
        if year not in self._of_any_kind:
            return "no figures of this year are in the file"
        return "the file has no row for it in this year"

    def _interval(self, told: Told) -> tuple[float, float] | None:
        if told.numerator is None or told.denominator is None:
            return None
        work_out = {SHARE: share_interval, RATE: rate_interval}.get(self.indicator.interval)
        ends = work_out(told.numerator, told.denominator) if work_out else None
        return (ends[0] * self.indicator.per, ends[1] * self.indicator.per) if ends else None

    def _place(self, value: float, year: int) -> tuple[int, str]:
        """The rank where one way is better, and the quarter of all councils by size of the figure."""
        figures = self._of_year[year]
        rank = 0
        if self.indicator.better == LOWER:
            rank = int(np.searchsorted(figures, value, side="left")) + 1
        elif self.indicator.better == HIGHER:
            rank = len(figures) - int(np.searchsorted(figures, value, side="right")) + 1
        spread = self.spread(year)
        cuts = (spread.lower_quartile, spread.median, spread.upper_quartile)
        return rank, QUARTERS[sum(value > cut for cut in cuts if cut is not None)]

    def medians(self, lines: Sequence[Line]) -> tuple[NeighboursPoint, ...]:
        """The median of several lines in each year; a missing figure is left out and counted."""
        found = []
        for place, year in enumerate(self.years):
            values = [line.points[place].value for line in lines]
            known = [value for value in values if value is not None]
            middle = float(np.median(known)) if known else None
            found.append(NeighboursPoint(year, middle, len(known), len(lines)))
        return tuple(found)


def compare(
    figures: Figures,
    councils: Sequence[Area],
    *,
    areas: Mapping[str, Area],
    model: str = "",
    neighbours: Sequence[str] = (),
) -> Comparison:
    """The comparison of some councils; ``neighbours`` are those of the first, closest first."""
    country = areas.get(ENGLAND)
    beside = tuple(figures.line(areas[code]) for code in neighbours if code in areas)
    return Comparison(
        shown=figures.shown,
        years=figures.years,
        lines=tuple(figures.line(area) for area in councils),
        country=figures.line(country) if country else None,
        spreads=tuple(figures.spread(year) for year in figures.years),
        model=model if beside else "",
        neighbours=beside,
        neighbour_medians=figures.medians(beside) if beside else (),
    )
