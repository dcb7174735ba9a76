"""A measure over time, drawn as SVG: a line with points, its interval, its limits, an inspection.

The drawing holds no person: it is made from counts, and says in itself whose counts they are.
"""

import json
import re
import textwrap
from dataclasses import dataclass
from datetime import date

from sightline.web.charts.house_style import (
    INK,
    LINE,
    NARROW,
    QUIET,
    WIDE,
    as_svg,
    in_house_style,
    named,
)

MARK = "#a8410b"

YEARS_EXPLAINED = "Thin line: each month. Thick bars: whole years."
LIMITS_EXPLAINED = "Dashed: centre line and limits. Squares: outside."
SLOWEST_EXPLAINED = "Lower line: the middle one. Upper: nine in ten."
LINE_OF_SUBTITLE = 14

TITLE_WIDTHS = {WIDE: 88, NARROW: 42}
SIZES = {WIDE: (640, 270), NARROW: (330, 250)}


@dataclass(frozen=True)
class Month:
    """One month, quarter or year of a measure. ``value`` is empty where there was nothing to count.

    ``low``, ``high``      its interval.
    ``lowest``, ``highest``  the limits between which it moves by chance alone.
    ``is_outside``         whether it lies outside them.
    ``slowest_tenth``      of a length, what nine in ten did not exceed.
    """

    day: date
    value: float | None
    low: float | None = None
    high: float | None = None
    lowest: float | None = None
    highest: float | None = None
    is_outside: bool = False
    slowest_tenth: float | None = None

    @property
    def top(self) -> float:
        """The highest there is to draw of it."""
        drawn = (self.value, self.high, self.highest, self.slowest_tenth)
        return max((value for value in drawn if value is not None), default=0.0)


@dataclass(frozen=True)
class Year:
    """One whole year of a measure: a share over its months together."""

    first_day: date
    last_day: date
    value: float


@dataclass(frozen=True)
class MeasureChart:
    """What is drawn. ``whose`` is printed inside the drawing, such as "Made-up authority: Example".

    ``years`` are drawn as thick bars over thin months: where few are counted in a month, the years
    tell the story. ``centre`` is the centre line between the limits, None where there are none.
    """

    title: str
    whose: str
    description: str
    months: tuple[Month, ...]
    is_share: bool
    years: tuple[Year, ...] = ()
    centre: float | None = None
    marked_day: date | None = None
    marked_as: str = ""
    size: str = WIDE

    @property
    def explained(self) -> list[str]:
        """What the lines of the drawing mean, for under its title."""
        lines = []
        if self.years:
            lines.append(YEARS_EXPLAINED)
        if any(month.slowest_tenth is not None for month in self.months):
            lines.append(SLOWEST_EXPLAINED)
        if self.centre is not None:
            lines.append(LIMITS_EXPLAINED)
        return lines

    def as_text(self) -> str:
        """Everything the drawing depends on, in one text: the key under which it is kept."""
        return json.dumps([LINE, MARK, SIZES, vars(self)], default=_plain, sort_keys=True)


def _plain(value: object) -> object:
    """Dates as text, months and years as their columns."""
    return vars(value) if isinstance(value, Month | Year) else str(value)


def draw(chart: MeasureChart) -> str:
    """The chart as SVG text with a title and a description in it."""
    svg = _shortened(as_svg(specification(chart)))
    return named(svg, chart.title, chart.whose, chart.description)


def specification(chart: MeasureChart) -> dict:
    """The Vega-Lite specification, built with Altair."""
    import altair

    width, height = SIZES[chart.size]
    layers = [_band(altair, chart), _line(altair, chart), _slowest_tenth(altair, chart)]
    if chart.years:
        layers.append(_years(altair, chart))
    if chart.centre is not None:
        layers += _limits(altair, chart)
    if chart.marked_day:
        layers += _mark(altair, chart)
    picture = altair.layer(*layers).properties(
        width=width - 66,
        height=height - 94 - LINE_OF_SUBTITLE * max(1, len(chart.explained)),
        title=_heading(altair, chart),
    )
    return in_house_style(picture)


def _heading(altair, chart: MeasureChart):
    """The title, and under it whose counts these are."""
    return altair.TitleParams(
        textwrap.wrap(chart.title, TITLE_WIDTHS[chart.size]),
        subtitle=[chart.whose, *chart.explained],
        anchor="start",
        frame="group",
        fontSize=14,
        subtitleFontSize=12,
        subtitleFontWeight="bold",
        color=INK,
        subtitleColor=MARK,
        offset=24,
    )


def _rows(altair, chart: MeasureChart):
    """The months as rows: shares in per cent, months with nothing to count left empty."""
    names = ("value", "low", "high", "lowest", "highest", "slowest_tenth")
    return altair.Data(
        values=[
            {"day": month.day.isoformat(), "is_outside": month.is_outside}
            | {name: _in_units(chart, getattr(month, name)) for name in names}
            for month in chart.months
        ]
    )


