"""The rule book: every rule by stage of the journey, and a rule's own page."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_RULES
from sightline.engine.rule import STAGES
from sightline.rules import RULES
from sightline.rules.book import rule_page, wording
from sightline.web.door import require
from sightline.web.pages.shown import shown


def rules(request: HttpRequest) -> HttpResponse:
    """Every rule by stage of the child's journey."""
    require(request, SEE_RULES, words="rule book")
    by_stage = {stage: [rule for rule in RULES.values() if rule.stage == stage] for stage in STAGES}
    stages = {stage: found for stage, found in by_stage.items() if found}
    return shown(
        request, "rules.html", {"published_only": True, "stages": stages, "total": len(RULES)}
    )


def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its question, standards, readings and worked examples."""
    require(request, SEE_RULES, words="a rule's page")
    if name not in RULES:
        raise Http404("There is no such rule.")
    content = {"published_only": True, "rule": rule_page(name), "wording": wording}
    return shown(request, "rule.html", content)
