"""The rule book: every rule by stage of the journey, the checks before a plan ends, and a page for each."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_RULES
from sightline.engine.rule import STAGES
from sightline.rules import RULES
from sightline.rules.book import check_page, rule_page, wording
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import service
from sightline.web.door import require
from sightline.web.pages.shown import shown


def rules(request: HttpRequest) -> HttpResponse:
    """Every rule by stage of the child's journey, and every check before a plan ends."""
    require(request, SEE_RULES, words="rule book")
    by_stage = {stage: [rule for rule in RULES.values() if rule.stage == stage] for stage in STAGES}
    stages = {stage: found for stage, found in by_stage.items() if found}
    content = {
        "published_only": True,
        "stages": stages,
        "total": len(RULES),
        "checks": CHECKS.values(),
        "wording": wording,
    }
    return shown(request, "rules.html", content)


def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule or check: its question, standards, readings and worked examples."""
    require(request, SEE_RULES, words="a rule's page")
    if name not in RULES and name not in CHECKS:
        raise Http404("There is no such rule.")
    found = check_page(name) if name in CHECKS else rule_page(name)
    workspace = service.current()
    content = {
        "published_only": True,
        "rule": found,
        "wording": wording,
        "local": workspace.local_standards(),
        "measures": [one for one in workspace.measures() if one.rule == name],
    }
    return shown(request, "rule.html", content)
