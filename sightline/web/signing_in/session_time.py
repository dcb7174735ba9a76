"""When a session ends: after a while in which nothing was opened, and after a working day at the latest.

A session that has ended is kept, closed: whoever it was signs in again and finds what they were at.
It opens nothing meanwhile.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from sightline.casework.models import Person

BEGAN, ENDS = "session_began", "session_ends"
RENEWED_AFTER = 60
"""Seconds before a session is written anew, so that not every page writes."""

ASKING_ALONE = "session"
"""Asking how long the session lasts does not make it longer."""


def begin(request: HttpRequest) -> None:
    """Somebody has just signed in."""
    request.session[BEGAN] = time.time()
    request.session[ENDS] = _ends(request, time.time())


@contextmanager
def same_form_key(request: HttpRequest, person: Person) -> Iterator[None]:
    """Signing in changes the key by which forms are known to be ours. For whoever goes on with a
    session that had ended it stays, so that what they have open elsewhere can still be sent."""
    goes_on = request.session.get(SESSION_KEY) == str(person.pk)
    key = request.META.get("CSRF_COOKIE")
    yield
    if goes_on and key:
        request.META["CSRF_COOKIE"] = key


class SessionTime:
    """Ends sessions, and makes those longer that are used."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer the request. To a session that is over it is nobody's."""
        request.session_is_over = False
        if request.user.is_authenticated:
            if ENDS not in request.session:
                begin(request)
            if time.time() > request.session[ENDS]:
                request.session_is_over = True
                request.session.pop(AUTHENTICATION_METHODS_SESSION_KEY, None)
                request.user = AnonymousUser()
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Somebody is there: their session lasts longer."""
        if not request.user.is_authenticated:
            return
        only_asks = request.resolver_match.url_name == ASKING_ALONE and request.method == "GET"
        longer = _ends(request, time.time())
        if not only_asks and longer - request.session[ENDS] > RENEWED_AFTER:
            request.session[ENDS] = longer


def _ends(request: HttpRequest, now: float) -> float:
    longest = request.session[BEGAN] + settings.SESSION_COOKIE_AGE
    return min(now + settings.SESSION_MINUTES * 60, longest)
