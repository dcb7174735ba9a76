"""After a later report: what it says on each theme, beside what was said last time.

Nothing here decides anything. It lays sentences side by side; a person closes, carries on or
reopens (``closing``).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.improvement.line_of_sight import RECOMMENDATION, Sentence, everything_wanting
from sightline.improvement.models import Objective, Plan, Step
from sightline.inspections.facts import Documents, Event, Finding, Recommendation


@dataclass(frozen=True)
class SaidLater:
    """What one later document says on some themes: its recommendations and its paragraphs."""

    event: Event
    recommendations: tuple[Recommendation, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class BesideLast:
    """One recommendation of a later report, and what was asked last time on its themes.

    ``objectives`` are those of the plan that share a theme; ``last`` the recommendations of the
    plan's own document that do, whether or not the plan took them up.
    """

    sentence: Sentence
    objectives: tuple[Objective, ...]
    last: tuple[Sentence, ...]


@dataclass(frozen=True)
class ObjectiveAfter:
    """One objective after a later report: what the report says on its themes, and what was decided."""

    objective: Objective
    again: tuple[Sentence, ...]
    findings: tuple[Finding, ...]
    decided: Step | None


@dataclass(frozen=True)
class After:
    """A plan beside one later report."""

    event: Event
    beside: tuple[BesideLast, ...]
    objectives: tuple[ObjectiveAfter, ...]


def later_events(documents: Documents, plan: Plan) -> list[Event]:
    """The documents of the plan's authority that speak of a later day, the earliest first."""
    if not plan.urn:
        return []
    since = plan.inspected_to or plan.inspected_from or plan.published or plan.baseline
    found = [
        event
        for event in documents.events
        if event.urn == plan.urn
        and not event.unreadable_because
        and (day := day_of(event))
        and day > since
    ]
    return sorted(found, key=lambda event: day_of(event) or date.min)


def day_of(event: Event) -> date | None:
    """The day a document speaks of: its inspection's first day, otherwise its publication."""
    return event.starts or event.published


def said_later(documents: Documents, plan: Plan, themes: Iterable[str]) -> list[SaidLater]:
    """What each later document says on these themes; one that says nothing on them is there too."""
    wanted = set(themes)
    found = []
    for event in later_events(documents, plan):
        recommendations = _on(wanted, documents.recommendations, event)
        findings = _on(wanted, documents.findings, event)
        found.append(SaidLater(event, tuple(recommendations), tuple(findings)))
    return found


def after(documents: Documents, plan: Plan, event: Event) -> After:
    """The plan beside one later report: each of its recommendations beside the last ones on its theme."""
    now = _recommendations(documents, event.file)
    last = _recommendations(documents, plan.document_file)
    shown = plan.objectives.exclude(state__in=(Objective.State.MERGED, Objective.State.SPLIT))
    objectives = list(shown.prefetch_related("sentences", "steps"))
    findings = [row for row in documents.findings if row.file == event.file]
    return After(
        event=event,
        beside=tuple(
            BesideLast(
                sentence,
                tuple(one for one in objectives if shares_theme(one, sentence)),
                tuple(one for one in last if shares_theme(one, sentence)),
            )
            for sentence in now
        ),
        objectives=tuple(
            ObjectiveAfter(
                one,
                tuple(sentence for sentence in now if shares_theme(one, sentence)),
                tuple(row for row in findings if shares_theme(one, row)),
                decided_after(one, event.sha256),
            )
            for one in objectives
        ),
    )


def shares_theme(one: Objective | Sentence, other: Sentence | Finding) -> bool:
    """Whether two sentences, or an objective and a sentence, are on one theme."""
    return bool(set(one.themes) & set(other.themes))


def decided_after(objective: Objective, report_sha: str) -> Step | None:
    """What was last decided of an objective after that report; None where nobody decided yet."""
    steps = [one for one in objective.steps.all() if one.report_sha == report_sha]
    return max(steps, key=lambda one: (one.at, one.pk), default=None)


def _on(themes: set[str], rows: Sequence, event: Event) -> list:
    return [row for row in rows if row.file == event.file and themes & set(row.themes)]


def _recommendations(documents: Documents, file: str) -> list[Sentence]:
    rows = [row for row in documents.recommendations if row.file == file]
    return [one for one in everything_wanting(rows, ()) if one.kind == RECOMMENDATION]
