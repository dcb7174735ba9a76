"""Who owns a part of a plan: somebody who signs in, or a name outside."""

from django.utils import timezone

from sightline.casework.models import Person
from sightline.casework.policy import OWN_ACTIONS, WRITE_IMPROVEMENT, may
from sightline.improvement.writing import NotRecorded


def has_left(person: Person | None) -> bool:
    """Whether somebody named in a plan can no longer sign in, so that their part must be handed over."""
    if person is None:
        return False
    is_over = person.access_until is not None and person.access_until <= timezone.now()
    return not person.is_active or is_over


def name_of(person: Person | None, elsewhere: str = "", partner: str = "") -> str:
    """Somebody as a plan names them; "" where nobody is named."""
    if person is not None:
        return person.get_full_name() or person.get_username()
    return f"{elsewhere}, {partner}" if elsewhere and partner else elsewhere or partner


def check_owner(owner: Person | None, elsewhere: str, partner: str = "") -> None:
    """Raise NotRecorded where this is not one owner who can do what owners do."""
    outside = bool(elsewhere.strip() or partner.strip())
    if owner and outside:
        raise NotRecorded(
            "Two owners are named, one here and one outside.",
            "Choose a person who signs in, or write a name outside, not both.",
        )
    if owner:
        check_signs_in(owner)
        if not (may(owner, OWN_ACTIONS) or may(owner, WRITE_IMPROVEMENT)):
            raise NotRecorded(
                f"{name_of(owner)} cannot report on a plan in their role.",
                "Choose somebody else, or write them down as a name outside.",
            )


def check_signs_in(person: Person | None) -> None:
    """Raise NotRecorded where the person named no longer signs in."""
    if has_left(person):
        raise NotRecorded(
            f"{name_of(person)} no longer signs in here.", "Choose somebody who does."
        )
