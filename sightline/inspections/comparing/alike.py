"""What inspectors wrote of other authorities on the same theme, best graded first.

So that a service can learn from one where the same thing goes well.
"""

from dataclasses import dataclass

from sightline.inspections.comparing.grades import day_of, overall_grades, rank
from sightline.inspections.facts import Documents, Event, Finding

_POLARITY_ORDER = ("strength", "mixed", "plain", "weakness")


@dataclass(frozen=True)
class Passage:
    """A paragraph of another authority's report with the grade of its area (or overall)."""

    event: Event
    finding: Finding
    grade: str


def passages_on(
    documents: Documents,
    theme: str,
    *,
    not_of: str = "",
    polarity: str = "",
    limit: int = 50,
) -> list[Passage]:
    """Paragraphs on a theme: best grade first, strengths before the rest, newest first.

    ``not_of`` is the URN of the authority that is asking; ``polarity`` keeps one kind.
    """
    events = {event.file: event for event in documents.events}
    overall = overall_grades(documents)
    by_area = {(each.file, each.area): each.grade for each in documents.judgements}
    found = [
        Passage(
            event,
            finding,
            by_area.get((finding.file, finding.area)) or overall.get(finding.file, ""),
        )
        for finding in documents.findings
        if theme in finding.themes
        and (event := events[finding.file]).urn != (not_of or None)
        and (not polarity or finding.polarity == polarity)
    ]
    return sorted(found, key=_order)[:limit]


def _order(passage: Passage) -> tuple[int, int, int]:
    day = day_of(passage.event)
    return (
        rank(passage.grade),
        _POLARITY_ORDER.index(passage.finding.polarity),
        -(day.toordinal() if day else 0),
    )
