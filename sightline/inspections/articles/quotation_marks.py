"""Quotations: finding what stands between quotation marks, and who is said to have said it."""

from __future__ import annotations

import re

from sightline.inspections.areas import grade_of
from sightline.inspections.articles.facts import Quotation

_DOUBLE = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
# A closing single mark is no apostrophe: no letter follows it.
_SINGLE = re.compile(r"(?<![\w’'])[‘']((?:[^‘’']|[’'](?=\w))+)[’'](?!\w)")
_LEAST_WORDS_IN_SINGLE = 3
_MOST_WORDS_OF_A_NAME = 12
_SAY = (
    r"(?:said|says|wrote|writes|added|adds|told\s+\w+|reads?|states?|stated|notes?|noted|found|finds"
    r"|explained|commented|concluded|warned|according\s+to|recognised|observed)"
)
_SAID_BEFORE = re.compile(
    rf"(?P<who>[^.“”\":;]{{2,160}}?)\s*,?\s*\b{_SAY}\b(?:\s+that|\s+of)?\s*[:,]?\s*$", re.I
)
_SAID_AFTER = re.compile(
    rf"^\s*,?\s*(?:{_SAY}\s+(?P<first>[^.“”\"]{{3,120}}?)|(?P<second>[^.“”\"]{{3,140}}?)\s+{_SAY})\s*(?:[.,:;]|$)",
    re.I,
)
_TAKEN_FROM = re.compile(
    r"\b(?P<letter>letter)\b|\b(?P<report>report|publication)\b|\b(?P<inspectors>ofsted|inspectors?|inspectorate)\b",
    re.I,
)


def quotations_in(article: str, paragraphs: list[str]) -> list[Quotation]:
    """Every quotation of an article with its speaker, in order."""
    found: list[Quotation] = []
    speaker, source = "", "person"
    goes_on = False
    for number, paragraph in enumerate(paragraphs, 1):
        spans = _spans(paragraph)
        for start, end, words in spans:
            said_by = _speaker(paragraph, start, end, paragraphs[number - 2] if number > 1 else "")
            if said_by:
                speaker, source = said_by, _source(said_by, paragraph)
            elif not (goes_on and start == 0):
                # Words within a sentence of the article's own: of whom the sentence speaks.
                speaker, source = _spoken_of(paragraph, paragraphs[: number - 1])
            found.append(Quotation(article, len(found) + 1, words, speaker, source, number))
        # A speech over several paragraphs opens each of them with a mark and closes the last.
        goes_on = bool(spans)
    return found


def _spans(paragraph: str) -> list[tuple[int, int, str]]:
    """Start, end and words of each quotation; a mark within a quotation opens no other."""
    spans = [(match.start(), match.end(), match[1]) for match in _DOUBLE.finditer(paragraph)]
    for match in _SINGLE.finditer(paragraph):
        is_inside = any(start <= match.start() < end for start, end, _ in spans)
        if not is_inside and len(match[1].split()) >= _LEAST_WORDS_IN_SINGLE:
            spans.append((match.start(), match.end(), match[1]))
    return [
        (start, end, words.strip(" ,"))
        for start, end, words in sorted(spans)
        if words.strip() and not grade_of(words.strip(" ,."))
    ]


def _speaker(paragraph: str, start: int, end: int, before: str) -> str:
    """Who is said to say it: in the words before, in those after, or in the paragraph before."""
    if match := _SAID_BEFORE.search(paragraph[:start]):
        return _who(match["who"])
    if match := _SAID_AFTER.match(paragraph[end:]):
        return _who(match["first"] or match["second"])
    if start == 0 and before.endswith(":") and (match := _SAID_BEFORE.search(before)):
        return _who(match["who"])
    return ""


def _who(said: str) -> str:
    """The words of a clause that name the speaker: not "In a letter..., inspector A Person" whole."""
    said = " ".join(said.split()).strip(" ,")
    said = re.split(r",\s+(?=inspector\b)|\band (?=the (?:letter|report)\b)", said)[-1]
    said = re.sub(r"^(?:but|and|however|meanwhile),?\s+", "", said, flags=re.IGNORECASE).strip(" ,")
    if len(said.split()) <= _MOST_WORDS_OF_A_NAME:
        return said
    match = _TAKEN_FROM.search(said)
    if match is None:
        return said
    return "Ofsted" if match.lastgroup == "inspectors" else f"Ofsted {match.lastgroup}"


def _source(speaker: str, paragraph: str) -> str:
    match = _TAKEN_FROM.search(speaker)
    if match is None:
        return "person"
    if match.lastgroup == "inspectors":
        whole = _TAKEN_FROM.search(paragraph)
        return whole.lastgroup or "inspectors" if whole else "inspectors"
    return match.lastgroup or "inspectors"


def _spoken_of(paragraph: str, before: list[str]) -> tuple[str, str]:
    """Of whom a sentence with quoted words speaks, failing that the paragraphs before it."""
    for text in (paragraph, *reversed(before)):
        names = {match.lastgroup: match[0] for match in _TAKEN_FROM.finditer(text)}
        for source in ("letter", "report", "inspectors"):
            if source in names:
                return ("Ofsted" if source == "inspectors" else f"Ofsted {source}"), source
    return "", "person"
