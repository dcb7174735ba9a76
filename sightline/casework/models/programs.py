"""Programs that read and record through the interface for other programs."""

from django.db import models

from sightline.casework.models.people import Person


class ProgramKey(models.Model):
    """A key by which one program acts as one person of its own. Only its digest is kept."""

    name = models.CharField(max_length=100)
    acts_as = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
