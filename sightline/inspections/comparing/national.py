"""All authorities by year: grades, movement between inspections, themes in what must improve."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from sightline.inspections.comparing.grades import (
    WHOLE_SERVICE,
    day_of,
    overall_grades,
    placed_on,
    rank,
)
from sightline.inspections.facts import Documents, Event


@dataclass(frozen=True)
class Share:
    """So many of so many in one year."""

    year: int
    name: str
    count: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1. ``of`` is never 0: a year without reports has no share."""
        return self.count / self.of


@dataclass(frozen=True)
class Movement:
    """One authority from one inspection of its whole service to the next."""

    urn: str
    authority: str
    earlier: Event
    later: Event
    from_grade: str
    to_grade: str

    @property
    def direction(self) -> str:
        """``improved``, ``declined`` or ``stayed``, by the overall grade."""
        before, after = rank(self.from_grade), rank(self.to_grade)
        return "improved" if after < before else "declined" if after > before else "stayed"


def grades_by_year(documents: Documents, framework: str = "") -> list[Share]:
    """Overall grades of whole-service inspections by the year they ended; shares of that year's.

    ``framework`` keeps one framework's: grades of two frameworks are not the same measure.
    """
    overall = overall_grades(documents)
    by_year: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for event in _inspections(documents):
        if event.file in overall and (not framework or event.framework == framework):
            by_year[placed_on(event).year][overall[event.file]] += 1
    return [
        Share(year, grade, count, counts.total())
        for year, counts in sorted(by_year.items())
        for grade, count in sorted(counts.items(), key=lambda item: rank(item[0]))
    ]


def movements(documents: Documents) -> list[Movement]:
    """Every step of every authority from one overall grade to the next, in order of the later day."""
    overall = overall_grades(documents)
    by_authority: defaultdict[str, list[Event]] = defaultdict(list)
    for event in _inspections(documents):
        if event.urn and event.file in overall:
            by_authority[event.urn].append(event)
    found = [
        Movement(urn, later.authority, earlier, later, overall[earlier.file], overall[later.file])
        for urn, events in by_authority.items()
        for earlier, later in pairwise(sorted(events, key=placed_on))
    ]
    return sorted(found, key=lambda each: placed_on(each.later))


def themes_by_year(documents: Documents, theme: str = "") -> list[Share]:
    """Share of each year's reports whose recommendations touch a theme, all themes or one.

    Shares of reports, never counts of mentions: a report of the single inspection framework is
    three times as long as a later one.
    """
    themes_of: defaultdict[str, set[str]] = defaultdict(set)
    for item in documents.recommendations:
        themes_of[item.file].update(item.themes)
    reports: Counter[int] = Counter()
    touched: Counter[tuple[int, str]] = Counter()
    for event in _inspections(documents):
        year = placed_on(event).year
        reports[year] += 1
        for name in themes_of[event.file]:
            if not theme or name == theme:
                touched[year, name] += 1
    return [
        Share(year, name, count, reports[year]) for (year, name), count in sorted(touched.items())
    ]


def _inspections(documents: Documents) -> list[Event]:
    return [event for event in documents.events if event.kind in WHOLE_SERVICE and day_of(event)]
