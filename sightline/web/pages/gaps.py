"""What cannot be told from the records, and what was not loaded."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import SEE_FIGURES
from sightline.web import service
from sightline.web.door import require
from sightline.web.pages.shown import shown


def cannot_tell(request: HttpRequest) -> HttpResponse:
    """The rules that abstain, and why."""
    require(request, SEE_FIGURES, words="what cannot be told")
    return shown(request, "cannot_tell.html", {"rows": service.current().cannot_tell()})


def set_aside(request: HttpRequest) -> HttpResponse:
    """Rows that were set aside when loading, counted by reason. No row is shown."""
    require(request, SEE_FIGURES, words="what was set aside")
    rows = service.current().set_aside()
    content = {"rows": rows, "total": sum(row.rows for row in rows)}
    return shown(request, "set_aside.html", content)
