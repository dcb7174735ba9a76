"""One authority over time: its events and grades, and what became of what was recommended.

Whether something was put right is for a person to judge. The journey lays what inspectors
recommended beside what the next report says on the same theme, and decides nothing.
"""

from dataclasses import dataclass

from sightline.inspections.comparing.grades import day_of, grades_of, placed_on
from sightline.inspections.facts import Documents, Event, Finding, Recommendation


@dataclass(frozen=True)
class Step:
    """One event. ``days_since`` counts the days since the event before, None for the first."""

    event: Event
    grades: dict[str, str]
    recommendations: list[Recommendation]
    days_since: int | None


@dataclass(frozen=True)
class ThemeThenAndNow:
    """What one report recommended on a theme, and what the next one says on it."""

    theme: str
    earlier: Event
    later: Event
    recommended: list[Recommendation]
    found_later: list[Finding]
    recommended_later: list[Recommendation]

    @property
    def later_is_silent(self) -> bool:
        """The next report says nothing on the theme, which does not mean that it was put right."""
        return not self.found_later and not self.recommended_later


@dataclass(frozen=True)
class Journey:
    """An authority's events in order of their days, undated ones last, and the themes in turn."""

    urn: str
    authority: str
    steps: list[Step]
    themes: list[ThemeThenAndNow]


def journey_of(documents: Documents, urn: str) -> Journey:
    """The journey of the authority with this URN; it has no steps where nothing was read of it."""
    events = [event for event in documents.events if event.urn == urn and _is_event(event)]
    dated = sorted((event for event in events if day_of(event)), key=placed_on)
    ordered = dated + [event for event in events if not day_of(event)]
    steps = [
        _step(documents, event, before)
        for event, before in zip(ordered, [None, *ordered], strict=False)
    ]
    with_recommendations = [step for step in steps if step.recommendations]
    return Journey(
        urn=urn,
        authority=ordered[-1].authority if ordered else "",
        steps=steps,
        themes=[
            theme
            for earlier in with_recommendations
            if (later := _next_report(documents, steps, earlier))
            for theme in _themes(documents, earlier, later)
        ],
    )


def _is_event(event: Event) -> bool:
    return event.kind not in ("article", "unreadable")


def _step(documents: Documents, event: Event, before: Event | None) -> Step:
    here, there = day_of(event), day_of(before) if before else None
    return Step(
        event=event,
        grades=grades_of(documents, event),
        recommendations=[each for each in documents.recommendations if each.file == event.file],
        days_since=(here - there).days if here and there else None,
    )


def _next_report(documents: Documents, steps: list[Step], earlier: Step) -> Step | None:
    """The next step that has paragraphs to compare with."""
    files = {finding.file for finding in documents.findings}
    for step in steps[steps.index(earlier) + 1 :]:
        if step.event.file in files or step.recommendations:
            return step
    return None


def _themes(documents: Documents, earlier: Step, later: Step) -> list[ThemeThenAndNow]:
    themes = sorted({theme for each in earlier.recommendations for theme in each.themes})
    found = [each for each in documents.findings if each.file == later.event.file]
    return [
        ThemeThenAndNow(
            theme=theme,
            earlier=earlier.event,
            later=later.event,
            recommended=[each for each in earlier.recommendations if theme in each.themes],
            found_later=[each for each in found if theme in each.themes],
            recommended_later=[each for each in later.recommendations if theme in each.themes],
        )
        for theme in themes
    ]
