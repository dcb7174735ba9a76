"""A page of a report as the inspectors set it, with what was read from it as text beside."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.inspections.facts import Event
from sightline.inspections.originals import NoPicture, original_of, page_picture
from sightline.web import documents
from sightline.web.door import require
from sightline.web.pages.shown import shown


def report_page(request: HttpRequest, report: str, page: int) -> HttpResponse:
    """One page: its picture, and the paragraphs and recommendations read from it."""
    require(request, SEE_PUBLISHED, words="page of a report")
    library = documents.library()
    event = _event(library, report, page)
    read = [*library.recommendations.get(event.file, []), *library.findings.get(event.file, [])]
    return shown(
        request,
        "report_page.html",
        {
            "published_only": True,
            "event": event,
            "address": report,
            "day": documents.day_of(event),
            "page_number": page,
            "no_picture": _why_no_picture(event),
            "read": [row for row in read if row.page == page],
        },
    )


def picture(request: HttpRequest, report: str, page: int) -> HttpResponse:
    """The page as PNG. 404 where the original is gone, or is no longer what was read."""
    require(request, SEE_PUBLISHED, words="page of a report")
    event = _event(documents.library(), report, page)
    try:
        image = page_picture(original_of(documents.folder(), event.file, event.sha256), page)
    except NoPicture as error:
        raise Http404(str(error)) from error
    return HttpResponse(image, "image/png", headers={"Cache-Control": "private, max-age=86400"})


def _event(library: documents.Library, report: str, page: int) -> Event:
    event = library.by_address.get(report)
    if event is None or event.unreadable_because or not 1 <= page <= (event.pages or 0):
        raise Http404("There is no such page.")
    return event


def _why_no_picture(event: Event) -> str:
    """The sentence to show in place of the picture, "" where there is one."""
    try:
        original_of(documents.folder(), event.file, event.sha256)
    except NoPicture as error:
        return str(error)
    return ""
