"""Claims: what a service says of itself, and the evidence that each rests on."""

from django.db import models

from sightline.casework.models import Person
from sightline.improvement.models.evidence import Evidence
from sightline.improvement.models.plans import Plan


class Claim(models.Model):
    """One thing a service says of itself. Reworded with ``Change``, withdrawn, never removed.

    ``version`` counts changes, so that a stale edit is noticed.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="claims")
    words = models.TextField()
    themes = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True, default="")

    class Meta:
        """In the order in which they were made."""

        ordering = ("pk",)


class ClaimTie(models.Model):
    """A claim tied to a piece of evidence of the same plan, and untied again."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="ties")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="ties")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    untied_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    untied_at = models.DateTimeField(null=True)

    class Meta:
        """A piece of evidence is tied to a claim once at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["claim", "evidence"],
                condition=models.Q(untied_at__isnull=True),
                name="one_tie_of_claim_and_evidence",
            ),
        )
