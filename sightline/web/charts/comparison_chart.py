"""One published indicator over the years, drawn as SVG: councils, neighbours, all councils' middle half.

Lines differ by dash and by the shape of their points as well as by colour.
"""

import json
from dataclasses import asdict, dataclass

from sightline.web.charts.house_style import WIDE, drawn_and_named, heading, in_house_style
from sightline.web.charts.measure_chart import TITLE_WIDTHS

SIZES = {WIDE: (640, 340), "narrow": (330, 380)}
COLOURS = ("#14545c", "#a8410b", "#4c2c92", "#0b0c0c", "#505a5f", "#b58840")
DASHES = ([1, 0], [1, 0], [1, 0], [6, 3], [2, 3], [1, 0])
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
NEIGHBOURS, COUNTRY, OWN = 3, 4, 5
"""Places of the lines that are always drawn alike; the chosen councils come before them."""


@dataclass(frozen=True)
class DrawnLine:
    """A line: its name, which of the looks it has, and its values by year, empty where none is known."""

    name: str
    look: int
    values: tuple[tuple[int, float | None], ...]


@dataclass(frozen=True)
class ComparisonChart:
    """What is drawn. ``band`` holds the lower and upper quartile of all councils by year."""

    title: str
    source: str
    description: str
    lines: tuple[DrawnLine, ...]
    band: tuple[tuple[int, float, float], ...] = ()
    size: str = WIDE

    def as_text(self) -> str:
        """Everything the drawing depends on, in one text: the key under which it is kept."""
        return json.dumps(asdict(self), sort_keys=True)


def draw(chart: ComparisonChart) -> str:
    """The chart as SVG text with a title and a description in it."""
    return drawn_and_named(specification(chart), chart)


def specification(chart: ComparisonChart) -> dict:
    """The Vega-Lite specification, built with Altair."""
    import altair

    width, height = SIZES[chart.size]
    drawn = altair.layer(_band(altair, chart), _lines(altair, chart)).properties(
        width=width - 66,
        height=height - 150,
        title=heading(altair, chart, TITLE_WIDTHS[chart.size], "group"),
    )
    return in_house_style(drawn)


def _across(altair, chart: ComparisonChart):
    words = "datum.label" if chart.size == WIDE else "slice(datum.label, 2)"
    return altair.X("year:O", axis=altair.Axis(title=None, labelAngle=0, labelExpr=words))


def _up(altair, chart: ComparisonChart, column: str = "value"):
    """The axis of values, from nothing upwards: a short axis makes small changes look large."""
    known = [value for line in chart.lines for _, value in line.values if value is not None]
    top = max([*known, *(high for _, _, high in chart.band)], default=1) * 1.05 or 1
    low = min([0, *known])
    return altair.Y(
        f"{column}:Q",
        scale=altair.Scale(domain=[low, top], nice=False),
        axis=altair.Axis(title=None, tickCount=5),
    )


def _band(altair, chart: ComparisonChart):
    """The middle half of all councils."""
    rows = [{"year": str(year), "low": low, "high": high} for year, low, high in chart.band]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_area(color="#9aa5a8", opacity=0.25)
        .encode(x=_across(altair, chart), y=_up(altair, chart, "low"), y2="high:Q")
    )


def _lines(altair, chart: ComparisonChart):
    """The lines; a year without a figure breaks one."""
    rows = [
        {"year": str(year), "value": value, "name": line.name}
        for line in chart.lines
        for year, value in line.values
    ]
    names = [line.name for line in chart.lines]
    columns = 2 if chart.size == WIDE else 1
    legend = altair.Legend(
        title=None,
        orient="bottom",
        columns=columns,
        labelFontSize=12,
        labelLimit=0,
        symbolSize=90,
    )
    looks = [line.look for line in chart.lines]
    return (
        altair.Chart(altair.Data(values=rows))
        .mark_line(
            strokeWidth=2,
            point=altair.OverlayMarkDef(size=42, filled=True),
            invalid="break-paths-show-domains",
        )
        .encode(
            x=_across(altair, chart),
            y=_up(altair, chart),
            color=_by_look(altair, altair.Color, names, [COLOURS[one] for one in looks], legend),
            strokeDash=_by_look(
                altair, altair.StrokeDash, names, [DASHES[one] for one in looks], None
            ),
            shape=_by_look(altair, altair.Shape, names, [SHAPES[one] for one in looks], legend),
        )
    )


def _by_look(altair, channel, names: list[str], looks: list, legend):
    """A channel that gives each line its own look."""
    return channel("name:N", scale=altair.Scale(domain=names, range=looks), legend=legend)
