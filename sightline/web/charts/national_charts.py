"""Drawings of the national picture: grades by year, and a theme's share of reports by year.

They are made from published reports about real councils and hold no record of any child.
"""

import json
from dataclasses import asdict, dataclass

from sightline.inspections.comparing import Share
from sightline.web.charts.house_style import LINE, WIDE, drawn_and_named, heading, in_house_style
from sightline.web.charts.measure_chart import SIZES, TITLE_WIDTHS

GRADE_COLOURS = {
    "outstanding": "#14545c",
    "good": "#5b9aa0",
    "requires improvement": "#f0c48a",
    "adequate": "#d9d2c4",
    "inadequate": "#a8410b",
}


@dataclass(frozen=True)
class NationalChart:
    """What is drawn: shares by year, stacked by name or as one line."""

    title: str
    source: str
    description: str
    shares: tuple[Share, ...]
    stacked: bool
    size: str = WIDE

    def as_text(self) -> str:
        """Everything the drawing depends on, in one text: the key under which it is kept."""
        return json.dumps([GRADE_COLOURS, asdict(self)], sort_keys=True)


def draw(chart: NationalChart) -> str:
    """The chart as SVG text with a title and a description in it."""
    return drawn_and_named(specification(chart), chart)


def specification(chart: NationalChart) -> dict:
    """The Vega-Lite specification, built with Altair."""
    import altair

    width, height = SIZES[chart.size]
    rows = altair.Data(
        values=[
            {"year": f"{one.year}|{one.of}", "name": one.name, "share": round(one.share * 100, 1),
             "order": list(GRADE_COLOURS).index(one.name) if one.name in GRADE_COLOURS else 0}
            for one in chart.shares
        ]
    )  # fmt: skip
    drawn = (_stacked if chart.stacked else _line)(altair, rows, chart)
    drawn = drawn.properties(
        width=width - 66,
        height=height - 70,
        title=heading(altair, chart, TITLE_WIDTHS[chart.size], "group"),
    )  # fmt: skip
    return in_house_style(drawn)


def _axes(altair, chart: NationalChart, top: float):
    """Years across with the number of reports under each, per cent up from nothing."""
    year = "datum.label" if chart.size == WIDE else "slice(datum.label, 2)"
    across = altair.X(
        "year:O",
        axis=altair.Axis(title=None, labelAngle=0, labelExpr=f"split({year}, '|')"),
    )
    up = altair.Y(
        "share:Q",
        scale=altair.Scale(domain=[0, top], nice=False),
        axis=altair.Axis(title=None, tickCount=4, labelExpr="datum.label + '%'"),
    )
    return across, up


def _stacked(altair, rows, chart: NationalChart):
    """Bars of 100%, best grade at the bottom."""
    across, up = _axes(altair, chart, 100)
    names = [name for name in GRADE_COLOURS if any(one.name == name for one in chart.shares)]
    return (
        altair.Chart(rows)
        .mark_bar(stroke="#ffffff", strokeWidth=1)
        .encode(
            x=across,
            y=up,
            color=altair.Color(
                "name:N",
                scale=altair.Scale(domain=names, range=[GRADE_COLOURS[name] for name in names]),
                legend=altair.Legend(
                    title=None,
                    orient="bottom",
                    columns=5 if chart.size == WIDE else 2,
                    labelFontSize=12,
                ),
            ),
            order=altair.Order("order:Q"),
        )
    )


def _line(altair, rows, chart: NationalChart):
    """One line with points."""
    highest = max((one.share for one in chart.shares), default=0.1)
    across, up = _axes(altair, chart, min(100, highest * 115))
    return (
        altair.Chart(rows)
        .mark_line(color=LINE, point=altair.OverlayMarkDef(color=LINE, filled=True, size=30))
        .encode(x=across, y=up)
    )
