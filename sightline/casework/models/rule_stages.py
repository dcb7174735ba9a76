"""Which rules stand on people's worklists, and from which day: rules are switched on in stages."""

from django.db import models

from sightline.casework.models.people import Person


class RuleStage(models.Model):
    """From ``on_from`` on a rule is on worklists; empty takes it off. The latest row of a rule stands.

    A rule off the worklists is still asked every night and shown on the child's page and in figures.
    """

    rule = models.CharField(max_length=100, db_index=True)
    on_from = models.DateField(null=True)
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
