"""A team closes, a threshold moves, a service ends: every child affected, and where each goes."""

from datetime import date

from django.db import models

from sightline.casework.models.people import Person


class ServiceChange(models.Model):
    """One change. ``concerns`` names the team, threshold or service; ``found_by`` says it in words.

    ``since`` is the first day of the contacts or referrals a threshold is about; empty otherwise.
    ``not_ready`` is how many children had no destination or nobody responsible on the day it went
    ahead, and ``because`` why it went ahead all the same, or why it was called off.
    """

    class Kind(models.TextChoices):
        """What changes."""

        TEAM_CLOSES = "team_closes", "A team closes"
        THRESHOLD_MOVES = "threshold_moves", "A threshold moves"
        SERVICE_ENDS = "service_ends", "A service ends"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    concerns = models.CharField(max_length=300)
    since = models.DateField(null=True)
    found_by = models.TextField()
    why = models.TextField()
    planned = models.DateField()
    led_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    happened_on = models.DateField(null=True)
    not_ready = models.PositiveIntegerField(null=True)
    called_off_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    because = models.TextField(blank=True, default="")

    @property
    def stands_open(self) -> bool:
        """Whether it is still being prepared: it has neither happened nor been called off."""
        return self.happened_on is None and self.called_off_at is None

    @property
    def counted_from(self) -> date:
        """The day from which its children are followed: when it happened, before that as planned."""
        return self.happened_on or self.planned


class AffectedChild(models.Model):
    """One child of a change. ``found_on`` is the day of the records in which the child was found."""

    change = models.ForeignKey(ServiceChange, on_delete=models.PROTECT, related_name="children")
    child = models.CharField(max_length=100, db_index=True)
    found_on = models.DateField()

    class Meta:
        """A child is in a change once."""

        constraints = (
            models.UniqueConstraint(fields=["change", "child"], name="one_child_of_a_change"),
        )


class Destination(models.Model):
    """Where one child goes and who is responsible, as decided. The latest of a child stands.

    ``responsible`` is empty where nobody is named yet. ``by`` decided it.
    """

    class Where(models.TextChoices):
        """Where a child goes."""

        TEAM = "team", "To another team"
        SERVICE = "service", "To another service"
        STEP_DOWN = "step_down", "Steps down to early help or universal services"
        CLOSES = "closes", "The case closes"
        STAYS = "stays", "Nothing changes for this child"

    affected = models.ForeignKey(
        AffectedChild, on_delete=models.PROTECT, related_name="destinations"
    )
    where = models.CharField(max_length=20, choices=Where.choices)
    to = models.CharField(max_length=200, blank=True, default="")
    reason = models.TextField()
    responsible = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    written_once = True
