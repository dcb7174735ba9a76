"""One objective, the whole line of sight: sentence, then and now, decisions, later reports, press."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sightline.casework.policy import SEE_EVIDENCE, SEE_FIGURES, SEE_SMALL_NUMBERS, may
from sightline.improvement.actions import owner_of
from sightline.improvement.after import said_later
from sightline.improvement.closing import BASES
from sightline.improvement.decided import decisions_on
from sightline.improvement.evidence import audits_made_here
from sightline.improvement.models import Evidence, Objective
from sightline.improvement.owners_day import actions_of_plan
from sightline.improvement.people import has_left
from sightline.improvement.press import quotations_on
from sightline.improvement.proposing import proposed_measures, proposed_questions
from sightline.improvement.reading import read_objective
from sightline.improvement.replaced import standing_of
from sightline.improvement.writing import changes_of, may_report
from sightline.web import documents, service
from sightline.web.charts import kept_charts, measure_chart
from sightline.web.charts.measure_chart import SIZES
from sightline.web.door import require
from sightline.web.local_values import local_values
from sightline.web.pages.improvement.finding import crumbs, objective_at, shown_of_plan
from sightline.web.pages.improvement.kept_evidence import shown_evidence
from sightline.web.pages.improvement.plans import report_of
from sightline.web.pages.improvement.then_and_now import chart_of_says, then_and_now
from sightline.web.theme_labels import theme_labels


def objective(request: HttpRequest, objective: int) -> HttpResponse:
    """One objective with everything that bears on it."""
    found = objective_at(request, objective)
    workspace, library = service.current(), documents.library()
    today = timezone.localdate()
    read = read_objective(found, workspace, actions_of_plan(found.plan_id, today, local_values()))
    content = {
        "objective": found,
        "read": read,
        "reports_on": may_report(request.user, found),
        "audits_made_here": bool(audits_made_here(found)),
        "drawn": [then_and_now(request.user, workspace, one) for one in read.colours.measures],
        "decided": _decided(read.colours.measures),
        "proposed": proposed_measures(found, workspace.measures()) if _is_worked_on(found) else (),
        "proposed_questions": proposed_questions(found) if _is_worked_on(found) else (),
        "questions": found.questions.filter(dropped_at=None).order_by("pk"),
        "notes": found.notes.filter(action=None).select_related("by").order_by("-at", "-pk"),
        "steps": found.steps.select_related("by").order_by("-at", "-pk"),
        "changes": changes_of(found),
        "merged": found.merged.all(),
        "parts_of_it": found.parts.all(),
        "owner_of": owner_of,
        "has_left": has_left,
        "bases": BASES,
        "labels": theme_labels(),
        "way": crumbs(found.plan, found),
        **_published(found, library),
        **_evidence(request, found),
    }
    return shown_of_plan(request, "objective.html", found.plan, content)


def _is_worked_on(objective: Objective) -> bool:
    return objective.state in (Objective.State.DRAFT, Objective.State.OPEN)


def _published(objective: Objective, library: documents.Library) -> dict[str, Any]:
    """What inspectors and the press wrote: the document, later reports on the theme, quotations."""
    plan = objective.plan
    later = said_later(library.documents, plan, objective.themes)
    return {
        "report": report_of(plan),
        "standing": standing_of(library.documents, plan),
        "later": later,
        "day_of": documents.day_of,
        "report_address": documents.address_of,
        "kinds": documents.KINDS,
        "quotations": quotations_on(library.quotations, objective.themes, plan.authority),
        "address_of_file": library.address,
    }


def _decided(measures) -> list[tuple[Any, Any]]:
    """How often people decided about the concerns of each measure's rule since its baseline."""
    return [
        (one, decisions_on(one.measure.rule, one.chosen.baseline))
        for one in measures
        if one.measure and one.measure.rule
    ]


def _evidence(request: HttpRequest, objective: Objective) -> dict[str, Any]:
    """The evidence for somebody who may read it; for others, only how much of each kind."""
    rows = objective.evidence.select_related("by", "action", "withdrawn_by")
    if not may(request.user, SEE_EVIDENCE):
        standing = rows.filter(withdrawn_at=None)
        kinds = [(kind.label, standing.filter(kind=kind).count()) for kind in Evidence.Kind]
        return {"evidence_kinds": [(label, number) for label, number in kinds if number]}
    return {"reads_evidence": True, "evidence": shown_evidence(rows)}


def chart(request: HttpRequest, objective: int, measure: str, size: str) -> HttpResponse:
    """The chart of one chosen measure of an objective, as an SVG file."""
    words = f"chart of {measure} in an improvement plan"
    require(request, SEE_FIGURES, words=words)
    require(request, SEE_SMALL_NUMBERS, words=words)
    found, workspace = objective_at(request, objective), service.current()
    says = next(
        (
            one
            for one in read_objective(found, workspace, []).colours.measures
            if one.chosen.measure == measure and one.movement.months
        ),
        None,
    )
    if says is None or size not in SIZES:
        raise Http404("There is no such chart.")
    drawing = chart_of_says(says, workspace.authority(), size)
    svg = kept_charts.drawn(drawing, measure_chart.draw, settings.WORKSPACE)
    response = HttpResponse(svg, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
