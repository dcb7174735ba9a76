"""Home: what this is, whose records it shows, and where to go."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import SEE_AUDIT, may
from sightline.web import documents
from sightline.web.pages.shown import shown


def home(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    library = documents.library()
    content = {
        "documents": len(library.readable()),
        "may_see_audit": bool(may(request.user, SEE_AUDIT)),
    }
    return shown(request, "home.html", content)
