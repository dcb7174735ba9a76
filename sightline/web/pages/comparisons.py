"""Comparisons of councils by published statistics: one indicator, a theme, where it all comes from."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.comparisons.cannot_show import cannot_show
from sightline.comparisons.comparing import Comparison, Line, Point
from sightline.comparisons.marks import MARKS
from sightline.comparisons.statistics import Statistics, statistics_of
from sightline.web import service
from sightline.web.charts import comparison_chart, kept_charts
from sightline.web.charts.comparison_chart import (
    COUNTRY,
    NEIGHBOURS,
    OWN,
    SIZES,
    ComparisonChart,
    DrawnLine,
)
from sightline.web.door import require
from sightline.web.own_figures import OwnFigures, own_figures
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

MOST_COUNCILS = 3
YEARS_DRAWN = 10


@dataclass(frozen=True)
class Choice:
    """What a reader chose, as the address says it: councils by code, and a version of the model."""

    councils: tuple[str, ...]
    model: str

    @property
    def asked(self) -> str:
        """The same as the end of an address."""
        pairs = [("council", code) for code in self.councils]
        return urlencode(pairs + ([("model", self.model)] if self.model else []))


def statistics() -> Statistics:
    """The statistics of the workspace this process serves; empty where none were loaded."""
    return statistics_of(Path(settings.WORKSPACE) if settings.WORKSPACE else None)


def compare(request: HttpRequest) -> HttpResponse:
    """Every indicator by theme, and the choice of councils."""
    require(request, SEE_PUBLISHED, words="comparisons")
    held = statistics()
    labels = theme_labels()
    themes = [
        (theme, label, found) for theme, label in labels.items() if (found := held.of_theme(theme))
    ]
    return shown(request, "compare.html", {**_frame(request, held), "themes": themes})


def comparison(request: HttpRequest, indicator: str) -> HttpResponse:
    """One indicator: chart, years, neighbours, all councils."""
    require(request, SEE_PUBLISHED, words="comparison of councils")
    held, choice, found = _asked(request, indicator)
    own = own_figures(request.user, service.current(), indicator)
    figures = held.figures_of(indicator)
    last = found.years[-1] if found.years else 0
    return shown(
        request,
        "comparison.html",
        {
            **_frame(request, held),
            "published_only": own is None,
            "found": found,
            "own": own,
            "columns": _columns(held, found),
            "description": _described(held, found),
            "dataset": held.dataset_of(found.shown),
            "files": held.files_of(found.shown),
            "all_councils": [(area, figures.point(area, last)) for area in held.councils]
            if last
            else [],
            "cannot_show": cannot_show(indicator),
            "asked": choice.asked,
            "labels": theme_labels(),
        },
    )


def chart(request: HttpRequest, indicator: str, size: str) -> HttpResponse:
    """The chart as an SVG file."""
    require(request, SEE_PUBLISHED, words="chart of a comparison")
    if size not in SIZES:
        raise Http404("There is no such size.")
    held, _, found = _asked(request, indicator)
    own = own_figures(request.user, service.current(), indicator)
    drawing = _drawing(held, found, own, size)
    svg = kept_charts.drawn(drawing, comparison_chart.draw, settings.WORKSPACE)
    return HttpResponse(svg, content_type="image/svg+xml")


def theme(request: HttpRequest, theme: str) -> HttpResponse:
    """Every indicator of a theme for the chosen councils, its latest year."""
    require(request, SEE_PUBLISHED, words="comparison on a theme")
    held = statistics()
    labels = theme_labels()
    if theme not in labels:
        raise Http404("There is no such theme.")
    choice = _choice(request, held)
    rows = [
        held.comparison(one.indicator.key, choice.councils, choice.model)
        for one in held.of_theme(theme)
    ]
    content = {
        **_frame(request, held),
        "label": labels[theme],
        "theme": theme,
        "rows": rows,
        "columns": [
            "Figure",
            "Year",
            *(held.name_of(held.areas[code]) for code in choice.councils),
            *(["Median of neighbours"] if choice.councils else []),
            "England",
            "Median of all councils",
        ],
        "cannot_show": cannot_show(),
    }
    return shown(request, "compare_theme.html", content)


def sources(request: HttpRequest) -> HttpResponse:
    """Every file loaded, what was set aside, every other column, and councils that came and went."""
    require(request, SEE_PUBLISHED, words="sources of comparisons")
    held = statistics()
    content = {
        **_frame(request, held),
        "changed": [area for area in held.councils if area.abolished_on or area.before],
        "recoded": [area for area in held.councils if len(area.codes) > 1],
        "marks": MARKS,
    }
    return shown(request, "compare_sources.html", content)


def figure_in_words(value: float | None, unit: str) -> str:
    """A published figure with as many decimals as are published, and its unit where it is per cent."""
    if value is None:
        return ""
    said = f"{value:,.1f}" if unit else f"{value:,.10g}"
    return f"{said}%" if unit.startswith("%") else said


def point_in_words(point: Point, unit: str) -> str:
    """A point with its interval; where there is no figure, why."""
    if point.value is None:
        return f"no figure: {point.why}"
    said = figure_in_words(point.value, unit)
    if point.low is None:
        return said
    return f"{said} ({figure_in_words(point.low, unit)} to {figure_in_words(point.high, unit)})"


def _choice(request: HttpRequest, held: Statistics) -> Choice:
    """What the address asks for; by default the council whose records the workspace holds."""
    asked = [code for code in request.GET.getlist("council") if code in held.areas]
    if "council" not in request.GET and (authority := service.current().authority()):
        named = [area.key for area in held.councils if area.name == authority.name]
        asked = named if len(named) == 1 and not authority.made_up else []
    model = request.GET.get("model", "")
    return Choice(
        tuple(dict.fromkeys(asked))[:MOST_COUNCILS], model if model in held.models else ""
    )


def _asked(request: HttpRequest, indicator: str) -> tuple[Statistics, Choice, Comparison]:
    """The comparison that the address asks for."""
    held = statistics()
    if indicator not in held.indicators:
        raise Http404("There is no such indicator, or its file was not loaded.")
    choice = _choice(request, held)
    return held, choice, held.comparison(indicator, choice.councils, choice.model)


def _frame(request: HttpRequest, held: Statistics) -> dict[str, object]:
    """What every page of comparisons shows."""
    choice = _choice(request, held)
    return {
        "published_only": True,
        "held": held,
        "choice": choice,
        "asked": choice.asked,
        "most_councils": MOST_COUNCILS,
        "figure_words": figure_in_words,
        "point_words": point_in_words,
    }


def _columns(held: Statistics, found: Comparison) -> list[str]:
    """The headings of the table by year."""
    return [
        "Year",
        *(held.name_of(line.area) for line in found.lines),
        *([f"Median of neighbours ({found.model})"] if found.neighbours else []),
        *(["England"] if found.country else []),
        "Quartiles and median of all councils",
    ]


def _drawing(
    held: Statistics, found: Comparison, own: OwnFigures | None, size: str
) -> ComparisonChart:
    """What the chart draws: the last ten years."""
    years = found.years[-YEARS_DRAWN:]
    lines = [
        DrawnLine(held.name_of(line.area), look, _values(line, years))
        for look, line in enumerate(found.lines)
    ]
    if found.neighbour_medians:
        medians = {one.year: one.median for one in found.neighbour_medians}
        name = f"Median of {len(found.neighbours)} neighbours ({found.model})"
        lines.append(DrawnLine(name, NEIGHBOURS, tuple((year, medians[year]) for year in years)))
    if found.country:
        lines.append(DrawnLine("England", COUNTRY, _values(found.country, years)))
    if own:
        lines.append(
            DrawnLine(
                "Own records, provisional", OWN, tuple((year, _own(own, year)) for year in years)
            )
        )
    unit = found.shown.indicator.unit
    return ComparisonChart(
        title=f"{found.shown.indicator.label}, {unit}" if unit else found.shown.indicator.label,
        source="Published statistics. Grey: the middle half of all councils"
        + (f". Own records: {own.authority.named}" if own else ""),
        description=_described(held, found),
        lines=tuple(lines),
        band=tuple(
            (one.year, one.lower_quartile, one.upper_quartile)
            for one in found.spreads
            if one.year in years and one.lower_quartile is not None
        ),
        size=size,
    )


def _values(line: Line, years: tuple[int, ...]) -> tuple[tuple[int, float | None], ...]:
    known = {point.year: point.value for point in line.points}
    return tuple((year, known[year]) for year in years)


def _own(own: OwnFigures, year: int) -> float | None:
    figure = own.by_year.get(year)
    return None if figure is None or figure.value is None else figure.value * 100


def _described(held: Statistics, found: Comparison) -> str:
    """The chart in a sentence."""
    indicator = found.shown.indicator
    if not found.years:
        return f"{indicator.label}: no figure was published."
    said = [
        f"{held.name_of(line.area)} {point_in_words(line.latest, indicator.unit)} in {line.latest.year}"
        for line in (*found.lines, *([found.country] if found.country else []))
    ]
    return (
        f"Line chart by year, {found.years[-YEARS_DRAWN:][0]} to {found.years[-1]}. {indicator.label}: "
        f"{'; '.join(said)}. The table holds every year."
    )
