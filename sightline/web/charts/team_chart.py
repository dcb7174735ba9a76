"""Teams side by side in one measure: a point for each with its interval, in the order of the alphabet."""

import json
from dataclasses import asdict, dataclass

from sightline.web.charts.house_style import LINE, WIDE, drawn_and_named, heading, in_house_style

WIDTHS = {WIDE: 640, "narrow": 330}
ROW_HEIGHT = 34
PIXELS_OF_A_LETTER = 8
TITLE_LETTERS = {WIDE: 78, "narrow": 36}
MOST_LETTERS = {WIDE: 40, "narrow": 18}


@dataclass(frozen=True)
class TeamPoint:
    """One team: its value, and the ends of its interval where there is one."""

    name: str
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class TeamChart:
    """What is drawn. ``is_share`` where values are shares of one, shown in per cent."""

    title: str
    source: str
    description: str
    teams: tuple[TeamPoint, ...]
    is_share: bool
    size: str = WIDE

    def as_text(self) -> str:
        """Everything the drawing depends on, in one text: the key under which it is kept."""
        return json.dumps(asdict(self), sort_keys=True)


def draw(chart: TeamChart) -> str:
    """The chart as SVG text with a title and a description in it."""
    return drawn_and_named(specification(chart), chart)


def specification(chart: TeamChart) -> dict:
    """The Vega-Lite specification, built with Altair."""
    import altair

    times = 100 if chart.is_share else 1
    rows = [
        {
            "team": one.name,
            "value": one.value * times,
            "low": (one.value if one.low is None else one.low) * times,
            "high": (one.value if one.high is None else one.high) * times,
        }
        for one in chart.teams
    ]
    drawn = altair.layer(*_layers(altair, chart, rows)).properties(
        width=WIDTHS[chart.size] - _room_for_names(chart) - 40,
        height=ROW_HEIGHT * max(1, len(rows)),
        title=heading(altair, chart, TITLE_LETTERS[chart.size], "bounds"),
    )
    return in_house_style(drawn)


def _room_for_names(chart: TeamChart) -> int:
    """Pixels kept for the names of the teams."""
    longest = max((len(one.name) for one in chart.teams), default=0)
    return PIXELS_OF_A_LETTER * min(longest, MOST_LETTERS[chart.size]) + 12


def _layers(altair, chart: TeamChart, rows: list[dict]):
    """The intervals as lines, and the figures as points upon them."""
    data = altair.Data(values=rows)
    top = 100 if chart.is_share else max((row["high"] for row in rows), default=1) * 1.05 or 1
    across = altair.X(
        "low:Q",
        scale=altair.Scale(domain=[0, top], nice=False),
        axis=altair.Axis(
            title=None,
            tickCount=5,
            labelExpr="datum.label + '%'" if chart.is_share else "datum.label",
        ),
    )
    names = altair.Y(
        "team:N",
        sort=[row["team"] for row in rows],
        axis=altair.Axis(
            title=None,
            labelLimit=0,
            labelExpr=f"truncate(datum.label, {MOST_LETTERS[chart.size]})",
            # The drawing knows no font's widths exactly: room is kept for the longest name.
            minExtent=_room_for_names(chart),
        ),
    )
    intervals = altair.Chart(data).mark_rule(strokeWidth=3, color="#9aa5a8")
    points = altair.Chart(data).mark_point(filled=True, size=90, color=LINE, opacity=1)
    return (
        intervals.encode(x=across, x2="high:Q", y=names),
        points.encode(x=altair.X("value:Q"), y=names),
    )
