"""Objectives: what a plan is to change, how that would show, and what was decided of each."""

from django.db import models

from sightline.casework.models import Person
from sightline.improvement.models.plans import Plan, Sentence


class Objective(models.Model):
    """One thing that a plan is to change.

    ``words``    as the plan says it: the inspectors' own at first. Theirs stay in ``sentences``.
    ``outcome``  what will be different for children.
    ``owner``    a person who signs in, or ``owner_elsewhere``, a name outside; the sponsor likewise.
    ``became``   the objective that a merged one lives on in; ``came_from`` the one it was split from.
    """

    class State(models.TextChoices):
        """Where an objective stands. Nothing here is a colour: see ``two_colours``."""

        DRAFT = "draft", "Draft"
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"
        MERGED = "merged", "Merged into another"
        SPLIT = "split", "Split into others"
        LEFT_OUT = "left_out", "Left out of the plan"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="objectives")
    number = models.PositiveIntegerField()
    words = models.TextField()
    outcome = models.TextField(blank=True, default="")
    themes = models.JSONField(default=list)
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    owner_elsewhere = models.CharField(max_length=200, blank=True, default="")
    sponsor = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    sponsor_elsewhere = models.CharField(max_length=200, blank=True, default="")
    due = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    became = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    came_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    version = models.PositiveIntegerField(default=1)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    sentences = models.ManyToManyField(Sentence, through="ObjectiveSentence")

    class Meta:
        """A number is given once in a plan."""

        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["plan", "number"], name="one_objective_of_a_number"),
        )


class ObjectiveSentence(models.Model):
    """One sentence that an objective answers. Merging and splitting add these and take none away."""

    written_once = True

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT)
    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT)

    class Meta:
        """A sentence stands in an objective once."""

        constraints = (
            models.UniqueConstraint(fields=["objective", "sentence"], name="one_sentence_once"),
        )


class Step(models.Model):
    """What somebody decided of an objective, with the reason. Written once.

    ``basis``      of a closing: "measured", or why no measure shows it (``closing.BASES``).
    ``report_sha`` the later report after which it was closed, carried or reopened.
    ``as_it_stood``  of a closing: both colours and each measure's answer on that day.
    """

    written_once = True

    class Kind(models.TextChoices):
        """What can be decided of an objective."""

        BEGUN = "begun", "Begun"
        TAKEN_UP = "taken_up", "Taken up"
        LEFT_OUT = "left_out", "Left out"
        MERGED = "merged", "Merged"
        SPLIT = "split", "Split"
        MET = "met", "Closed as met"
        NOT_MET = "not_met", "Closed without being met"
        CARRIED = "carried", "Carried on"
        REOPENED = "reopened", "Reopened"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField(blank=True, default="")
    basis = models.CharField(max_length=30, blank=True, default="")
    report_sha = models.CharField(max_length=64, blank=True, default="")
    as_it_stood = models.JSONField(default=dict)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ChosenMeasure(models.Model):
    """A measure by which an objective is judged.

    ``tie``          how strong: "direct" or "proxy"; with none chosen only audit can tell.
    ``wanted``       the direction wanted: "higher" or "lower".
    ``baseline``     the day since which it is to have moved.
    ``held_months``  how many months the change must have held.
    """

    class Tie(models.TextChoices):
        """How a measure bears on an objective."""

        DIRECT = "direct", "A direct measure"
        PROXY = "proxy", "A proxy: it bears on the same theme"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="measures")
    measure = models.CharField(max_length=100)
    tie = models.CharField(max_length=10, choices=Tie.choices)
    wanted = models.CharField(max_length=10)
    baseline = models.DateField()
    held_months = models.PositiveIntegerField()
    chosen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()
    dropped_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True)
    dropped_because = models.TextField(blank=True, default="")

    class Meta:
        """A measure is chosen once at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["objective", "measure"],
                condition=models.Q(dropped_at__isnull=True),
                name="one_choice_of_a_measure",
            ),
        )


class ChosenQuestion(models.Model):
    """A question that an audit is to ask for an objective; ``key`` is "" where it is their own."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="questions")
    key = models.CharField(max_length=100, blank=True, default="")
    words = models.TextField()
    chosen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()
    dropped_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True)
