"""The audit trail, newest first, and whether it is whole."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from sightline.casework import audit
from sightline.casework.models import AuditEntry
from sightline.casework.policy import SEE_AUDIT
from sightline.web.door import require
from sightline.web.pages.shown import shown

ENTRIES_ON_A_PAGE = 50


def audit_trail(request: HttpRequest) -> HttpResponse:
    """Who read or was refused what. The list names no child: a child's page shows its readers.

    Checking goes through the whole trail, so it is done when asked for.
    """
    require(request, SEE_AUDIT, words="the audit trail")
    pages = Paginator(AuditEntry.objects.order_by("-pk"), ENTRIES_ON_A_PAGE)
    part = pages.get_page(request.GET.get("page"))
    faults = audit.verify() if request.GET.get("check") else None
    return shown(request, "audit_trail.html", {"part": part, "faults": faults})
