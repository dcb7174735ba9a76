"""Who may sign in, and what they are to the service."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What a person is to the service; ``policy`` says what each may do."""

    PRACTITIONER = "practitioner", "Practitioner"
    TEAM_MANAGER = "team_manager", "Team manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    CONFERENCE_CHAIR = "conference_chair", "Conference chair"
    QUALITY_ASSURANCE = "quality_assurance", "Quality assurance"
    DUTY = "duty", "Duty and emergency worker"
    REVIEWING_OFFICER = "reviewing_officer", "Independent reviewing officer"
    PERSONAL_ADVISER = "personal_adviser", "Personal adviser"
    VIRTUAL_SCHOOL = "virtual_school", "Virtual school"
    FAMILY_HELP_LEAD = "family_help_lead", "Family help lead"
    LEAD_PRACTITIONER = "lead_practitioner", "Lead child protection practitioner"
    LEADER = "leader", "Leader"
    ANALYST = "analyst", "Analyst"
    MEMBER = "member", "Elected member"
    INSPECTOR = "inspector", "Inspector"
    ADMINISTRATOR = "administrator", "Administrator"


class Person(AbstractUser):
    """Somebody who may sign in.

    ``worker`` is the council's id of the worker they are, if they are one. ``manager`` is told
    when they open a record by giving a reason. ``access_until`` ends all they may do; an inspector
    without one may do nothing. ``sign_on`` is what the council's own sign-on calls them; empty
    where they do not sign in that way.
    """

    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    worker = models.CharField(max_length=100, blank=True, default="")
    manager = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    access_until = models.DateTimeField(null=True, blank=True)
    sign_on = models.CharField(max_length=255, blank=True, default="")

    class Meta(AbstractUser.Meta):
        """One person for each name of the council's sign-on."""

        constraints = (
            models.UniqueConstraint(
                fields=["sign_on"], condition=~models.Q(sign_on=""), name="one_person_of_a_sign_on"
            ),
        )


class FailedSignIn(models.Model):
    """One sign-in that failed. The name tried is kept as a keyed hash: people type passwords there."""

    name_hash = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)


class SpentCode(models.Model):
    """A code of an authenticator app that was used, as a keyed hash, so that it is not used again."""

    code_hash = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(db_index=True)
