"""Graded areas and grades, as each framework names them."""

from __future__ import annotations

import re

AREAS = (
    "overall_effectiveness",
    "leadership",
    "help_and_protection",
    "children_in_care_and_care_leavers",
    "children_in_care",
    "care_leavers",
    "children_looked_after_and_permanence",
    "adoption",
    "lscb",
)
AREAS_OF_2013 = ("capacity_to_improve", "outcomes", "quality_of_provision")
"""Graded only in the looked-after children inspections of 2013, and in nothing since."""
GRADES = (
    "outstanding",
    "good",
    "requires improvement",
    "inadequate",
    "adequate",
    "not judged",
)

GRADE = re.compile(
    r"\b(?:outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|inadequate|adequate"
    r"|not\s+judged)\b",
    re.IGNORECASE,
)


def grade_of(printed: str) -> str:
    """The grade that a printed one stands for: "Require improvement to be good" is one."""
    words = " ".join(printed.lower().split())
    if words.startswith("require"):
        return "requires improvement"
    return words if words in GRADES else ""


_AREA_OF = (
    ("capacity_to_improve", re.compile(r"^capacity to improve", re.I)),
    ("outcomes", re.compile(r"^outcomes for", re.I)),
    ("quality_of_provision", re.compile(r"^quality of provision", re.I)),
    ("overall_effectiveness", re.compile(r"overall (?:effectiveness|judgement)", re.I)),
    ("lscb", re.compile(r"\blscb\b|safeguarding (?:children )?board", re.I)),
    ("leadership", re.compile(r"leaders|leadership", re.I)),
    ("help_and_protection", re.compile(r"need(?:ing)? help|help\s+and\s+protection", re.I)),
    ("adoption", re.compile(r"\badoption\b", re.I)),
    (
        "children_in_care_and_care_leavers",
        re.compile(r"in\s+care\s+and\s+care\s+leavers", re.I),
    ),
    ("children_looked_after_and_permanence", re.compile(r"looked\s+after", re.I)),
    ("children_in_care", re.compile(r"children\s+in\s+care", re.I)),
    ("care_leavers", re.compile(r"care\s+leavers", re.I)),
)


def area_of(label: str) -> str:
    """The area a row or heading is about, or empty where it is none of the graded ones."""
    for area, pattern in _AREA_OF:
        if pattern.search(label):
            return area
    return ""
