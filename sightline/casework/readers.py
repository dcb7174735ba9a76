"""The people to whom one child's record is open: who can be handed a task or told of a concern."""

from collections import defaultdict

from django.db.models import Q
from django.utils import timezone

from sightline.casework.access import Access, standing_grants, standing_restrictions
from sightline.casework.models import Person, ReasonedAccess, TeamMembership
from sightline.casework.policy import RECORD, ChildRecord, may


def people_who_may(record: ChildRecord, action: str = RECORD) -> list[Person]:
    """Everybody whom the policy lets do ``action`` for this child, those at work with the child first.

    A handful of queries, however many people there are.
    """
    at, child = timezone.now(), record.child
    teams: dict[int, set[str]] = defaultdict(set)
    for person, team in TeamMembership.objects.filter(ended_at=None).values_list("person", "team"):
        teams[person].add(team)
    restrictions = standing_restrictions().filter(child=child)
    granted = set(standing_grants(at).filter(child=child).values_list("person", flat=True))
    granted |= set(restrictions.values_list("manager", flat=True))
    opened = set(
        ReasonedAccess.objects.filter(child=child, opened_at__lte=at, until__gt=at).values_list(
            "person", flat=True
        )
    )
    restricted = frozenset({child}) if restrictions.exists() else frozenset()

    def access(person: Person) -> Access:
        """What stands for this person, as far as it is about this child."""
        return Access(
            teams=frozenset(teams.get(person.pk, ())),
            granted=frozenset({child}) if person.pk in granted else frozenset(),
            opened=frozenset({child}) if person.pk in opened else frozenset(),
            restricted=restricted,
        )

    signed_in = Person.objects.filter(is_active=True).filter(
        Q(access_until=None) | Q(access_until__gt=at)
    )
    found = [person for person in signed_in if may(person, action, record, access(person))]
    at_work = record.held_by | record.others_at_work
    return sorted(found, key=lambda one: (one.worker not in at_work, name_of(one).casefold()))


def name_of(person: Person) -> str:
    """A person as pages name them."""
    return person.get_full_name() or person.get_username()
