"""After a later report: each recommendation beside the last ones on its theme, and what to decide."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.improvement.after import after as laid_beside
from sightline.improvement.after import later_events
from sightline.web import documents
from sightline.web.pages.improvement.finding import crumbs, plan_at, shown_of_plan
from sightline.web.pages.improvement.plans import report_of
from sightline.web.theme_labels import theme_labels

MOST_FINDINGS = 3
"""So many paragraphs of the later report are shown beside one objective; the rest are on the report's page."""


def after(request: HttpRequest, plan: int, report: str) -> HttpResponse:
    """The plan beside one later report of its authority."""
    found = plan_at(request, plan)
    library = documents.library()
    event = library.by_address.get(report)
    if event is None or event not in later_events(library.documents, found):
        raise Http404("That is no later report of this plan's authority.")
    return shown_of_plan(
        request,
        "after.html",
        found,
        {
            "event": event,
            "report": report,
            "own": report_of(found),
            "laid": laid_beside(library.documents, found, event),
            "most_findings": MOST_FINDINGS,
            "day_of": documents.day_of,
            "kinds": documents.KINDS,
            "labels": theme_labels(),
            "way": crumbs(found, last=f"After {documents.day_of(event):%B %Y}"),
        },
    )
