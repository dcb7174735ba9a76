"""The journey of one council as the demonstration tells it: a plan from each report, and what came after.

It reads what the documents and articles say and adds no sentence of its own about the council. A
visit of which only the press tells is evidence "as reported", and says that the letter is not held.
Every write is an ordinary one, by the made-up person who is given.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sightline.casework.models import Person
from sightline.engine.measure import HIGHER, LOWER
from sightline.improvement import choosing, closing, evidence, objectives, plans, self_evaluation
from sightline.improvement.after import day_of, shares_theme
from sightline.improvement.line_of_sight import everything_wanting
from sightline.improvement.models import Objective, Plan
from sightline.improvement.press import quotations_on
from sightline.improvement.proposing import proposed_measures
from sightline.inspections.articles.facts import QuotationRead
from sightline.inspections.facts import Documents, Event

GRADED = ("ilacs_inspection", "sif_inspection", "sif_reinspection")
NOT_HELD = "document not held"
HELD_MONTHS = 6
DUE_AFTER_YEARS = 1


def reports_of(documents: Documents, council: str) -> list[Event]:
    """The graded reports of a council that ask for change, the earliest first."""
    asking = {row.file for row in documents.recommendations}
    found = [
        one
        for one in documents.events
        if one.authority.casefold().startswith(council.casefold())
        and one.kind in GRADED
        and one.file in asking
        and day_of(one)
    ]
    return sorted(found, key=lambda one: day_of(one) or date.min)


def tell(
    *,
    by: Person,
    reports: Sequence[Event],
    documents: Documents,
    quotations: Sequence[QuotationRead],
    figures: Any,
) -> list[Plan]:
    """Begin a plan from each report and lay what came after beside it. Told before, it is left alone."""
    told = []
    for place, event in enumerate(reports):
        later = reports[place + 1] if place + 1 < len(reports) else None
        title = f"{event.authority}: after the inspection of {day_of(event):%B %Y}"
        plan = Plan.objects.filter(title=title).first()
        told.append(plan or _chapter(by, title, event, later, documents, quotations, figures))
    return told


def _chapter(by, title, event, later, documents, quotations, figures) -> Plan:
    asked = [row for row in documents.recommendations if row.file == event.file]
    plan = plans.begin_plan(
        by=by, title=title, event=event, sentences=everything_wanting(asked, ())
    )
    due = plan.baseline.replace(year=plan.baseline.year + DUE_AFTER_YEARS, day=1)
    drafts = list(plan.objectives.all())
    objectives.take_up_several(by=by, objectives=drafts, owner=by, due=due)
    standing = list(plan.objectives.all())
    for one in standing:
        _choose(by, one, figures)
    _as_reported(by, plan, standing, later, quotations)
    if later:
        _carry(by, standing, later, documents)
    else:
        _evaluate(by, plan, figures)
    return plan


def _choose(by: Person, objective: Objective, figures: Any) -> None:
    """The measure proposed first for an objective, where one direction of it is the better."""
    for proposed in proposed_measures(objective, figures.measures()):
        if proposed.measure.better in (HIGHER, LOWER):
            choosing.choose_measure(
                by=by, objective=objective, measure=proposed.measure, tie=proposed.tie,
                held_months=HELD_MONTHS,
            )  # fmt: skip
            return


def _as_reported(by, plan, standing, later, quotations) -> None:
    """What the press took from letters that nobody holds, each under one objective on its theme."""
    until = (day_of(later) if later else None) or date.max
    kept: set[tuple[str, int]] = set()
    for objective in standing:
        for one in quotations_on(quotations, objective.themes, plan.authority):
            key = (one.match.article, one.match.number)
            is_ours = one.published and plan.baseline < one.published <= until
            if one.match.match != NOT_HELD or not is_ours or key in kept:
                continue
            kept.add(key)
            evidence.keep_words(
                by=by, objective=objective, kind=evidence.Kind.OTHER, on=one.published,
                words=f"As reported, letter not held ({one.title}): “{one.match.quotation}”",
            )  # fmt: skip


def _carry(by, standing, later, documents) -> None:
    """Objectives on whose theme the later report asks for change again. The others wait for a person."""
    asked = [row for row in documents.recommendations if row.file == later.file]
    again = everything_wanting(asked, ())
    for one in standing:
        said = [sentence for sentence in again if shares_theme(one, sentence)]
        if said:
            pages = ", ".join(str(page) for page in sorted({sentence.page for sentence in said}))
            closing.carry(
                by=by, objective=one, report_sha=later.sha256,
                reason=f"The later report asks for change on the same theme (page {pages}).",
            )  # fmt: skip


def _evaluate(by: Person, plan: Plan, figures: Any) -> None:
    """A claim that rests on a figure as it stands, and one with nothing behind it, to be seen as such."""
    for one in plan.objectives.filter(state=Objective.State.OPEN):
        chosen = one.measures.filter(dropped_at=None).first()
        if chosen is None or figures.figure(chosen.measure) is None:
            continue
        claim = self_evaluation.make_claim(
            by=by,
            plan=plan,
            words="We know how we stand on this, month by month.",
            themes=one.themes,
        )
        kept = evidence.keep_figure(by=by, objective=one, measure=chosen.measure, figures=figures)
        self_evaluation.tie(by=by, claim=claim, evidence=[kept])
        self_evaluation.make_claim(
            by=by, plan=plan, words="Families tell us that it helped.", themes=one.themes
        )
        return
