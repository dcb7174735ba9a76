"""What the rules said of a child whom people recorded something for since the last night."""

from django.db import models


class AskedAgain(models.Model):
    """The answers of one child asked again, until the nightly run has folded in what was recorded.

    It is worked out from the records and may be made anew at any time. ``version`` is the last
    version recorded for the child that it takes in, ``ledger`` the number of the ledger file it
    was laid over; where either is another now, it speaks of the past. ``on`` is the day asked
    about, empty where the ledger held all that was recorded already. ``concerns`` are rows as
    pages show them, dates as text.
    """

    child = models.CharField(max_length=100, unique=True)
    version = models.BigIntegerField()
    ledger = models.PositiveIntegerField()
    on = models.DateField(null=True)
    concerns = models.JSONField(default=list)
