"""Forms that have been sent, so that one sent twice is recorded once."""

from django.db import models

from sightline.casework.models.people import Person


class Submission(models.Model):
    """One form a person sent: ``key`` was made with the form, ``kind`` and ``row`` name what it wrote."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    key = models.CharField(max_length=64)
    action = models.CharField(max_length=60)
    child = models.CharField(max_length=100, blank=True, default="")
    kind = models.CharField(max_length=100)
    row = models.BigIntegerField()

    class Meta:
        """A form is recorded once."""

        constraints = (models.UniqueConstraint(fields=["person", "key"], name="one_submission"),)


class Draft(models.Model):
    """What a person has typed into a form and not yet sent. It outlives their session.

    ``form`` and ``about`` say which form of which child; ``seen`` the version it was begun from;
    ``address`` the page it stands on, so that its writer finds back to it.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    form = models.CharField(max_length=60)
    child = models.CharField(max_length=100, blank=True, default="")
    about = models.CharField(max_length=200, blank=True, default="")
    content = models.JSONField(default=dict)
    seen = models.BigIntegerField(null=True)
    address = models.CharField(max_length=300, blank=True, default="")
    saved_at = models.DateTimeField()

    class Meta:
        """One draft of a form about one thing."""

        constraints = (
            models.UniqueConstraint(
                fields=["person", "form", "child", "about"], name="one_draft_of_a_form"
            ),
        )
