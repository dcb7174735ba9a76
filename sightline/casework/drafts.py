"""What a person has typed and not yet sent: kept by the server, so that it outlives a session.

A draft is its writer's alone until it is sent, and is saved every few seconds; so it is asked of
the policy, but only its refusal is an entry of the audit trail.
"""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from sightline.casework.models import Draft, Person
from sightline.casework.policy import RECORD, ChildRecord
from sightline.casework.writing import ask


def save_draft(
    *,
    by: Person,
    child: ChildRecord,
    form: str,
    content: Mapping[str, Any],
    about: str = "",
    seen: int | None = None,
    address: str = "",
) -> Draft:
    """Keep what stands in a form now. ``seen`` is the version of a recording it corrects, ``address``
    the page of the form."""
    ask(by=by, action=RECORD, thing=f"draft of {form}", record=child)
    draft, _ = Draft.objects.update_or_create(
        person=by,
        form=form,
        child=child.child,
        about=about,
        defaults={
            "content": dict(content),
            "seen": seen,
            "address": address,
            "saved_at": timezone.now(),
        },
    )
    return draft


def draft_of(*, by: Person, child: ChildRecord, form: str, about: str = "") -> Draft | None:
    """The person's own draft of a form; None where there is none. Refused with the record itself."""
    ask(by=by, action=RECORD, thing=f"draft of {form}", record=child)
    return Draft.objects.filter(person=by, form=form, child=child.child, about=about).first()


def drop_draft(*, by: Person, child: ChildRecord, form: str, about: str = "") -> None:
    """Take the draft away once the form is sent, or when its writer gives it up."""
    Draft.objects.filter(person=by, form=form, child=child.child, about=about).delete()


def drafts_left(by: Person) -> list[Draft]:
    """Every draft this person has left, the latest first. Ask the policy of each before showing it."""
    return list(Draft.objects.filter(person=by).order_by("-saved_at", "-pk"))