def _in_units(chart: MeasureChart, value: float | None) -> float | None:
    """A value as the axis has it: shares in per cent."""
    return None if value is None else round(value * (100 if chart.is_share else 1), 2)


def _across(altair, chart: MeasureChart):
    """The axis of time, a tick for each year."""
    return altair.X(
        "day:T",
        axis=altair.Axis(
            title=None,
            format="%Y" if chart.size == WIDE else "'%y",
            tickCount={"interval": "year", "step": 1},
            grid=False,
        ),
    )


def _up(altair, chart: MeasureChart, column: str = "value"):
    """The axis of values, from nothing upwards: a short axis makes small changes look large."""
    return altair.Y(
        f"{column}:Q",
        scale=altair.Scale(domain=[0, _top(chart)], nice=False),
        axis=altair.Axis(
            title=None,
            tickCount=4,
            labelExpr="datum.label + '%'" if chart.is_share else "datum.label",
        ),
    )


def _top(chart: MeasureChart) -> float:
    """The end of the axis of values: room for the highest interval."""
    highest = max((month.top for month in chart.months), default=0)
    return min(highest * 1.05 * 100, 100) if chart.is_share and highest else highest * 1.05 or 1


def _band(altair, chart: MeasureChart):
    """The 95% interval around each month."""
    return (
        altair.Chart(_rows(altair, chart))
        .transform_filter("isValid(datum.low)")
        .mark_area(color=LINE, opacity=0.16)
        .encode(x=_across(altair, chart), y=_up(altair, chart, "low"), y2="high:Q")
    )


def _line(altair, chart: MeasureChart):
    """The months, joined; a month with nothing to count breaks the line."""
    return (
        altair.Chart(_rows(altair, chart))
        .mark_line(
            color=LINE,
            strokeWidth=1 if chart.years else 1.8,
            opacity=0.55 if chart.years else 1,
            strokeJoin="round",
            point=altair.OverlayMarkDef(size=9, color=LINE, filled=True),
            invalid="break-paths-show-domains",
        )
        .encode(x=_across(altair, chart), y=_up(altair, chart))
    )


def _slowest_tenth(altair, chart: MeasureChart):
    """Of lengths, what nine in ten did not exceed, as a line above the middle one."""
    return (
        altair.Chart(_rows(altair, chart))
        .transform_filter("isValid(datum.slowest_tenth)")
        .mark_line(color=LINE, strokeWidth=1, strokeDash=[2, 2])
        .encode(x=_across(altair, chart), y=_up(altair, chart, "slowest_tenth"))
    )


def _limits(altair, chart: MeasureChart) -> list:
    """The centre line, the limits by month, and a square around every month outside them."""
    within = altair.Chart(_rows(altair, chart)).transform_filter("isValid(datum.highest)")
    edges = [
        within.mark_line(color=QUIET, strokeWidth=1, strokeDash=[5, 4], interpolate="step").encode(
            x=_across(altair, chart), y=_up(altair, chart, column)
        )
        for column in ("lowest", "highest")
    ]
    centre = altair.Data(values=[{"centre": _in_units(chart, chart.centre)}])
    return [
        *edges,
        altair.Chart(centre)
        .mark_rule(color=QUIET, strokeWidth=1, strokeDash=[9, 3])
        .encode(y=_up(altair, chart, "centre")),
        altair.Chart(_rows(altair, chart))
        .transform_filter("datum.is_outside")
        .mark_point(shape="square", size=70, color=MARK, filled=False, strokeWidth=2)
        .encode(x=_across(altair, chart), y=_up(altair, chart)),
    ]


def _years(altair, chart: MeasureChart):
    """Each whole year as a thick bar over its months."""
    times = 100 if chart.is_share else 1
    rows = [
        {
            "first": year.first_day.isoformat(),
            "last": year.last_day.isoformat(),
            "value": round(year.value * times, 2),
        }
        for year in chart.years
    ]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_rule(color=LINE, strokeWidth=4, strokeCap="round")
        .encode(x="first:T", x2="last:T", y=_up(altair, chart))
    )


def _mark(altair, chart: MeasureChart) -> list:
    """A line down on the day of inspection, with its words."""
    day = altair.Data(values=[{"day": chart.marked_day.isoformat(), "words": chart.marked_as}])
    across = altair.X("day:T")
    late = chart.months and (chart.marked_day - chart.months[0].day) * 2 > (
        chart.months[-1].day - chart.months[0].day
    )
    return [
        altair.Chart(day)
        .mark_rule(color=MARK, strokeDash=[5, 3], strokeWidth=1.6)
        .encode(x=across),
        altair.Chart(day)
        .mark_text(
            align="right" if late else "left",
            dx=-5 if late else 5,
            y=-5,
            baseline="bottom",
            color=MARK,
            fontSize=12,
            fontWeight="bold",
        )
        .encode(x=across, text="words:N"),
    ]


def _shortened(svg: str) -> str:
    """Coordinates to a tenth of a pixel: nobody sees the rest."""
    return re.sub(r"(\d+\.\d)\d+", r"\1", svg)
