"""The paragraphs of a document as findings: polarity, themes and quantities of each."""

from __future__ import annotations

from dataclasses import replace

from sightline.inspections.facts import Finding, Quantity, Recommendation
from sightline.inspections.layout import Lines
from sightline.inspections.paragraphs import paragraphs_of
from sightline.inspections.polarity import PLAIN, STRENGTH, polarity_of
from sightline.inspections.quantities import quantities_of
from sightline.inspections.sections import Heading
from sightline.inspections.theme_finder import finder


def findings_of(
    kind: str, lines: Lines, headings: list[Heading], file: str
) -> tuple[list[Finding], list[Quantity]]:
    """Every paragraph as a finding, and every quantity said in one."""
    findings: list[Finding] = []
    quantities: list[Quantity] = []
    themes_in = finder().themes_in
    for paragraph in paragraphs_of(kind, lines, headings):
        text = paragraph.text
        findings.append(
            Finding(
                file=file,
                page=paragraph.page,
                paragraph=paragraph.number,
                section=paragraph.section,
                area=paragraph.area,
                polarity=_polarity(text, paragraph.section),
                themes=themes_in(text, paragraph.area),
                text=text,
            )
        )
        quantities += quantities_of(paragraph, text, file)
    return findings, quantities


def _polarity(text: str, section: str) -> str:
    """What the words say; where they say nothing, what the heading over a list says."""
    polarity = polarity_of(text)
    if polarity == PLAIN and section.lower().endswith("strengths"):
        return STRENGTH
    return polarity


def with_themes(recommendations: list[Recommendation]) -> list[Recommendation]:
    """Recommendations with the themes they touch."""
    themes_in = finder().themes_in
    return [replace(item, themes=themes_in(item.text)) for item in recommendations]
