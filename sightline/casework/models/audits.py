"""Audits of cases: what is asked, which children were drawn, who answers, and what was agreed.

What an auditor answered is written once. Answers are words; nothing adds them up.
"""

from django.db import models

from sightline.casework.models.decisions import Task
from sightline.casework.models.people import Person


class CaseAudit(models.Model):
    """One audit as designed.

    ``themes`` are keys of ``records.themes``. ``questions`` are pairs of a key and the words asked.
    ``grades`` are the service's own words for the whole of a case, the best first.
    """

    title = models.CharField(max_length=200)
    themes = models.JSONField()
    questions = models.JSONField()
    grades = models.JSONField()
    designed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    designed_at = models.DateTimeField()


class AuditDraw(models.Model):
    """One draw of children by lot. The latest of an audit stands; earlier ones stay to be seen.

    ``asked_for`` is what narrowed the population, in words. ``population`` is how many children
    were in it, ``left_out`` how many were left out before, by reason. ``records_of`` is the day the
    records spoke of. ``why`` says why it was drawn again.
    """

    audit = models.ForeignKey(CaseAudit, on_delete=models.PROTECT, related_name="draws")
    number = models.PositiveIntegerField()
    seed = models.BigIntegerField()
    size = models.PositiveIntegerField()
    asked_for = models.JSONField()
    population = models.PositiveIntegerField()
    left_out = models.JSONField()
    records_of = models.DateField()
    why = models.TextField(blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Of two draws at one moment one is refused."""

        constraints = (
            models.UniqueConstraint(fields=["audit", "number"], name="one_draw_of_a_number"),
        )


class AuditCase(models.Model):
    """One child in an audit. ``again`` is the earlier audit of the same child that this one follows."""

    draw = models.ForeignKey(AuditDraw, on_delete=models.PROTECT, related_name="cases")
    child = models.CharField(max_length=100, db_index=True)
    kind = models.CharField(max_length=60)
    team = models.CharField(max_length=200)
    ages = models.CharField(max_length=30)
    again = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )


class Grading(models.Model):
    """One auditor's part in one case: given to them, then answered once.

    ``answers`` are, by the question's key, the answer in words and the evidence. ``given_at`` is
    empty until it is answered. ``is_second`` grades blind.
    """

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="gradings")
    auditor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_second = models.BooleanField(default=False)
    assigned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()
    answers = models.JSONField(default=dict)
    grade = models.CharField(max_length=100, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    given_at = models.DateTimeField(null=True)

    class Meta:
        """A case has one first and one second auditor, who are two people."""

        constraints = (
            models.UniqueConstraint(fields=["case", "is_second"], name="one_grading_of_a_place"),
            models.UniqueConstraint(fields=["case", "auditor"], name="nobody_grades_a_case_twice"),
        )


class Moderation(models.Model):
    """What was agreed of one case after both gradings were in, by somebody who gave neither."""

    case = models.OneToOneField(AuditCase, on_delete=models.PROTECT, related_name="moderation")
    grade = models.CharField(max_length=100)
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class AuditAction(models.Model):
    """A task that an audit of a case led to. The task follows the child."""

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="actions")
    task = models.OneToOneField(Task, on_delete=models.PROTECT)
