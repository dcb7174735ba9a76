"""What ran by itself, such as the nightly run, and how it ended."""

from django.db import models


class Job(models.Model):
    """One run of one job. ``steps`` is a list of what it did, in words that name no child."""

    class Outcome(models.TextChoices):
        """How a job ended; "" while it runs."""

        DONE = "done", "Done"
        IN_PART = "in_part", "Done in part"
        NOT_DONE = "not_done", "Not done"

    name = models.CharField(max_length=40, db_index=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default="")
    steps = models.JSONField(default=list)
