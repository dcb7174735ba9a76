"""Actions, what is said of them, what they wait for, and every earlier wording."""

from django.db import models

from sightline.casework.models import Person
from sightline.improvement.models.objectives import Objective


class Action(models.Model):
    """Something an owner does for an objective by a day.

    ``owner`` signs in; ``owner_elsewhere`` is a name outside, of the organisation ``partner``.
    """

    class State(models.TextChoices):
        """Whether the work is done. Whether it changed anything is what the measures say."""

        OPEN = "open", "Open"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="actions")
    words = models.TextField()
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    owner_elsewhere = models.CharField(max_length=200, blank=True, default="")
    partner = models.CharField(max_length=200, blank=True, default="")
    due = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        """The first due first."""

        ordering = ("due", "pk")


class Dependency(models.Model):
    """One action waits for another. Ended, not removed."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="waits_for")
    needs = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="awaited_by")
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """An action waits for another once at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["action", "needs"],
                condition=models.Q(ended_at__isnull=True),
                name="one_dependency_on_an_action",
            ),
        )


class Note(models.Model):
    """What was said of an objective, or of one of its actions, on a day. Written once.

    ``colour``   the owner's own: red, amber or green; "" where the note gives none.
    ``told_by``  somebody without a sign-in in whose name it was written.
    """

    written_once = True

    class Colour(models.TextChoices):
        """What an owner says. It is never worked out."""

        RED = "red", "Red: off track"
        AMBER = "amber", "Amber: at risk"
        GREEN = "green", "Green: on track"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="notes")
    action = models.ForeignKey(Action, null=True, on_delete=models.PROTECT, related_name="notes")
    colour = models.CharField(max_length=10, choices=Colour.choices, blank=True, default="")
    words = models.TextField()
    told_by = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Change(models.Model):
    """What one row of a plan said before somebody changed it, and after. Written once.

    ``of`` names the kind of row and ``row`` which; ``number`` is the version that came of it.
    """

    written_once = True

    of = models.CharField(max_length=20)
    row = models.BigIntegerField()
    number = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    why = models.TextField(blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """A version comes about once, so that of two changes at one moment one is refused."""

        constraints = (
            models.UniqueConstraint(fields=["of", "row", "number"], name="one_change_to_a_version"),
        )
