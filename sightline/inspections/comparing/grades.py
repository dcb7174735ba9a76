"""Grades in order, and which events are graded inspections of an authority's whole service."""

from datetime import date

from sightline.inspections.facts import Documents, Event

BEST_FIRST = ("outstanding", "good", "requires improvement", "adequate", "inadequate")

# A looked-after-children inspection graded one service and a board review graded the board:
# neither is a step on the authority's own ladder.
WHOLE_SERVICE = ("ilacs_inspection", "sif_inspection", "sif_reinspection")


def day_of(event: Event) -> date | None:
    """The day an event is placed on: the last on site, or, where unread, its publication."""
    return event.ends or event.published


def placed_on(event: Event) -> date:
    """The day an event that has one is placed on; undated ones are left out before this is asked."""
    day = day_of(event)
    assert day is not None, f"{event.file} has no day"
    return day


def grades_of(documents: Documents, event: Event) -> dict[str, str]:
    """The event's grades by area, as the framework had them."""
    return {each.area: each.grade for each in documents.judgements if each.file == event.file}


def overall_grades(documents: Documents) -> dict[str, str]:
    """The overall grade of every file that has one. From April 2026 there is none."""
    return {
        each.file: each.grade
        for each in documents.judgements
        if each.area == "overall_effectiveness"
    }


def rank(grade: str) -> int:
    """0 for the best grade; grades that are none come last."""
    return BEST_FIRST.index(grade) if grade in BEST_FIRST else len(BEST_FIRST)
