"""Where the council differs from the national standards, and which standards are not confirmed yet."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import SEE_RULES
from sightline.records.standards import STANDARDS
from sightline.rules import RULES
from sightline.rules.book import wording
from sightline.rules.book.page import NOT_READ
from sightline.rules.book.waiting import standards_in_use
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import service
from sightline.web.door import require
from sightline.web.pages.shown import shown


def standards(request: HttpRequest) -> HttpResponse:
    """The council's own values beside those they stand in for, and the unconfirmed standards."""
    require(request, SEE_RULES, words="standards")
    asked_by = {use.id: use.rules for use in standards_in_use()}
    titles = {name: one.title for name, one in {**RULES, **CHECKS}.items()}
    content = {
        "local": service.current().local_standards(),
        "unconfirmed": [
            one for one in STANDARDS.values() if one.confirmed == NOT_READ and asked_by[one.id]
        ],
        "asked_by": asked_by,
        "titles": titles,
        "wording": wording,
        "total": len(STANDARDS),
    }
    return shown(request, "standards.html", content)
