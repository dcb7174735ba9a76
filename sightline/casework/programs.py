"""Keys for other programs: given by an administrator, shown once, ended at any time.

A program acts as a person made for it, whose role and teams say what it may see, like everybody's.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.utils import timezone

from sightline.casework.models import Person, ProgramKey
from sightline.casework.policy import SET_UP_PEOPLE
from sightline.casework.writing import NotRecorded, said, write

LONGEST = timedelta(days=366)


def give_key(*, by: Person, name: str, acts_as: Person, until: datetime) -> tuple[ProgramKey, str]:
    """Give a program a key until a moment at most a year away; the key itself is returned once.

    Nobody gives a key to act as themselves, or as one who signs in with a password.
    """
    secret = secrets.token_urlsafe(32)

    def work(at: datetime) -> ProgramKey:
        if acts_as.pk == by.pk or acts_as.has_usable_password():
            raise NotRecorded(
                "A program does not act as somebody who signs in.",
                "Make a person for the program, without a password, and give the key to that one.",
            )
        if not at < until <= at + LONGEST:
            raise NotRecorded("The end is not within a year.", "Give a day within a year from now.")
        return ProgramKey.objects.create(
            name=said(name, "name of the program"),
            acts_as=acts_as,
            digest=_digest(secret),
            given_by=by,
            given_at=at,
            until=until,
        )

    return write(by=by, action=SET_UP_PEOPLE, thing="a program is given a key", work=work), secret


def end_key(*, by: Person, key: ProgramKey) -> ProgramKey:
    """End a key before its time. That it was given stays known."""

    def work(at: datetime) -> ProgramKey:
        standing = ProgramKey.objects.select_for_update().get(pk=key.pk)
        if standing.ended_at is None:
            standing.ended_by, standing.ended_at = by, at
            standing.save(update_fields=["ended_by", "ended_at"])
        return standing

    return write(by=by, action=SET_UP_PEOPLE, thing="a program's key ends", work=work)


def person_of(secret: str) -> Person | None:
    """Whom a program with this key acts as; None where the key is none, over or ended."""
    key = (
        ProgramKey.objects.filter(
            digest=_digest(secret),
            ended_at=None,
            until__gt=timezone.now(),
            acts_as__is_active=True,
        )
        .select_related("acts_as")
        .first()
    )
    return key.acts_as if key else None


def _digest(secret: str) -> str:
    """The key is long and random, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()
