"""Measures: all of them, one of them, and its chart."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_FIGURES, SEE_SMALL_NUMBERS, may
from sightline.web import documents, service
from sightline.web.charts import kept_charts, measure_chart
from sightline.web.charts.measure_chart import SIZES
from sightline.web.door import require
from sightline.web.figures import chart_of, children_behind_it, described, in_front, shown_to
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels


def measures(request: HttpRequest) -> HttpResponse:
    """Every measure with today's figure."""
    require(request, SEE_FIGURES, words="list of measures")
    workspace = service.current()
    rows = [
        (measure, shown_to(request.user, in_front(workspace, measure.name)[0]))
        for measure in workspace.measures()
    ]
    return shown(request, "measures.html", {"rows": rows, "labels": theme_labels()})


def measure(request: HttpRequest, measure: str) -> HttpResponse:
    """One measure: figure, chart, table."""
    require(request, SEE_FIGURES, words=f"measure {measure}")
    workspace = service.current()
    wanted = measure_named(workspace, measure)
    months = workspace.months(measure) if may(request.user, SEE_SMALL_NUMBERS) else []
    first, beside = in_front(workspace, measure)
    figure, also = shown_to(request.user, first), shown_to(request.user, beside)
    content = {
        "measure": wanted,
        "figure": figure,
        "also": also,
        "children_beside": children_behind_it(request.user, workspace, measure, also),
        "children": children_behind_it(request.user, workspace, measure, figure),
        "months": months,
        "years": workspace.years(measure) if months else [],
        "description": described(wanted, months, workspace.authority()) if months else "",
        "labels": theme_labels(),
    }
    return shown(request, "measure.html", content)


def chart(request: HttpRequest, measure: str, size: str) -> HttpResponse:
    """The chart as an SVG file, with the day of the report beside it marked."""
    require(request, SEE_FIGURES, words=f"chart of {measure}")
    require(request, SEE_SMALL_NUMBERS, words=f"chart of {measure}")
    if size not in SIZES:
        raise Http404("There is no such size.")
    workspace = service.current()
    wanted = measure_named(workspace, measure)
    drawing = chart_of(
        wanted,
        workspace.months(measure),
        workspace.authority(),
        size=size,
        years=workspace.years(measure),
        marked=_day_of_report(request.GET.get("report", "")),
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
