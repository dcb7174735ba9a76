"""What people decided about concerns, and what they said would be done.

A decision is written once and never changed; a later one says what became of it. None hides a
concern: the rule goes on answering from the records.
"""

from django.db import models

from sightline.casework.models.people import Person
from sightline.casework.models.recordings import Recording


class ConcernDecision(models.Model):
    """What one named person decided about one concern, and why.

    The concern is known by ``rule``, ``child`` and ``subject`` (kind and start date), as the rules
    give them. ``on`` is the day something was done or tried, ``until`` the last day for which a
    local standard is accepted, ``to`` whom it was escalated to, ``answers`` the dispute it settles.
    """

    class Kind(models.TextChoices):
        """What can be decided about a concern."""

        ACT = "act", "Act: a task, its owner and a day"
        DONE_NOT_RECORDED = "done_not_recorded", "Done, but not yet recorded"
        ATTEMPTED = "attempted", "Attempted"
        EXPLAIN = "explain", "Explain"
        ACCEPT = "accept", "Accept until a day (local standards alone)"
        DISPUTE = "dispute", "Dispute as a data error"
        SETTLE = "settle", "Settle a dispute"
        ESCALATE = "escalate", "Escalate"

    rule = models.CharField(max_length=100)
    child = models.CharField(max_length=100, db_index=True)
    subject = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    reason = models.TextField()
    on = models.DateField(null=True)
    until = models.DateField(null=True)
    to = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answers = models.OneToOneField("self", null=True, on_delete=models.PROTECT)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ConcernLook(models.Model):
    """One named person looked at one concern and left it as it is. It is no decision."""

    rule = models.CharField(max_length=100)
    child = models.CharField(max_length=100, db_index=True)
    subject = models.CharField(max_length=200)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class MovedConcern(models.Model):
    """A concern whose start date was corrected: what was decided about it goes with it, visibly."""

    rule = models.CharField(max_length=100)
    child = models.CharField(max_length=100, db_index=True)
    from_subject = models.CharField(max_length=200)
    to_subject = models.CharField(max_length=200)
    at = models.DateTimeField()


class Task(models.Model):
    """Something a named person is to do by a day. It follows the child until done or dropped.

    ``decision`` is the decision about a concern that set it, ``came_from`` the supervision, the
    management decision or the meeting; a task may also stand alone. ``rule`` and ``subject`` name
    the concern it was set about where nobody decided anything, and are "" otherwise.
    """

    child = models.CharField(max_length=100, db_index=True)
    words = models.TextField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    rule = models.CharField(max_length=100, blank=True, default="")
    subject = models.CharField(max_length=200, blank=True, default="")
    decision = models.OneToOneField(ConcernDecision, null=True, on_delete=models.PROTECT)
    came_from = models.ForeignKey(Recording, null=True, on_delete=models.PROTECT)
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    ended_as = models.CharField(
        max_length=10, blank=True, default="", choices=[("done", "Done"), ("dropped", "Dropped")]
    )
    ended_because = models.TextField(blank=True, default="")
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
