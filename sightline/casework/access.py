"""What opens and closes children's records to one person, read once and asked row by row."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from sightline.casework.models import (
    NamedGrant,
    Person,
    ReasonedAccess,
    Restriction,
    TeamMembership,
)


@dataclass(frozen=True, kw_only=True)
class Access:
    """Teams, grants and reasons of one person at one moment, and every restricted child."""

    teams: frozenset[str] = field(default_factory=frozenset)
    granted: frozenset[str] = field(default_factory=frozenset)
    opened: frozenset[str] = field(default_factory=frozenset)
    restricted: frozenset[str] = field(default_factory=frozenset)


def access_of(person: Person, at: datetime | None = None) -> Access:
    """What stands for this person at that moment, by default now. A few short queries."""
    at = at or timezone.now()
    restricted = frozenset(standing_restrictions().values_list("child", flat=True))
    if person.pk is None:
        return Access(restricted=restricted)
    return Access(
        teams=frozenset(
            TeamMembership.objects.filter(person=person, ended_at=None).values_list(
                "team", flat=True
            )
        ),
        granted=frozenset(standing_grants(at).filter(person=person).values_list("child", flat=True))
        | frozenset(
            # Whoever answers for a restriction always sees what they answer for.
            standing_restrictions().filter(manager=person).values_list("child", flat=True)
        ),
        opened=frozenset(
            ReasonedAccess.objects.filter(
                person=person, opened_at__lte=at, until__gt=at
            ).values_list("child", flat=True)
        ),
        restricted=restricted,
    )


def standing_grants(at: datetime) -> QuerySet[NamedGrant]:
    """Grants that are neither withdrawn nor over."""
    return NamedGrant.objects.filter(withdrawn_at=None, given_at__lte=at, until__gt=at)


def standing_restrictions() -> QuerySet[Restriction]:
    """Restrictions that nobody has lifted."""
    return Restriction.objects.filter(lifted_at=None)
