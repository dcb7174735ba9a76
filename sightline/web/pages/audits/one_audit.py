"""One audit: what it asks, how its sample was drawn, its cases, what was found."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework import audits
from sightline.casework.models import AuditCase, CaseAudit
from sightline.casework.policy import DESIGN_AUDITS, SEE_AUDITS, may
from sightline.records.themes import THEMES
from sightline.rules import RULES
from sightline.web import service
from sightline.web.door import require
from sightline.web.lists import kept_back_in_words, open_to
from sightline.web.pages.audits.finding import SEEN, audit_at, state_of
from sightline.web.pages.listed_children import crumbs, listing, names_of
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels


def one_audit(request: HttpRequest, audit: int) -> HttpResponse:
    """One audit, with the children of its sample whom the person may read: that is kept."""
    found = audit_at(request, audit)
    drawn = audits.standing_draw(found)
    every_case = _cases(found)
    cases = open_to(request.user, every_case, service.current().records_for_policy())
    children = [one.child for one in cases]
    content = {
        "audit": found,
        "drawn": drawn,
        "draws": found.draws.select_related("by").order_by("-number"),
        "result": audits.results_of(found),
        "cases": [(one, state_of(one)) for one in cases],
        "kept_back": kept_back_in_words(len(every_case) - len(cases)),
        "names": names_of(children),
        "labels": theme_labels(),
        "designs": bool(may(request.user, DESIGN_AUDITS)),
        "is_begun": any(one.given_at for case in every_case for one in case.gradings.all()),
        "few_or_none": kept_back_in_words,
        "way": crumbs((found.title, "")),
    }
    return listing(request, "audits/audit.html", content, cases, "children of an audit")


def on_theme(request: HttpRequest, theme: str) -> HttpResponse:
    """What audits on a theme found over time, beside the measures and the rules on it."""
    require(request, SEE_AUDITS, words=SEEN)
    if theme not in THEMES:
        raise Http404("There is no such theme.")
    workspace = service.current()
    measures = [one for one in workspace.measures() if theme in one.themes]
    content = {
        "theme": theme,
        "label": THEMES[theme].label,
        "results": audits.results_on(theme)[::-1],
        "measures": [(one, workspace.figure(one.name)) for one in measures],
        "rules": [one for one in RULES.values() if theme in one.themes],
        "way": crumbs((THEMES[theme].label, "")),
    }
    return shown(request, "audits/theme.html", content)


def _cases(audit: CaseAudit) -> list[AuditCase]:
    """The cases of the standing draw, and those audited again after their first."""
    drawn = audits.standing_draw(audit)
    if drawn is None:
        return []
    rows = drawn.cases.select_related("moderation", "again").prefetch_related("gradings__auditor")
    return list(rows.order_by("kind", "team", "pk"))
