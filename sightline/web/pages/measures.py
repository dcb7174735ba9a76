"""Measures: all of them, one of them, and its chart."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_FIGURES, SEE_SMALL_NUMBERS, may
from sightline.engine.control_chart import ControlChart
from sightline.engine.figures import SPLIT
from sightline.engine.measure import RATE
from sightline.engine.periods import GRAINS, MONTH, YEAR
from sightline.engine.traits import NOT_RECORDED, TRAITS
from sightline.web import documents, service
from sightline.web.charts import kept_charts, measure_chart
from sightline.web.charts.measure_chart import SIZES
from sightline.web.door import require
from sightline.web.figures import (
    chart_of,
    children_behind_it,
    described,
    in_front,
    shown_to,
    signals_in_words,
)
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels


@dataclass(frozen=True)
class Choice:
    """What somebody chose to see of a measure: by month, quarter or year, and of which team."""

    grain: str
    team: str

    @property
    def ask(self) -> str:
        """The choice as the end of an address; nothing for the usual one."""
        chosen = {"by": self.grain if self.grain != MONTH else "", "team": self.team}
        asked = urlencode({name: value for name, value in chosen.items() if value})
        return f"?{asked}" if asked else ""


def measures(request: HttpRequest) -> HttpResponse:
    """Every measure with today's figure, by what it measures."""
    require(request, SEE_FIGURES, words="list of measures")
    workspace = service.current()
    by_theme: dict[str, list] = {}
    for measure in workspace.measures():
        figure = shown_to(request.user, in_front(workspace, measure.name)[0])
        by_theme.setdefault(measure.themes[0], []).append((measure, figure))
    return shown(request, "measures.html", {"by_theme": by_theme, "labels": theme_labels()})


def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure: figure, chart with its limits, table, groups of children."""
    require(request, SEE_FIGURES, words=f"measure {measure}")
    workspace = service.current()
    wanted = measure_named(workspace, measure)
    first, beside = in_front(workspace, measure)
    figure, also = shown_to(request.user, first), shown_to(request.user, beside)
    content = {
        "measure": wanted,
        "figure": figure,
        "also": also,
        "children_beside": children_behind_it(request.user, workspace, measure, also),
        "children": children_behind_it(request.user, workspace, measure, figure),
        "labels": theme_labels(),
        **_over_time(request, workspace, wanted),
        **_by_group(request, workspace, wanted),
    }
    return shown(request, "measure.html", content)


def _over_time(request: HttpRequest, workspace: service.Service, wanted) -> dict[str, object]:
    """The chosen series, its chart in words and what is more than noise; nothing for somebody who may
    not see small numbers."""
    if not may(request.user, SEE_SMALL_NUMBERS):
        return {"series": []}
    choice = _choice(request, workspace, wanted.name)
    series = workspace.series(wanted.name, choice.grain, choice.team)
    control = _control(workspace, wanted.name, choice)
    authority = workspace.authority()
    return {
        "choice": choice,
        "grains": GRAINS,
        "teams": workspace.teams(wanted.name) if wanted.of_children and wanted.kind != RATE else [],
        "series": series,
        "signals": signals_in_words(control, series) if choice.grain == MONTH else [],
        "description": described(wanted, series, authority, choice.team) if series else "",
        "of_team": series[-1] if series and choice.team else None,
        "children_of_team": children_behind_it(
            request.user, workspace, wanted.name, series[-1] if series and choice.team else None
        ),
    }


def _control(workspace: service.Service, measure: str, choice: Choice) -> ControlChart | None:
    """The limits of a series by month; quarters and years are too few to have any."""
    return workspace.control_chart(measure, choice.team) if choice.grain == MONTH else None


def _choice(request: HttpRequest, workspace: service.Service, measure: str) -> Choice:
    """What the address asks for; Http404 for a team of which nothing is told."""
    grain, team = request.GET.get("by", MONTH), request.GET.get("team", "")
    if grain not in GRAINS or (team and team not in workspace.teams(measure)):
        raise Http404("There is no such period or team.")
    return Choice(grain, team)


def _by_group(request: HttpRequest, workspace: service.Service, wanted) -> dict[str, object]:
    """One year by group of children, small numbers hidden from everybody."""
    if not wanted.of_children or wanted.kind == RATE:
        return {"years": []}
    years = list(reversed(workspace.series(wanted.name, YEAR)))
    year = request.GET.get("year") or (years[0].period if years else "")
    if year and year not in {one.period for one in years}:
        raise Http404("There is no figure for that year.")
    kinds = [*TRAITS, SPLIT] if wanted.split_by else TRAITS
    found = {kind: workspace.groups(wanted.name, kind, year) for kind in kinds} if year else {}
    return {
        "years": years,
        "year": next((one for one in years if one.period == year), None),
        "groups": {
            kind: groups
            for kind, groups in found.items()
            if any(one.group != NOT_RECORDED for one in groups)
        },
    }


def chart(request: HttpRequest, measure: str, size: str) -> HttpResponse:
    """The chart as an SVG file: with its limits, or with the day of the report beside it marked."""
    require(request, SEE_FIGURES, words=f"chart of {measure}")
    require(request, SEE_SMALL_NUMBERS, words=f"chart of {measure}")
    if size not in SIZES:
        raise Http404("There is no such size.")
    workspace = service.current()
    wanted = measure_named(workspace, measure)
    choice = _choice(request, workspace, measure)
    marked = _day_of_report(request.GET.get("report", ""))
    drawing = chart_of(
        wanted,
        workspace.series(measure, choice.grain, choice.team),
        workspace.authority(),
        size=size,
        years=workspace.years(measure) if marked else (),
        control=None if marked else _control(workspace, measure, choice),
        team=choice.team,
        marked=marked,
    )
    svg = kept_charts.drawn(drawing, measure_chart.draw, settings.WORKSPACE)
    response = HttpResponse(svg, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=300"
    return response


def _day_of_report(address: str) -> date | None:
    """The day of the report beside which the chart stands; None where it stands alone."""
    event = documents.library().by_address.get(address)
    return documents.day_of(event) if event else None


def measure_named(workspace: service.Service, name: str) -> service.MeasureShown:
    """The measure of that name."""
    for one in workspace.measures():
        if one.name == name:
            return one
    raise Http404("There is no such measure.")
