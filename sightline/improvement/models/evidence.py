"""Evidence: what shows that something changed, or that it did not."""

from django.db import models

from sightline.casework.models import Person
from sightline.improvement.models.actions import Action
from sightline.improvement.models.objectives import Objective


class Evidence(models.Model):
    """One piece of evidence for an objective, or for one of its actions. Withdrawn, never removed.

    ``on``  the day it speaks of. A measure keeps the figure as it stood and the day its records
    spoke of, so that it can be worked out again. A document lies in the workspace under
    ``stored_as``, a name that says nothing.
    """

    class Kind(models.TextChoices):
        """What it is."""

        MEASURE = "measure", "A measure as it stood"
        AUDIT = "audit", "The result of an audit"
        DOCUMENT = "document", "A document"
        YOUNG_PERSON = "young_person", "What a young person said"
        FAMILY = "family", "What a parent or family said"
        OTHER = "other", "Something else, told in words"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="evidence")
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    words = models.TextField()
    on = models.DateField()

    measure = models.CharField(max_length=100, blank=True, default="")
    period = models.CharField(max_length=20, blank=True, default="")
    records_of = models.DateField(null=True)
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    value = models.FloatField(null=True)

    question = models.TextField(blank=True, default="")
    looked_at = models.PositiveIntegerField(null=True)
    met = models.PositiveIntegerField(null=True)

    file_name = models.CharField(max_length=200, blank=True, default="")
    file_kind = models.CharField(max_length=10, blank=True, default="")
    stored_as = models.CharField(max_length=64, null=True, unique=True)
    size = models.PositiveBigIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")

    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True, default="")

    class Meta:
        """The latest first."""

        ordering = ("-on", "-pk")
