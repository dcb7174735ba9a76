"""Every document read, and the ones that could not be."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.web import documents
from sightline.web.door import require
from sightline.web.pages.shown import shown

FILTERS = ("authority", "kind", "year")


def inspections(request: HttpRequest) -> HttpResponse:
    """The list, filtered by authority, kind and year."""
    require(request, SEE_PUBLISHED, words="list of documents")
    library = documents.library()
    chosen = {name: request.GET.get(name, "").strip() for name in FILTERS}
    events = [event for event in library.readable() if _fits(event, chosen)]
    return shown(
        request,
        "inspections.html",
        {
            "rows": [_row(event, library) for event in events],
            "all_of_them": len(library.readable()),
            "chosen": chosen,
            "choices": _choices(library),
            "unreadable": library.unreadable(),
            "kinds": documents.KINDS,
        },
    )


def _fits(event, chosen: dict[str, str]) -> bool:
    """Whether a document fits every filter that is set."""
    day = documents.day_of(event)
    return (
        chosen["authority"] in ("", event.authority)
        and chosen["kind"] in ("", event.kind)
        and chosen["year"] in ("", str(day.year) if day else "")
    )


def _row(event, library: documents.Library) -> dict:
    """One line of the list."""
    grades = {row.area: row.grade for row in library.judgements.get(event.file, [])}
    return {
        "event": event,
        "address": documents.address_of(event),
        "kind": documents.KINDS.get(event.kind, event.kind),
        "overall": grades.get("overall_effectiveness", ""),
        "recommendations": len(library.recommendations.get(event.file, [])),
    }


def _choices(library: documents.Library) -> dict[str, list[tuple[str, str]]]:
    """What each filter can be set to."""
    events = library.readable()
    days = [documents.day_of(event) for event in events]
    years = sorted({str(day.year) for day in days if day}, reverse=True)
    kinds = sorted({event.kind for event in events})
    return {
        "authority": [
            (name, name)
            for name in sorted({event.authority for event in events if event.authority})
        ],
        "kind": [(kind, documents.KINDS.get(kind, kind)) for kind in kinds],
        "year": [(year, year) for year in years],
    }
