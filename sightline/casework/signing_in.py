"""Who may try to sign in: a pause after repeated failures, codes that count once, and what is kept of it all.

Password and code share one count, by the name typed, so that whoever knows one of them guesses the
other no faster.
"""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.models import FailedSignIn, Notice, Person, SpentCode
from sightline.casework.policy import ALLOWED, READ_CHILD

FAILURES_ALLOWED = 5
PAUSE = timedelta(minutes=15)
CODE_STAYS_SPENT = timedelta(minutes=5)
"""Longer than a code of an authenticator app is taken for right."""

REQUIRED, AS_PEOPLE_CHOOSE = "required", "as people choose"
SIGN_IN = "sign in"


class Paused(Exception):
    """Too many failures: nobody may sign in under this name for a while."""


def must_have_second_factor(person: Person) -> bool:
    """Whether this person may go nowhere before they have a second factor.

    Where it is required, it is required of every role that reads children, and of administrators,
    who say who does.
    """
    if settings.SECOND_FACTOR != REQUIRED:
        return False
    return READ_CHILD in ALLOWED.get(person.role, frozenset()) or person.role == "administrator"


def attempt(name: str) -> FailedSignIn:
    """Note that somebody tries to sign in under a name, before it is known whether they are right.

    It is noted first, so that many who try at one moment are not more than the few allowed.
    Raises Paused after repeated failures, right password or not, so that guessing is of no use.
    """
    now = timezone.now()
    FailedSignIn.objects.filter(at__lt=now - PAUSE).delete()
    noted = FailedSignIn.objects.create(name_hash=_hash(name), at=now)
    if _failures(name) > FAILURES_ALLOWED:
        noted.delete()
        _refused(name, "too many failures")
        raise Paused
    return noted


def failed(name: str, what: str) -> None:
    """The attempt failed: ``what`` was wrong. The last one allowed begins the pause, and is told."""
    with transaction.atomic():
        _refused(name, f"wrong {what}")
        if _failures(name) < FAILURES_ALLOWED:
            return
        person = _person(name)
        audit.record(by=None, action="pause signing in", thing=_under(person))
        if person:
            Notice.objects.create(
                to=person,
                kind="signing in was paused",
                words=f"Signing in under your name failed {FAILURES_ALLOWED} times and was paused "
                "for 15 minutes. If it was not you, tell whoever runs Sightline for you.",
                sent_at=timezone.now(),
            )


def signed_in(person: Person, how: str) -> None:
    """Somebody is in, by password and second factor or whatever was asked of them."""
    with transaction.atomic():
        FailedSignIn.objects.filter(name_hash=_hash(person.username)).delete()
        audit.record(by=person, action=SIGN_IN, thing=how)


def is_paused(person: Person) -> bool:
    """Whether nobody may sign in under this person's name at the moment."""
    since = timezone.now() - PAUSE
    noted = FailedSignIn.objects.filter(name_hash=_hash(person.username), at__gte=since)
    return noted.count() >= FAILURES_ALLOWED


def spend(person: Person, code: str) -> bool:
    """Take a code as used. False where it was used before: whoever looked on cannot use it again."""
    now = timezone.now()
    SpentCode.objects.filter(at__lt=now - CODE_STAYS_SPENT).delete()
    try:
        with transaction.atomic():
            SpentCode.objects.create(code_hash=_hash(f"{person.pk} {code}"), at=now)
    except IntegrityError:
        return False
    return True


def _failures(name: str) -> int:
    return FailedSignIn.objects.filter(name_hash=_hash(name)).count()


def _refused(name: str, because: str) -> None:
    thing = _under(_person(name))
    audit.record(by=None, action=SIGN_IN, thing=thing, refused_because=because)


def _under(person: Person | None) -> str:
    """Whose name was typed. One that nobody has is not kept: people type passwords there."""
    return f"sign-in page, under the name {person.username}" if person else "sign-in page"


def _person(name: str) -> Person | None:
    return Person.objects.filter(username=name.strip()).first()


def _hash(words: str) -> str:
    """A keyed hash of what was typed."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, words.strip().casefold().encode(), hashlib.sha256).hexdigest()
