"""The children of a change to services some days after it: a bar for each count. No child is in it."""

import json
import textwrap
from dataclasses import asdict, dataclass

from sightline.web.charts.house_style import WIDE, drawn_and_named, heading, in_house_style

WIDTHS = {WIDE: 640, "narrow": 330}
TITLE_LETTERS = {WIDE: 78, "narrow": 36}
NAME_PIXELS = {WIDE: 250, "narrow": 140}
NAME_LETTERS = {WIDE: 40, "narrow": 20}
COLOURS = ("#14545c", "#5b9aa0", "#a8c9cb")
ROW_HEIGHT, THINNEST_BAR = 34, 13
"""Pixels: a row has room for a name of two lines, however few bars stand in it."""


@dataclass(frozen=True)
class FollowingChart:
    """What is drawn: ``counts`` are (what came, "30 days", how many children), those told alone."""

    title: str
    source: str
    description: str
    counts: tuple[tuple[str, str, int], ...]
    children: int
    size: str = WIDE

    def as_text(self) -> str:
        """Everything the drawing depends on, in one text: the key under which it is kept."""
        return json.dumps(asdict(self), sort_keys=True)


def draw(chart: FollowingChart) -> str:
    """The chart as SVG text with a title and a description in it."""
    return drawn_and_named(specification(chart), chart)


def specification(chart: FollowingChart) -> dict:
    """The Vega-Lite specification, built with Altair."""
    import altair

    rows = [{"what": what, "when": when, "children": count} for what, when, count in chart.counts]
    whats = list(dict.fromkeys(row["what"] for row in rows))
    whens = list(dict.fromkeys(row["when"] for row in rows))
    step = max(THINNEST_BAR, ROW_HEIGHT // max(1, len(whens)))
    bars = altair.Chart(altair.Data(values=rows)).mark_bar(height=min(step, 18) - 2)
    drawn = bars.encode(
        x=altair.X(
            "children:Q",
            scale=altair.Scale(domain=[0, max(chart.children, 1)], nice=False),
            axis=altair.Axis(title="Children", tickMinStep=1, format="d", tickCount=5),
        ),
        y=altair.Y("what:N", sort=whats, axis=_names(altair, chart)),
        yOffset=altair.YOffset("when:N", sort=whens),
        color=altair.Color(
            "when:N",
            sort=whens,
            scale=altair.Scale(domain=whens, range=list(COLOURS[: len(whens)])),
            legend=altair.Legend(title=None, orient="bottom", labelFontSize=12),
        ),
    ).properties(
        width=WIDTHS[chart.size] - NAME_PIXELS[chart.size] - 40,
        height=altair.Step(step),
        title=heading(altair, chart, TITLE_LETTERS[chart.size], "bounds"),
    )
    return in_house_style(drawn)


def _names(altair, chart: FollowingChart):
    """What came, in as many lines as a narrow drawing needs."""
    lines = {what: textwrap.wrap(what, NAME_LETTERS[chart.size]) for what, _, _ in chart.counts}
    return altair.Axis(
        title=None,
        labelLimit=0,
        labelExpr=f"({json.dumps(lines)})[datum.label]",
        # The drawing knows no font's widths exactly: room is kept for the longest name.
        minExtent=NAME_PIXELS[chart.size],
    )
