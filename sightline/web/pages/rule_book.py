"""The rule book: every rule, and a rule's own page."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_RULES
from sightline.web.door import require
from sightline.web.pages.shown import shown


def rules(request: HttpRequest) -> HttpResponse:
    """Every rule by stage of the child's journey."""
    require(request, SEE_RULES, words="rule book")
    return shown(request, "rules.html", {})


def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its question, standards, readings and worked examples."""
    require(request, SEE_RULES, words="a rule's page")
    raise Http404
