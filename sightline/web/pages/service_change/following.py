"""The children of a change 30, 90 and 180 days after it: counts, a chart, and the children behind each."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import service_changes
from sightline.casework.models import ServiceChange
from sightline.casework.readers import name_of
from sightline.web import service
from sightline.web.charts import following_chart, kept_charts
from sightline.web.charts.following_chart import FollowingChart
from sightline.web.lists import in_pages, open_to
from sightline.web.pages.listed_children import listing, names_of
from sightline.web.pages.service_change.changes import LISTED
from sightline.web.pages.service_change.finding import change_at, way_to
from sightline.web.pages.shown import shown
from sightline.web.what_came_of_a_change import (
    CHECKPOINTS,
    OUTCOMES,
    Checkpoint,
    day_of,
    visits_not_told,
)
from sightline.web.words import day_in_words


def following(request: HttpRequest, change: int) -> HttpResponse:
    """The counts at each checkpoint, with the chart of them."""
    found = _followed(request, change)
    points = _checkpoints(found)
    workspace = service.current()
    content = {
        "change": found,
        "children": found.children.count(),
        "points": points,
        "reached": [one for one in points if one.is_reached],
        "outcomes": OUTCOMES,
        "described": _described(points),
        "visits_not_told": visits_not_told(workspace.filled()),
        "way": way_to(found, ("Afterwards", "")),
    }
    return shown(request, "service_change/following.html", content)


def chart(request: HttpRequest, change: int, size: str) -> HttpResponse:
    """The chart of the counts."""
    found = _followed(request, change)
    points = [one for one in _checkpoints(found) if one.is_reached]
    if size not in following_chart.WIDTHS or not points:
        raise Http404("There is no such chart.")
    authority = service.current().authority()
    drawing = FollowingChart(
        title=f"{found.name}: the children afterwards",
        source=f"{authority.named}, records to {day_in_words(authority.day)}",
        description=_described(points),
        counts=tuple(
            (one.words, f"{point.days} days", len(children))
            for name, one in OUTCOMES.items()
            for point in points
            if (children := point.came[name]) is not None
        ),
        children=found.children.count(),
        size=size,
    )
    svg = kept_charts.drawn(drawing, following_chart.draw, settings.WORKSPACE)
    return HttpResponse(svg, content_type="image/svg+xml")


def children(request: HttpRequest, change: int, days: int, outcome: str) -> HttpResponse:
    """The children behind one count, as far as the person may read their records."""
    found = _followed(request, change)
    point = next((one for one in _checkpoints(found) if one.days == days), None)
    came = point.came.get(outcome) if point else None
    if came is None:
        raise Http404("There is no such list.")
    every = [one for one in found.children.order_by("pk") if one.child in came]
    mine = open_to(request.user, every, service.current().records_for_policy())
    page = in_pages(request, mine, len(every))
    address = reverse("service-change-following", kwargs={"change": found.pk})
    content = {
        "change": found,
        "point": point,
        "outcome": OUTCOMES[outcome],
        "counted": len(every),
        "page_of_list": page,
        "names": names_of({one.child for one in page.rows}),
        "stands": service_changes.destinations_of(found),
        "responsible_for": service_changes.responsible_for,
        "name_of": name_of,
        "way": way_to(found, ("Afterwards", address), (OUTCOMES[outcome].words, "")),
    }
    return listing(request, "service_change/children.html", content, page.rows, LISTED)


def _followed(request: HttpRequest, change: int) -> ServiceChange:
    """The change, where it was not called off: nobody is followed for what did not happen."""
    found = change_at(request, change)
    if found.called_off_at:
        raise Http404("The change was called off.")
    return found


def _checkpoints(change: ServiceChange) -> list[Checkpoint]:
    """How its children stood at each checkpoint, as far as the records reach."""
    workspace, since = service.current(), change.counted_from
    listed = list(change.children.values_list("child", flat=True))
    until = workspace.authority().day
    days = [(number, day_of(since, number)) for number in CHECKPOINTS]
    return [
        Checkpoint(
            number, day, day <= until, workspace.came_by(listed, since, day) if day <= until else {}
        )
        for number, day in days
    ]


def _described(points: list[Checkpoint]) -> str:
    """The last checkpoint that the records reach, in a sentence."""
    reached = [one for one in points if one.is_reached]
    if not reached:
        return "The records do not reach to the first of the days."
    told = (
        f"{OUTCOMES[name].words.lower()} {len(children):,}"
        for name, children in reached[-1].came.items()
        if children is not None
    )
    return f"Bars by what came. After {reached[-1].days} days: {', '.join(told)}. The table holds every number."
