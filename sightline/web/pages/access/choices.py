"""People and teams as the forms of this room offer them."""

from datetime import date, datetime, time
from functools import lru_cache

from django.utils import timezone

from sightline.casework.models import Person
from sightline.casework.policy import may
from sightline.web import service

Pairs = tuple[tuple[str, str], ...]


def named(person: Person) -> str:
    """A person as others know them."""
    return person.get_full_name() or person.username


def people(*, but: Person | None = None, who_may: str = "") -> Pairs:
    """Everybody who may sign in, by name and role; with ``who_may`` those who may do that."""
    everybody = Person.objects.filter(is_active=True).exclude(pk=but.pk if but else None)
    told = [
        (str(one.pk), f"{named(one)}, {one.get_role_display().lower()}")
        for one in everybody
        if not who_may or may(one, who_may)
    ]
    return tuple(sorted(told, key=lambda pair: pair[1].casefold()))


def person_of(number: str | None) -> Person | None:
    """The person chosen; None where nobody was."""
    return Person.objects.get(pk=int(number)) if number else None


def teams() -> tuple[str, ...]:
    """Every team that works with a child on the day the records speak of."""
    return _teams(service.current())


@lru_cache(maxsize=2)
def _teams(workspace: service.Service) -> tuple[str, ...]:
    """Worked out once for each ledger, as its service is."""
    records = workspace.records_for_policy().values()
    return tuple(sorted({team for record in records for team in record.teams}))


def end_of(day: date | None) -> datetime | None:
    """The last moment of a day, when what ends on it ends."""
    return timezone.make_aware(datetime.combine(day, time(23, 59))) if day else None
