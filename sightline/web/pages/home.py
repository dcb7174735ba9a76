"""Home: what this is, whose records it shows, and where to go."""

from django.http import HttpRequest, HttpResponse

from sightline.web import documents
from sightline.web.pages.shown import shown


def home(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    library = documents.library()
    return shown(request, "home.html", {"documents": len(library.readable())})
