"""Key posts and who held them; money, for what, and what was spent."""

from django.db import models

from sightline.casework.models import Person
from sightline.improvement.models.objectives import Objective
from sightline.improvement.models.plans import Plan


class KeyPost(models.Model):
    """A post that the plan depends on, such as the director or the head of a service."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=200)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        """A post stands in a plan once."""

        constraints = (models.UniqueConstraint(fields=["plan", "role"], name="one_post_of_a_role"),)


class PostHolder(models.Model):
    """Who held a post from a day on, or that it was vacant. Written once; the latest day counts."""

    written_once = True

    class Standing(models.TextChoices):
        """How the post is held."""

        PERMANENT = "permanent", "Permanent"
        INTERIM = "interim", "Interim"
        VACANT = "vacant", "Vacant"

    post = models.ForeignKey(KeyPost, on_delete=models.PROTECT, related_name="holders")
    holder = models.CharField(max_length=200, blank=True, default="")
    standing = models.CharField(max_length=10, choices=Standing.choices)
    since = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The latest first."""

        ordering = ("-since", "-pk")


class Money(models.Model):
    """Money put into a plan: how much, for what, and the measure that is to show for it.

    ``amount`` is in pounds. ``measure`` is "" where none was chosen; the page then says so.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="money")
    objective = models.ForeignKey(
        Objective, null=True, on_delete=models.PROTECT, related_name="money"
    )
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    what_for = models.TextField()
    measure = models.CharField(max_length=100, blank=True, default="")
    since = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Spending(models.Model):
    """How much of some money had been spent in all by a day. Written once; the latest day counts."""

    written_once = True

    money = models.ForeignKey(Money, on_delete=models.PROTECT, related_name="spending")
    spent = models.DecimalField(max_digits=14, decimal_places=2)
    on = models.DateField()
    words = models.TextField(blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The latest first."""

        ordering = ("-on", "-pk")
