"""One authority over time: its inspections, grades, and what became of what was recommended."""

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.inspections.comparing import Journey, journey_of
from sightline.inspections.comparing.grades import day_of
from sightline.web import documents
from sightline.web.door import require
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels


def authorities(request: HttpRequest) -> HttpResponse:
    """Every authority a document was read of, with its latest overall grade."""
    require(request, SEE_PUBLISHED, words="list of authorities")
    library = documents.library()
    rows = {}
    for event in sorted(library.readable(), key=lambda one: str(day_of(one))):
        if event.urn:
            row = rows.setdefault(event.urn, {"urn": event.urn, "documents": 0, "overall": ""})
            row["name"] = event.authority
            row["documents"] += 1
            row["latest"] = event
            row["overall"] = _overall(library, event) or row["overall"]
    ordered = sorted(rows.values(), key=lambda row: row["name"])
    return shown(request, "authorities.html", {"published_only": True, "rows": ordered})


def authority(request: HttpRequest, urn: str) -> HttpResponse:
    """The journey of one authority."""
    require(request, SEE_PUBLISHED, words="an authority's inspections")
    library = documents.library()
    journey = _journey(library, urn)
    if not journey.steps:
        raise Http404("Nothing was read of this authority.")
    return shown(
        request,
        "authority.html",
        {
            "published_only": True,
            "journey": journey,
            "day_of": day_of,
            "kinds": documents.KINDS,
            "areas": {
                area: label
                for area, label in documents.AREAS.items()
                if any(area in step.grades for step in journey.steps)
            },
            "labels": theme_labels(),
            "address_of": library.address,
        },
    )


@lru_cache(maxsize=64)
def _journey(library: documents.Library, urn: str) -> Journey:
    """The journey; it goes through every paragraph read, so it is kept while the library is."""
    return journey_of(library.documents, urn)


def _overall(library: documents.Library, event) -> str:
    """The event's overall grade, "" where it has none."""
    for row in library.judgements.get(event.file, []):
        if row.area == "overall_effectiveness":
            return row.grade
    return ""
