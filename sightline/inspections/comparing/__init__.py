"""Inspections laid side by side: one authority over time, all authorities by year, reports alike."""

from sightline.inspections.comparing.alike import Passage, passages_on
from sightline.inspections.comparing.journeys import Journey, Step, ThemeThenAndNow, journey_of
from sightline.inspections.comparing.national import (
    Movement,
    Share,
    grades_by_year,
    movements,
    themes_by_year,
)

__all__ = [
    "Journey",
    "Movement",
    "Passage",
    "Share",
    "Step",
    "ThemeThenAndNow",
    "grades_by_year",
    "journey_of",
    "movements",
    "passages_on",
    "themes_by_year",
]
