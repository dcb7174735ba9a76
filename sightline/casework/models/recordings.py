"""What people record for a child, version by version: a correction keeps the original.

The columns of what is recorded are those of the record tables (``sightline.records.tables``) and
of the tables Sightline keeps for itself (``own_tables``), each declared there once.
"""

from django.db import models

from sightline.casework.models.people import Person


class Recording(models.Model):
    """One thing recorded for one child: an interview, a meeting, a decision.

    ``version`` is the number of the version that stands. ``only_one`` is filled where there may be
    but one of a kind, such as the end of one plan; two people who record it at once meet there.
    """

    table = models.CharField(max_length=60)
    child = models.CharField(max_length=100)
    version = models.PositiveIntegerField(default=1)
    is_withdrawn = models.BooleanField(default=False)
    only_one = models.CharField(max_length=200, null=True)  # empty is not unique, "" would be
    part_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()

    class Meta:
        """Found by table and child; one of a kind where there may be but one."""

        indexes = (
            models.Index(fields=["table", "child"], name="recording_by_table_and_child"),
            models.Index(fields=["child"], name="recording_by_child"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["only_one"],
                condition=models.Q(is_withdrawn=False),
                name="only_one_recording",
            ),
        )


class RecordingVersion(models.Model):
    """What one recording said from one moment on. Written once; ``why`` says why it was corrected."""

    recording = models.ForeignKey(Recording, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    why = models.TextField(blank=True, default="")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """A number is given once, so that of two corrections at one moment one is refused; the
        latest versions are found by their moment."""

        constraints = (
            models.UniqueConstraint(fields=["recording", "number"], name="one_version_of_a_number"),
        )
        indexes = (models.Index(fields=["at"], name="version_by_moment"),)
