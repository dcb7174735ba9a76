"""The audit trail: append-only, each entry chained by hash to the one before.

An entry is written for every read of a child's record and for every refusal, in one transaction
with what it records. A page that cannot be written here is not shown.

The end of the chain is written out each night to a file elsewhere (``audit_heads``): whoever could
cut the trail and mend its end in the database would still differ from what was written out.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet

from sightline.casework.models import AuditedChild, AuditEntry, AuditHead, Person

HASHED = ("at", "person", "role", "action", "thing", "refused_because", "children", "previous_hash")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What ``verify`` found wrong, and from which entry on."""

    entry: int
    what: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """The end of the trail at one moment: how many entries there were and the hash of the last."""

    at: str
    entries: int
    last_hash: str


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


def head() -> Head:
    """The end of the trail now."""
    kept = AuditHead.objects.filter(pk=1).first()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Head(
        at=at, entries=kept.entries if kept else 0, last_hash=kept.last_hash if kept else ""
    )


def verify(written_out: Sequence[Head] = ()) -> list[Fault]:
    """Read the whole chain. An empty list means that no entry was altered, added or taken out.

    ``written_out`` are ends of the trail that were kept elsewhere; each must still be in its place.
    """
    before = head()
    last = AuditEntry.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    faults, hashes = _faults_along_the_chain(last)
    # Others may write meanwhile: the end then lies further on, never further back.
    after = head()
    if (
        before.entries >= len(hashes)
        or hashes[before.entries] != before.last_hash
        or after.entries < len(hashes) - 1
        or (after.entries == len(hashes) - 1 and after.last_hash != hashes[-1])
    ):
        faults.append(Fault(entry=len(hashes) - 1, what="the end of the trail was cut or added to"))
    return faults + [
        Fault(
            entry=kept.entries,
            what=f"the trail is not the one whose end was written out at {kept.at}",
        )
        for kept in written_out
        if kept.entries >= len(hashes) or hashes[kept.entries] != kept.last_hash
    ]


def _faults_along_the_chain(last: int) -> tuple[list[Fault], list[str]]:
    """Faults from the first entry to ``last``, and the end of the chain after each."""
    faults, hashes = [], [""]
    found_by = _children_by_entry(last)
    listed = next(found_by, None)
    for entry in AuditEntry.objects.filter(pk__lte=last).order_by("pk").iterator():
        if entry.previous_hash != hashes[-1]:
            faults.append(Fault(entry=entry.pk, what="an entry before this one was taken out"))
        if hash_of(entry) != entry.entry_hash:
            faults.append(Fault(entry=entry.pk, what="this entry was altered"))
        children: list[str] = []
        while listed and listed[0] <= entry.pk:
            children = listed[1] if listed[0] == entry.pk else children
            listed = next(found_by, None)
        if json.dumps(children) != entry.children and hash_of(entry) == entry.entry_hash:
            faults.append(Fault(entry=entry.pk, what="the list of its children was altered"))
        hashes.append(entry.entry_hash)
    return faults, hashes


def _children_by_entry(last: int) -> Iterator[tuple[int, list[str]]]:
    """The children each entry is found by, in the order of the entries."""
    rows = AuditedChild.objects.filter(entry_id__lte=last).order_by("entry_id")
    pairs = rows.values_list("entry_id", "child").iterator()
    for entry, found in groupby(pairs, key=lambda row: row[0]):
        yield entry, sorted(child for _, child in found)


def reads_of_child(child: str) -> QuerySet[AuditEntry]:
    """Every entry in which this child's record was shown or refused, newest first."""
    return AuditEntry.objects.filter(auditedchild__child=child).order_by("-pk")
