"""The service: its teams side by side in the order of the alphabet, as a table and a chart."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_FIGURES, SEE_SMALL_NUMBERS, may
from sightline.engine.small_numbers import hidden_among
from sightline.web import service
from sightline.web.charts import kept_charts, team_chart
from sightline.web.charts.team_chart import TeamChart, TeamPoint
from sightline.web.door import require
from sightline.web.pages.shown import shown
from sightline.web.pages.teams.figures_of_teams import OfTeam, of_teams, side_by_side
from sightline.web.pages.teams.held import hidden_name
from sightline.web.pages.teams.well import good_things_of_last_year

WORDS = "teams side by side"
FIRST = "protection_visits_in_time"


@dataclass(frozen=True)
class TeamLine:
    """A team with how many children it works with; None where the number is small and hidden."""

    team: str
    children: int | None


def teams(request: HttpRequest) -> HttpResponse:
    """Every team: the children it works with, what went well, and one measure side by side."""
    require(request, SEE_FIGURES, words=WORDS)
    workspace = service.current()
    choices = of_teams(workspace)
    measure = _chosen(request, choices)
    lines = side_by_side(request.user, workspace, measure) if measure else []
    content = {
        "teams": _lines(request.user, workspace),
        "well": good_things_of_last_year(request.user, workspace),
        "choices": choices,
        "measure": measure,
        "lines": lines,
        "period": next((one.figure.period_words for one in lines if one.figure), ""),
        "description": _described(measure, lines) if measure else "",
        "hidden_name": hidden_name,
    }
    return shown(request, "teams/teams.html", content)


def chart(request: HttpRequest, size: str) -> HttpResponse:
    """The chosen measure, team by team, as an SVG file: what is hidden is not drawn."""
    require(request, SEE_FIGURES, words=f"chart of {WORDS}")
    if size not in team_chart.WIDTHS:
        raise Http404("There is no such size.")
    workspace = service.current()
    measure = _chosen(request, of_teams(workspace))
    if measure is None:
        raise Http404("There is no such measure.")
    lines = side_by_side(request.user, workspace, measure)
    points = tuple(
        TeamPoint(one.team, one.figure.value, one.figure.low, one.figure.high)
        for one in lines
        if one.figure and one.figure.value is not None
    )
    whose = workspace.authority().named
    drawing = TeamChart(
        title=measure.title,
        source=f"{whose[0].upper()}{whose[1:]}. "
        + ("Point: the figure. Line: its 95% interval." if measure.is_share else "Counts."),
        description=_described(measure, lines),
        teams=points,
        is_share=measure.is_share,
        size=size,
    )
    svg = kept_charts.drawn(drawing, team_chart.draw, settings.WORKSPACE)
    response = HttpResponse(svg, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=300"
    return response


def _chosen(
    request: HttpRequest, choices: list[service.MeasureShown]
) -> service.MeasureShown | None:
    """The measure the address asks for, else visits of children on plans; None where none is told."""
    asked = request.GET.get("measure", "")
    if asked:
        found = next((one for one in choices if one.name == asked), None)
        if found is None:
            raise Http404("There is no such measure of teams.")
        return found
    return next((one for one in choices if one.name == FIRST), choices[0] if choices else None)


def _lines(person: object, workspace: service.Service) -> list[TeamLine]:
    records = workspace.records_for_policy().values()
    counts = [
        (team, sum(team in record.teams for record in records)) for team in workspace.team_names()
    ]
    small = hidden_among([(count, 0) for _, count in counts])
    sees = bool(may(person, SEE_SMALL_NUMBERS))
    return [
        TeamLine(team, None if hide and not sees else count)
        for (team, count), hide in zip(counts, small, strict=True)
    ]


def _described(measure: service.MeasureShown, lines: list[OfTeam]) -> str:
    """The chart in one sentence, for people who do not see it."""
    told = sum(bool(one.figure and one.figure.value is not None) for one in lines)
    return f"{measure.title}, team by team, {told} teams. The same is in the table."
