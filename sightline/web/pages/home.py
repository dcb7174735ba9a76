"""Home: what this is, whose records it shows, and where to go."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sightline.casework.policy import SEE_AUDIT, may
from sightline.web import documents
from sightline.web.navigation import first_page_of
from sightline.web.pages.shown import shown


def first(request: HttpRequest) -> HttpResponse:
    """Where somebody comes to after signing in: their day, or home where they have none."""
    return HttpResponseRedirect(reverse(first_page_of(request.user)))


def home(request: HttpRequest) -> HttpResponse:
    """What this is, for everybody; the first page of those who do not work with children."""
    library = documents.library()
    content = {
        "documents": len(library.readable()),
        "may_see_audit": bool(may(request.user, SEE_AUDIT)),
    }
    return shown(request, "home.html", content)
