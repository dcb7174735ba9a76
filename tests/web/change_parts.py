"""What stands in the addresses of changes to services, for ``route_parts``."""

from datetime import date

from django.utils import timezone

from sightline.casework.models import AffectedChild, Destination, Person, ServiceChange
from tests.web.audit_parts import of

DAY = date(2024, 3, 31)


def a_change(children, person) -> ServiceChange:
    """A change that touches these children, whoever may read them; every third has a destination."""
    now, people = timezone.now(), list(Person.objects.order_by("pk"))
    change = ServiceChange.objects.create(
        name="Made-up change", kind="team_closes", concerns="North", found_by="Team North.", why="Made up.",
        planned=date(2024, 1, 31), led_by=person, begun_by=person, begun_at=now,
    )  # fmt: skip
    for place, child in enumerate(children):
        affected = AffectedChild.objects.create(change=change, child=child, found_on=DAY)
        if place % 3 == 0:
            Destination.objects.create(
                affected=affected, where="team", to="South", reason="Nearer.",
                responsible=people[place % len(people)], by=person, at=now,
            )  # fmt: skip
    return change


PARTS = {
    "change": of(ServiceChange, a_change),
    "affected": of(AffectedChild, a_change),
    "days": lambda world, chance: chance.choice(["30", "180"]),
    "outcome": lambda world, chance: chance.choice(["not-seen", "in-care"]),
}
QUERIES: dict[str, tuple[dict[str, str], ...]] = {"service-change": ({}, {"whole": "yes"})}
