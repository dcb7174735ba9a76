"""The interface itself: who asks, and how what cannot be done is said.

Its description, as OpenAPI, is at /api/openapi.json for whoever has a key.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from sightline import __version__
from sightline.casework.programs import person_of
from sightline.casework.recording import Stale
from sightline.casework.writing import NotRecorded
from sightline.sources.could_not import CouldNot
from sightline.web.service import NothingLoaded

ABOUT = (
    "What the pages of Sightline show and record, for other programs of the council. Every request "
    "is made by a program that has a key and acts as a person made for it; the same policy decides "
    "what it may see, and the audit trail keeps what it read, recorded and was refused."
)


class Key(HttpBearer):
    """The key in the header ``Authorization: Bearer ...``; the program acts as its person."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The person, or None where the key does not hold."""
        person = person_of(token)
        if person is not None:
            request.user = person
        return person


api = NinjaAPI(
    title="Sightline",
    version=__version__,
    description=ABOUT,
    auth=Key(),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)


@api.get("/openapi.json", include_in_schema=False)
def description(request: HttpRequest):
    """What there is, as OpenAPI."""
    return api.get_openapi_schema()


def _said(
    request: HttpRequest, status: int, fault: str, next_step: str, **more: Any
) -> HttpResponse:
    content = {"fault": fault, "next_step": next_step, **more}
    return api.create_response(request, content, status=status)


@api.exception_handler(AuthenticationError)
def _no_key(request: HttpRequest, error: Exception) -> HttpResponse:
    return _said(
        request, 401, "There is no key, or it does not hold.", "Ask an administrator for a key."
    )


@api.exception_handler(PermissionDenied)
def _refused(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return _said(request, 403, str(error), "That it was asked for has been kept.")


@api.exception_handler(Http404)
def _nothing_there(request: HttpRequest, error: Http404) -> HttpResponse:
    return _said(request, 404, "There is nothing at this address.", "Look at the description.")


@api.exception_handler(Stale)
def _stale(request: HttpRequest, error: Stale) -> HttpResponse:
    theirs = {"version": error.theirs.number, "content": error.theirs.content}
    return _said(request, 409, error.fault, error.next_step, stands=theirs)


@api.exception_handler(NotRecorded)
def _not_recorded(request: HttpRequest, error: NotRecorded) -> HttpResponse:
    return _said(request, 422, error.fault, error.next_step)


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    # What was sent is not repeated: it may be about a child.
    where = ["/".join(str(part) for part in one["loc"]) for one in error.errors]
    return _said(
        request, 422, "The request is not as described.", "Look at the description.", where=where
    )


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _said(request, error.status_code, "The request could not be read.", "Send it as JSON.")


@api.exception_handler(NothingLoaded)
@api.exception_handler(CouldNot)
def _nothing_loaded(request: HttpRequest, error: Exception) -> HttpResponse:
    return _said(
        request, 503,
        getattr(error, "fault", "Nothing has been loaded."),
        getattr(error, "next_step", "Load records, then ask the rules."),
    )  # fmt: skip
