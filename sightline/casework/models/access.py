"""What opens a child's record to a person, and what closes it to everybody else.

Rows here are never removed: a grant withdrawn or a restriction lifted says who did it and when.
"""

from django.db import models

from sightline.casework.models.people import Person


class TeamMembership(models.Model):
    """A person works in, or answers for, a team. ``team`` is the team's name as the records have it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    team = models.CharField(max_length=200)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Nobody is in one team twice at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["person", "team"],
                condition=models.Q(ended_at__isnull=True),
                name="one_membership_of_a_team",
            ),
        )


class NamedGrant(models.Model):
    """One named person may read one child's record, until a day, by whose decision and why."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    child = models.CharField(max_length=100, db_index=True)
    until = models.DateTimeField()
    why = models.TextField()
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True, default="")


class ReasonedAccess(models.Model):
    """Somebody opened one child's record by giving a reason; it closes again by itself."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    child = models.CharField(max_length=100, db_index=True)
    why = models.TextField()
    opened_at = models.DateTimeField()
    until = models.DateTimeField()


class Restriction(models.Model):
    """One child's record is open to people named for it and to nobody else.

    ``manager`` is whom others are told to speak to at the front door.
    """

    class Kind(models.TextChoices):
        """Why records are restricted. It is shown only to those who may read the record."""

        STAFF_FAMILY = "staff_family", "The family of somebody who works here"
        REFUGE = "refuge", "The family is in a refuge or must not be found"
        OTHER = "other", "Another reason, told in words"

    child = models.CharField(max_length=100, db_index=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    why = models.TextField()
    manager = models.ForeignKey(Person, on_delete=models.PROTECT)
    placed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.TextField(blank=True, default="")

    class Meta:
        """A record is restricted once at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=["child"],
                condition=models.Q(lifted_at__isnull=True),
                name="one_restriction_of_a_child",
            ),
        )


class Notice(models.Model):
    """Something one person is told: that a record was opened by a reason, or a concern escalated."""

    to = models.ForeignKey(Person, on_delete=models.PROTECT)
    kind = models.CharField(max_length=60)
    words = models.TextField()
    child = models.CharField(max_length=100, blank=True, default="")
    about = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
