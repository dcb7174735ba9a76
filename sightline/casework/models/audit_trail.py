"""The audit trail as it is kept."""

import json

from django.db import models


class CannotBeChanged(Exception):
    """Somebody tried to alter or remove an audit entry."""


class AuditEntry(models.Model):
    """One thing a person did, read or was refused. Written once by ``audit.record``, never changed.

    ``entry_hash`` covers every other column and the hash of the entry before, so that an entry
    altered or taken out shows in ``audit.verify``.
    """

    at = models.CharField(max_length=40)
    person = models.CharField(max_length=150, db_index=True)
    role = models.CharField(max_length=20)
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=300)
    refused_because = models.CharField(max_length=300, blank=True, default="")
    children = models.TextField(default="[]")
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    def save(self, *args, **kwargs) -> None:
        """Write a new entry; an entry that stands is never written again."""
        if self.pk is not None:
            raise CannotBeChanged("An audit entry is written once.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> None:
        """An audit entry is never removed."""
        raise CannotBeChanged("An audit entry is never removed.")

    @property
    def number_of_children(self) -> int:
        """How many children's records it is about."""
        return len(json.loads(self.children))


class AuditedChild(models.Model):
    """Finds the entries about one child: an index of ``AuditEntry.children``, which alone is proof."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT)
    child = models.CharField(max_length=100, db_index=True)


class AuditHead(models.Model):
    """The end of the chain: how many entries there are and the hash of the last."""

    entries = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="")
