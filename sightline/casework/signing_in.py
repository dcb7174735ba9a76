"""Signing in, with a pause after repeated failures."""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.models import FailedSignIn, Person

FAILURES_ALLOWED = 5
PAUSE = timedelta(minutes=15)


class Paused(Exception):
    """Too many failures: nobody may sign in under this name for a while."""


def sign_in(request: HttpRequest, name: str, password: str) -> Person | None:
    """The person, if name and password are right; None if they are not.

    Raises ``Paused`` after repeated failures, right password or not, so that guessing is of no use.
    """
    name_hash = _hash(name)
    since = timezone.now() - PAUSE
    FailedSignIn.objects.filter(at__lt=since).delete()
    if FailedSignIn.objects.filter(name_hash=name_hash).count() >= FAILURES_ALLOWED:
        audit.record(
            by=None, action="sign in", thing="sign-in page", refused_because="too many failures"
        )
        raise Paused
    person = authenticate(request, username=name, password=password)
    if person is None:
        FailedSignIn.objects.create(name_hash=name_hash, at=timezone.now())
        audit.record(
            by=None,
            action="sign in",
            thing="sign-in page",
            refused_because="wrong name or password",
        )
        return None
    FailedSignIn.objects.filter(name_hash=name_hash).delete()
    audit.record(by=person, action="sign in", thing="sign-in page")
    return person


def _hash(name: str) -> str:
    """A keyed hash of the name typed."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, name.strip().casefold().encode(), hashlib.sha256).hexdigest()
