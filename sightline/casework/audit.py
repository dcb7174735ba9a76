"""The audit trail: append-only, each entry chained by hash to the one before.

An entry is written for every read of a child's record and for every refusal, in one transaction
with what it records. A page that cannot be written here is not shown.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from sightline.casework.models import AuditedChild, AuditEntry, AuditHead, Person

HASHED = ("at", "person", "role", "action", "thing", "refused_because", "children", "previous_hash")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What ``verify`` found wrong, and from which entry on."""

    entry: int
    what: str


def record(
    *,
    by: Person | None,
    action: str,
    thing: str,
    children: Sequence[str] = (),
    refused_because: str = "",
) -> AuditEntry:
    """Write one entry, and its place in the chain, in one transaction.

    ``thing`` says in words what was read or asked for; it names no child. ``children`` are the
    council ids of the children whose records were shown.
    """
    with transaction.atomic():
        head, _ = AuditHead.objects.select_for_update().get_or_create(pk=1)
        entry = AuditEntry(
            at=datetime.now(UTC).isoformat(timespec="milliseconds"),
            person=by.get_username() if by else "(nobody signed in)",
            role=by.role if by else "",
            action=action,
            thing=thing,
            refused_because=refused_because,
            children=json.dumps(sorted(set(children))),
            previous_hash=head.last_hash,
        )
        entry.entry_hash = hash_of(entry)
        entry.save()
        AuditedChild.objects.bulk_create(
            [AuditedChild(entry=entry, child=child) for child in sorted(set(children))]
        )
        head.entries += 1
        head.last_hash = entry.entry_hash
        head.save()
    return entry


def hash_of(entry: AuditEntry) -> str:
    """The hash of an entry's columns and of the entry before it."""
    columns = json.dumps([getattr(entry, name) for name in HASHED], ensure_ascii=True)
    return hashlib.sha256(columns.encode()).hexdigest()


def verify() -> list[Fault]:
    """Read the whole chain. An empty list means that no entry was altered, added or taken out."""
    faults = []
    previous, entries = "", 0
    for entry in AuditEntry.objects.order_by("pk").iterator():
        entries += 1
        if entry.previous_hash != previous:
            faults.append(Fault(entry=entry.pk, what="an entry before this one was taken out"))
        if hash_of(entry) != entry.entry_hash:
            faults.append(Fault(entry=entry.pk, what="this entry was altered"))
        previous = entry.entry_hash
    head = AuditHead.objects.filter(pk=1).first()
    expected = (head.entries, head.last_hash) if head else (0, "")
    if expected != (entries, previous):
        faults.append(Fault(entry=entries, what="the end of the trail was cut or added to"))
    return faults


def reads_of_child(child: str) -> list[AuditEntry]:
    """Every entry in which this child's record was shown or refused, newest first."""
    return list(AuditEntry.objects.filter(auditedchild__child=child).order_by("-pk"))
