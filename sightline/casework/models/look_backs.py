"""Look-back reviews: a cohort of children fixed once, and an outcome for every one of them."""

from django.db import models

from sightline.casework.models.decisions import Task
from sightline.casework.models.people import Person


class LookBack(models.Model):
    """One review. ``question`` says why, ``found_by`` how the children were found, in words.

    ``on`` is the day the question was asked of. ``kept_out`` is how many children were found whom
    whoever fixed the cohort may not read: they are to be reviewed by people named for them.
    """

    title = models.CharField(max_length=200)
    question = models.TextField()
    found_by = models.TextField()
    on = models.DateField()
    kept_out = models.PositiveIntegerField()
    fixed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    fixed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    learned = models.TextField(blank=True, default="")


class LookBackChild(models.Model):
    """One child of a cohort, who reviews them, and what came of it; ``at`` is empty until then.

    ``urgent`` is the task set at once where something could not wait.
    """

    class Outcome(models.TextChoices):
        """What a reviewer found. None is better than another."""

        NOTHING_MISSED = "nothing_missed", "Nothing was missed"
        KNOWN = "known", "There was a concern, and it was known and answered"
        MISSED = "missed", "There was a concern that nobody had seen"
        CANNOT_TELL = "cannot_tell", "The record cannot tell"

    review = models.ForeignKey(LookBack, on_delete=models.PROTECT, related_name="children")
    child = models.CharField(max_length=100, db_index=True)
    reviewer = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True, default="", choices=Outcome.choices)
    words = models.TextField(blank=True, default="")
    urgent = models.OneToOneField(Task, null=True, on_delete=models.PROTECT)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        """A child is in a cohort once."""

        constraints = (
            models.UniqueConstraint(fields=["review", "child"], name="one_child_of_a_look_back"),
        )
