"""What managers decided about who holds a case, beside the case system, which holds the allocation."""

from django.db import models

from sightline.casework.models.people import Person


class AllocationDecision(models.Model):
    """From ``from_day`` on ``worker`` of ``team`` is to hold the case of ``child``, and why.

    Workers and teams are named as the records name them; ``held_by`` are those who held the case
    when it was decided, with commas between. Written once; the latest of a child is the one meant.
    """

    child = models.CharField(max_length=100, db_index=True)
    worker = models.CharField(max_length=100)
    team = models.CharField(max_length=200)
    held_by = models.TextField(blank=True, default="")
    from_day = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
