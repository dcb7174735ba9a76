"""The timeline of one child: the whole journey drawn and as text, concerns as bars over time."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.recording import days_recorded
from sightline.web import journey
from sightline.web.charts import journey_drawing
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab


def timeline(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that happened, drawn, as a table and by year; concerns with the days left open."""
    page = opened(request, token, tables=journey.TABLES_OF_JOURNEY)
    return shown_tab(page, "child/timeline.html", lambda: _content(page))


def _content(page: ChildPage) -> dict[str, Any]:
    stretches = journey.stretches(page.records, page.concerns)
    return {
        "stretches": sorted(stretches, key=lambda one: (not one.is_concern, one.starts)),
        "drawings": [
            (size, journey_drawing.journey(stretches, page.day, width))
            for size, width in (("wide", journey_drawing.WIDE), ("narrow", journey_drawing.NARROW))
        ],
        "years": journey.happenings(page.records, page.workers),
        "is_here": is_recorded_here(page.child),
    }


def is_recorded_here(child: str):
    """Whether a happening is of a row that people recorded in Sightline itself."""
    recorded = days_recorded(child)

    def is_here(one: journey.Happening) -> bool:
        return one.day in recorded.get(one.table, frozenset[date]())

    return is_here
