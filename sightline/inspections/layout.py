"""A document's text as lines: running heads, page numbers and footnotes taken out, pages kept.

What stands in the stream of a page is not what an eye reads first: the running foot of newer
reports comes before the page's first line, and a footnote may come in the middle of a sentence
that goes on overleaf. Everything after this module works on lines that read on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*of\s*\d{1,3})?", re.IGNORECASE)
_FOOTNOTE_START = re.compile(r"(\d{1,2})(?:\s+(?=(?P<capital>[A-Z‘“'\"(])|[a-z])|\s*$)")
_DIGITS = re.compile(r"\d+")
_OUTER_NUMBER = re.compile(r"^\d{1,3}\s+(?=\D{12})|\s*\d{1,3}$")
_LONE_MARK = re.compile(r"\s*\d{1,2}\s*")
_HEAD_LINES = 4
_NOT_A_FOOTNOTE = re.compile(r"[•–]\s|\d{1,3}\.\s")


@dataclass(slots=True)
class Lines:
    """Lines that read on, with the page of each, from 1."""

    texts: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    footnotes: list[tuple[int, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.texts)


def lines_of(pages: list[str]) -> Lines:
    """The lines of a document without running heads, page numbers and footnotes."""
    split = [page.split("\n") for page in pages]
    heads = _running(split, first=True)
    feet = _running(split, first=False)
    lines = Lines()
    footnotes_seen = 0
    for number, page in enumerate(split, 1):
        start = _end_of_head(page, heads, is_first=number == 1)
        end = _start_of_foot(page, feet, start)
        note, footnotes_seen = _start_of_footnotes(page, start, end, footnotes_seen)
        for text in page[start:note]:
            # A superscript is drawn on a line of its own: it marks a footnote and says nothing.
            if not _LONE_MARK.fullmatch(text):
                lines.texts.append(text)
                lines.pages.append(number)
        if note < end:
            lines.footnotes.append((number, join(page[note:end])))
    return lines


def _without_numbers(line: str) -> str:
    return _DIGITS.sub("#", _OUTER_NUMBER.sub("", line.strip()))


def _running(split: list[list[str]], *, first: bool) -> set[str]:
    """Lines that stand at the top (or foot) of many pages, whatever numbers they carry."""
    counts: Counter[str] = Counter()
    for page in split:
        filled = [line for line in page if line.strip()]
        some = filled[:_HEAD_LINES] if first else filled[-2:]
        counts.update({_without_numbers(line) for line in some})
    enough = min(max(3, 0.08 * len(split)), max(2, len(split)))
    return {line for line, count in counts.items() if line and count >= enough}


def _end_of_head(page: list[str], heads: set[str], *, is_first: bool) -> int:
    start = 0
    for position, line in enumerate(page[: 2 * _HEAD_LINES]):
        stripped = line.strip()
        if not stripped:
            continue
        if _PAGE_NUMBER.fullmatch(stripped) or _without_numbers(line) in heads:
            start = position + 1
            continue
        break
    if is_first:
        # A title that fits one line is the running head of the pages that follow: keep it.
        for position, line in enumerate(page[:start]):
            title = line.strip()
            is_title = title.lower().startswith("inspection of")
            if (
                is_title
                and _without_numbers(title) == title
                and not _repeats(page[position + 1 :], title)
            ):
                return position
    return start


def _repeats(rest: list[str], title: str) -> bool:
    """Whether the page goes on to print its title, so that what came before was a head."""
    return " ".join(title.split()[:3]) in " ".join(rest[:4])


def _start_of_foot(page: list[str], feet: set[str], start: int) -> int:
    end = len(page)
    while end > start:
        stripped = page[end - 1].strip()
        if stripped and not (
            _PAGE_NUMBER.fullmatch(stripped) or (feet and _without_numbers(stripped) in feet)
        ):
            break
        end -= 1
    return end


def _start_of_footnotes(page: list[str], start: int, end: int, seen: int) -> tuple[int, int]:
    """Where the footnotes of a page begin, and the last footnote's number."""
    for position in range(start + 1, end):
        match = _FOOTNOTE_START.match(page[position])
        if not match or not seen < int(match[1]) <= seen + 2:
            continue
        is_apart = not page[position - 1].strip()
        is_alone = match.end() == len(page[position])
        if not (is_apart and (match["capital"] or is_alone)) and (
            is_alone or not _is_marked(page, start, position, match[1])
        ):
            continue
        if any(_NOT_A_FOOTNOTE.match(line) for line in page[position:end]):
            continue
        last = int(match[1])
        for line in page[position + 1 : end]:
            more = _FOOTNOTE_START.match(line)
            if more and int(more[1]) == last + 1:
                last += 1
        return position, last
    return end, seen


def _is_marked(page: list[str], start: int, position: int, number: str) -> bool:
    """Whether a footnote's number stands above it as a mark, alone or glued to a word."""
    mark = re.compile(rf"\s*{number}\s*|.*[a-z.,;?’)]{number}(?:\s.*)?")
    return any(mark.fullmatch(line) for line in page[start:position])


def join(texts: list[str]) -> str:
    """Lines as one line of text; a hyphen at a line's end keeps its word whole."""
    joined = ""
    for text in texts:
        if joined.endswith("-") and text[:1].isalpha():
            joined += text
        elif joined and not joined.endswith((" ", "/")):
            joined += " " + text
        else:
            joined += text
    return " ".join(joined.split())
