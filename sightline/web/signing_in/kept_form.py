"""A form that came in after its writer's session had ended: kept until they have signed in again.

It is kept with the closed session, on the server, and shown to nobody else: whoever signs in as
another person gets a session of their own.
"""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest

KEPT = "form_kept"
MOST_KEPT = 200_000
"""Characters of a form that are kept; more than any form takes."""

NOT_KEPT = frozenset({"csrfmiddlewaretoken", "password", "code"})
BY_A_SCRIPT = "by itself"


def keep(request: HttpRequest) -> None:
    """Keep the form of this request, if it is one that somebody typed and their session has ended."""
    if request.method != "POST" or SESSION_KEY not in request.session or request.FILES:
        return
    fields = [
        (name, "later" if value == BY_A_SCRIPT else value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_KEPT
    ]
    if 0 < sum(len(name) + len(value) for name, value in fields) <= MOST_KEPT:
        request.session[KEPT] = {"path": request.path, "fields": fields}


def is_there(request: HttpRequest) -> bool:
    """Whether a form waits to be sent."""
    return KEPT in request.session


def of(request: HttpRequest) -> dict[str, Any] | None:
    """The form that waits: its path, and its fields as they were sent."""
    return request.session.get(KEPT)


def sent_again(request: HttpRequest) -> None:
    """A form is sent: if it is the one that waited, it waits no more."""
    waiting = of(request)
    if waiting and waiting["path"] == request.path:
        let_go(request)


def let_go(request: HttpRequest) -> None:
    """It was sent, or its writer gave it up."""
    request.session.pop(KEPT, None)
