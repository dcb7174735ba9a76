"""What letters of visits say that reports do not: progress in a sentence, inspectors in a sentence.

Built from the known form of monitoring-visit and focused-visit letters; no real one has been tried.
"""

from __future__ import annotations

import re

from sightline.inspections.layout import Lines, join
from sightline.inspections.title_block import person_names

VISITS = ("monitoring_visit", "focused_visit")
_PROGRESS = re.compile(
    r"[^.]*\b(?:mak(?:ing|e|es)|made|show\w*|(?:pace|rate) of)\s+(?:\w+\s+){0,4}progress\b[^.]*\."
    r"|[^.]*(?<!and )\b(?:the )?progress (?:has|is|was|continues|remains)\b[^.]*\.",
    re.I,
)
_THE_INSPECTORS = re.compile(
    r"(?:the inspectors|h(?:is|er) majesty[’']s inspectors for (?:this|the) visit)\s+w(?:ere|as)\s*:?\s*"
    r"(?P<names>[^.]{5,200})",
    re.I,
)
_TEAM_ROLE = re.compile(
    r"^\W*(?P<role>deputy lead inspectors?|team inspectors?)\s*:?\s*(?P<names>.*)", re.I
)
# "(Contracted Inspector)" is no name, and the note on complaints follows the last one.
_NO_NAMES = re.compile(r"\s*\([^)]*\)?|\.?\s*\bAny complaints.*", re.S)
_SINGLE_RANK = re.compile(
    r",?\s*\(?\b(?:HMI|SHMI|OI|AI|SCRI|Senior HMI|His Majesty[’']s Inspectors?|Her Majesty[’']s Inspectors?)\b\)?",
)


def progress_said(kind: str, lines: Lines) -> tuple[str, int | None]:
    """The sentence that says how far things have come since the inspection, and its page."""
    if kind not in VISITS:
        return "", None
    last = min(len(lines), 60)
    for position in range(last):
        if "progress" not in lines.texts[position].lower():
            continue
        nearby = join(lines.texts[max(position - 2, 0) : position + 3])
        for match in _PROGRESS.finditer(nearby):
            if "summarises" not in match[0] and "inspectors reviewed" not in match[0]:
                return match[0].strip(), lines.pages[position]
    return "", None


def team_of(kind: str, lines: Lines) -> list[tuple[str, str]]:
    """The other inspectors named, each with a role."""
    if kind in VISITS:
        match = _THE_INSPECTORS.search(join(lines.texts[:60]))
        names = person_names(_SINGLE_RANK.sub("", match["names"])) if match else ()
        return [(name, "inspector") for name in names]
    found: list[tuple[str, str]] = []
    for position in range(max(0, len(lines) - 400), len(lines)):
        match = _TEAM_ROLE.match(lines.texts[position])
        if match:
            role = match["role"].lower().removesuffix("s")
            printed = _names_run_on(lines, position, match["names"])
            printed = _SINGLE_RANK.sub("", _NO_NAMES.sub("", printed))
            found += [(name, role) for name in person_names(printed)]
    return found


def _names_run_on(lines: Lines, position: int, names: str) -> str:
    """The names from here over the lines that follow, until another role is named."""
    parts = [names]
    for text in lines.texts[position + 1 : position + 5]:
        if not text.strip() or ":" in text or "inspector" in text.lower().split("(")[0]:
            break
        parts.append(text)
    return join(parts)
