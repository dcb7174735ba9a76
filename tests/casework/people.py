"""Made-up people and a made-up child for the tests of casework."""

from datetime import timedelta

from django.utils import timezone

from sightline.casework.models import Person
from sightline.casework.policy import ChildRecord

CHILD = ChildRecord(child="C1", held_by=frozenset({"W1"}), teams=frozenset({"North"}))


def somebody(role: str, name: str = "", **more) -> Person:
    """A person of that role, kept; an inspector's access ends next week."""
    if role == "inspector":
        more.setdefault("access_until", timezone.now() + timedelta(days=7))
    return Person.objects.create(username=name or role, role=role, **more)


def next_week():
    """A moment seven days from now."""
    return timezone.now() + timedelta(days=7)
