"""How everything is written: the policy first, then the work and its audit entry in one transaction.

The audit entry is written last, so that the end of the chain is held for as short as can be and
two people who write at once wait for each other only there.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from sightline.casework import audit
from sightline.casework.models import Person, Submission
from sightline.casework.policy import ChildRecord, Owned, may

Written = TypeVar("Written", bound=models.Model)


class Refused(PermissionDenied):
    """The policy said no. Its words are those the person is shown."""


class NotRecorded(Exception):
    """What was given cannot be recorded: ``fault`` says why, ``next_step`` what to do."""

    def __init__(self, fault: str, next_step: str) -> None:
        super().__init__(fault)
        self.fault, self.next_step = fault, next_step


def write(
    *,
    by: Person,
    action: str,
    thing: str,
    work: Callable[[datetime], Written],
    record: ChildRecord | Owned | None = None,
    child: str = "",
    submission: str = "",
) -> Written:
    """Ask the policy, do ``work`` at one moment and keep it in the audit trail: all of it or nothing.

    ``thing`` says in words what was written; it names no child. ``record`` is what the policy is
    asked about. ``child`` is whom it is about where that is no one child's record. ``submission`` is the key of the
    form sent: sent twice, the first row is given back and nothing is written.
    Raises Refused, which is kept in the audit trail; and whatever ``work`` raises.
    """
    ask(by=by, action=action, thing=thing, record=record)
    child = record.child if isinstance(record, ChildRecord) else child
    try:
        with transaction.atomic(durable=True):
            if earlier := _earlier(by, action, child, submission):
                return earlier
            written = work(timezone.now())
            if submission:
                Submission.objects.create(
                    person=by,
                    key=submission,
                    action=action,
                    child=child,
                    kind=written._meta.label,
                    row=written.pk,
                )
            audit.record(by=by, action=action, thing=thing, children=[child] if child else [])
            return written
    except IntegrityError as error:
        # Of two that wrote at one moment the other was first: the same form, or somebody else's.
        if earlier := _earlier(by, action, child, submission):
            return earlier
        raise NotRecorded(
            "Somebody recorded the same at this moment.", "Look at it again before you send it."
        ) from error


def ask(*, by: Person, action: str, thing: str, record: ChildRecord | Owned | None = None) -> None:
    """Go on where the policy says yes. Otherwise the refusal is kept and Refused raised."""
    answer = may(by, action, record)
    if answer:
        return
    audit.record(
        by=by if isinstance(by, Person) else None,
        action=action,
        thing=thing,
        children=[record.child] if isinstance(record, ChildRecord) else [],
        refused_because=answer.because,
    )
    raise Refused(answer.because)


def said(words: str, what: str) -> str:
    """The words without space around them. Raises NotRecorded where there are none."""
    if not words.strip():
        raise NotRecorded(f"There is no {what}.", f"Write the {what}, then send the form again.")
    return words.strip()


def was_sent(*, by: Person, submission: str) -> bool:
    """Whether this person sent a form of that key before: it is recorded, and is not sent again."""
    return bool(submission) and Submission.objects.filter(person=by, key=submission).exists()


def _earlier(by: Person, action: str, child: str, submission: str):
    """What this form wrote before, if it was sent before."""
    if not submission:
        return None
    sent = Submission.objects.filter(person=by, key=submission).first()
    if sent is None:
        return None
    if (sent.action, sent.child) != (action, child):
        raise NotRecorded(
            "This form was sent before about something else.",
            "Open the form again and fill it in there.",
        )
    return apps.get_model(sent.kind).objects.get(pk=sent.row)
