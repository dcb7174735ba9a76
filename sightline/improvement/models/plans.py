"""A plan, and the inspectors' own words it begins from."""

from django.db import models

from sightline.casework.models import Person


class Plan(models.Model):
    """An improvement plan. It begins from one read document and keeps which, whatever is read later.

    ``document_sha``  the document's checksum; "" for a plan that rests on no document.
    ``baseline``      the day from which change is asked: the inspection's last day, by default.
    ``version``       counts changes, so that a stale edit is noticed.
    """

    title = models.CharField(max_length=200)
    authority = models.CharField(max_length=200, blank=True, default="")
    urn = models.CharField(max_length=20, blank=True, default="")
    document_sha = models.CharField(max_length=64, blank=True, default="")
    document_file = models.CharField(max_length=300, blank=True, default="")
    document_kind = models.CharField(max_length=60, blank=True, default="")
    inspected_from = models.DateField(null=True)
    inspected_to = models.DateField(null=True)
    published = models.DateField(null=True)
    baseline = models.DateField()
    version = models.PositiveIntegerField(default=1)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()


class Sentence(models.Model):
    """What inspectors wrote, word for word, with its page and document. Written once.

    ``kind`` is one of ``line_of_sight``'s: a recommendation, a summary finding or a finding.
    """

    written_once = True

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sentences")
    document_sha = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=40, blank=True, default="")
    text = models.TextField()
    page = models.PositiveIntegerField()
    themes = models.JSONField(default=list)
    priority = models.CharField(max_length=60, blank=True, default="")
    heading = models.CharField(max_length=300, blank=True, default="")
    addressed_to = models.CharField(max_length=60, blank=True, default="")
    doubtful_because = models.TextField(blank=True, default="")
