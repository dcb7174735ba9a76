"""Ready for inspection: what will be asked for, what is missing, what was asked last time, the clocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_FIGURES, SEE_PUBLISHED
from sightline.inspections.facts import Event
from sightline.records.calendar import working_day_after
from sightline.records.standards import Standard, in_force
from sightline.returns.annex_a.filled_from import why_empty
from sightline.sources.headings_of_annex_a import HEADINGS
from sightline.sources.mapping import months_before
from sightline.web import documents, service
from sightline.web.door import require
from sightline.web.figures import children_behind_it, shown_to
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

GRADED = ("ilacs_inspection", "sif_inspection", "sif_reinspection")
VISITS = ("focused_visit",)
PRIORITY = "priority action"
LOWER = "lower"
# The usual time between inspections is told with six months to either side (see OFS-03).
GIVE_OR_TAKE = 6


@dataclass(frozen=True)
class ListAsked:
    """One list of Annex A: its columns, and those the records cannot fill, each with the reason."""

    number: int
    name: str
    columns: int
    left_empty: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Clock:
    """A clock of inspection: from which day, and the days it names. Empty where none can be told."""

    standard: Standard
    runs_from: date | None
    days: tuple[date, ...]
    said: str


def ready(request: HttpRequest) -> HttpResponse:
    """The page: the same for everybody who may see figures, small numbers hidden as elsewhere."""
    require(request, SEE_FIGURES, words="ready for inspection")
    require(request, SEE_PUBLISHED, words="ready for inspection")
    workspace, library = service.current(), documents.library()
    authority = workspace.authority()
    event = _last_inspection(library, authority, request.GET.get("report", ""))
    asked = library.recommendations.get(event.file, []) if event else []
    content = {
        "lists": lists_asked(workspace) if authority else [],
        "away": _away_from_the_standard(request.user, workspace),
        "event": event,
        "address": documents.address_of(event) if event else "",
        "asked": asked,
        "others": [
            (documents.address_of(one), one) for one in _graded(library) if one is not event
        ],
        "day_of": documents.day_of,
        "kinds": documents.KINDS,
        "is_theirs": bool(event and authority and event.authority == authority.name),
        "clocks": clocks_of(event, asked, authority.day if authority else date.today()),
        "labels": theme_labels(),
    }
    return shown(request, "ready_for_inspection.html", content)


def lists_asked(workspace: service.Service) -> list[ListAsked]:
    """Each list, with the columns that nothing in the workspace can fill."""
    filled = workspace.filled()
    found = []
    for number, (name, headings) in HEADINGS.items():
        reasons = ((one, why_empty(filled.__contains__, number, one)) for one in headings)
        empty = tuple((heading, why) for heading, why in reasons if why)
        found.append(ListAsked(number, name, len(headings), empty))
    return found


def _away_from_the_standard(person: Any, workspace: service.Service) -> list[tuple]:
    """What stands on the day and should be little: each figure as this person may see it."""
    found = []
    for measure in workspace.measures():
        if not (measure.at_end and measure.better == LOWER):
            continue
        figure = shown_to(person, workspace.figure(measure.name))
        children = children_behind_it(person, workspace, measure.name, figure)
        found.append((measure, figure, children))
    return found


def _graded(library: documents.Library) -> list[Event]:
    """Inspections and visits that were read, the newest first."""
    return [one for one in library.readable() if one.kind in GRADED + VISITS]


def _last_inspection(
    library: documents.Library, authority: service.Authority | None, wanted: str
) -> Event | None:
    """The document asked for; otherwise the authority's own last inspection, or the only council's."""
    graded = _graded(library)
    if wanted:
        chosen = [one for one in graded if documents.address_of(one) == wanted]
        if not chosen:
            raise Http404("There is no such inspection.")
        return chosen[0]
    full = [one for one in graded if one.kind in GRADED]
    own = [one for one in full if authority and one.authority == authority.name]
    only_one_council = len({one.authority for one in full}) == 1
    return next(iter(own or (full if only_one_council else [])), None)


def clocks_of(event: Event | None, asked: Sequence[Any], day: date) -> list[Clock]:
    """The clocks of an inspection and of the next: each with its standard in force on the day."""
    received = event.published if event else None
    priority = any(one.priority == PRIORITY for one in asked)
    is_visit = bool(event and event.kind in VISITS)
    clocks = [
        _after_a_report("OFS-01", received if priority else None, received or day, priority),
        _after_a_report(
            "OFS-02",
            received if priority and is_visit else None,
            received or day,
            priority and is_visit,
        ),
        _next_inspection(event, day),
    ]
    for notice in ("OFS-04", "OFS-05"):
        standard = in_force(notice, day)
        clocks.append(standard and Clock(standard, None, (), "Runs from the day of the call."))
    return [clock for clock in clocks if clock]


def _after_a_report(id: str, since: date | None, day: date, applies: bool) -> Clock | None:
    standard = in_force(id, day)
    if standard is None:
        return None
    if not applies:
        return Clock(
            standard, None, (), "The document names no area for priority action of this kind."
        )
    if since is None:
        return Clock(standard, None, (), "Cannot tell: the document gives no day of publication.")
    return Clock(
        standard,
        since,
        (working_day_after(since, int(standard.value)),),
        "Counted from publication. The clock starts on the day the council received it, which the "
        "document does not give and which is earlier.",
    )


def _next_inspection(event: Event | None, day: date) -> Clock | None:
    standard = in_force("OFS-03", day)
    if standard is None:
        return None
    if event is None or event.starts is None or event.kind not in GRADED:
        return Clock(standard, None, (), "Cannot tell: no graded inspection with its first day.")
    months = int(standard.value)
    window = tuple(
        months_before(event.starts, -(months + more)) for more in (-GIVE_OR_TAKE, GIVE_OR_TAKE)
    )
    return Clock(
        standard,
        event.starts,
        window,
        "A usual time, six months to either side. Inspectors decide by risk and may come earlier.",
    )
