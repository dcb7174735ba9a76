"""The paragraphs of a document: their number, section, page and whole text.

Numbered paragraphs run through a report; summaries and letters have none, and there a short last
line tells where one ends. What says nothing of this authority is left out: contents, the list of
figures about the area, how inspections are made, what the grades mean, the closing notes, and the
summary for children, which tells the findings a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline.inspections.layout import Lines, join
from sightline.inspections.recommendations import lists_of
from sightline.inspections.sections import Heading

_NOT_FINDINGS = re.compile(
    r"contents|summary for children(?: and young people)?|information about .*|about this inspection"
    r"|the inspection team|what the .*mean.*|service information|record of main findings|next steps"
    r"|yours sincerely|areas covered by the visit|the local authority",
    re.I,
)
_CLOSING = re.compile(
    r"\s*(?:The Office for Standards in Education|If you would like a copy of this document"
    r"|Any complaints about the inspection|You may (?:re-?use|copy) (?:this|all)|Piccadilly Gate"
    r"|© Crown|I am copying this letter)"
)
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,3})(?:\.\s*|\s+(?=[A-Z]))(?P<text>\S.*)")
_BULLET = re.compile(r"\s*•\s*(?P<text>\S.*)")
_BOXED = re.compile(r"(?:practice|case) study\b", re.I)
_SENTENCE_ENDS = (".", "?", "!", ".’", ".”", ")", ":")
_WANTS_NUMBER = re.compile(
    r"(?:\b(?:paragraphs?|pages?|sections?|grade|and|to|of|the|at|in|by|is|was|were|only)|[,(–-])\s*$",
    re.I,
)
_MOST_MISSED = 3
"""A number or two may be lost to the layout; a jump past this is a figure in the text."""
_ROOM = 0.92
"""A sentence ends its paragraph where the next word would have fitted this share of the width."""
_LEAST_WORDS = 4


@dataclass(slots=True)
class Paragraph:
    """One paragraph, with the heading that it stands under."""

    page: int
    section: str
    area: str
    number: str = ""
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph on one line."""
        return join(self.texts)


def paragraphs_of(kind: str, lines: Lines, headings: list[Heading]) -> list[Paragraph]:
    """Every paragraph that says what inspectors found."""
    reader = _Reader(lines, _width(lines), _lines_of_lists(kind, lines, headings))
    board = kind == "lscb_review"
    section, area = "", "lscb" if board else ""
    for start, heading, end in _spans(kind, lines, headings):
        if heading is not None:
            board = board or (heading.area == "lscb" and heading.page > 2)
            # "Summary", "Inspection findings" and the like stand within the area above them.
            area = "lscb" if board else heading.area or _area_kept(heading, area)
            section = heading.title
        if heading is None or not _NOT_FINDINGS.fullmatch(heading.title):
            reader.read(start, end, section, area)
    return [one for one in reader.paragraphs if len(one.text.split()) >= _LEAST_WORDS]


def _lines_of_lists(kind: str, lines: Lines, headings: list[Heading]) -> set[int]:
    """The lines of recommendations, which are told apart.

    What a joint letter lists as areas for improvement are its findings, so those stay.
    """
    return {
        line
        for heading, start, end in lists_of(kind, lines, headings)
        if not (kind == "jtai" and heading.title.lower() == "areas for improvement")
        for line in range(start, end)
    }


def _spans(
    kind: str, lines: Lines, headings: list[Heading]
) -> Iterator[tuple[int, Heading | None, int]]:
    """The lines under each heading; first those before any, after the table of grades."""
    end = _closing_line(lines)
    first = headings[0].starts if headings else end
    if kind == "ilacs_inspection":
        yield _after_table(lines), None, first
    for position, heading in enumerate(headings):
        following = headings[position + 1].starts if position + 1 < len(headings) else end
        yield heading.ends, heading, min(following, end)


def _after_table(lines: Lines) -> int:
    """The line where the summary under an ILACS table begins."""
    for position, text in enumerate(lines.texts[:60]):
        if text.strip().lower().startswith("overall effectiveness"):
            following = position + 1
            while following < len(lines) and len(lines.texts[following].split()) < _LEAST_WORDS:
                following += 1
            return following
    return 0


def _closing_line(lines: Lines) -> int:
    """Where the inspectorate's closing notes begin, on the last pages."""
    last_page = lines.pages[-1] if lines.pages else 0
    for position in range(len(lines)):
        if lines.pages[position] > last_page - 3 and _CLOSING.match(lines.texts[position]):
            return position
    return len(lines)


def _area_kept(heading: Heading, area: str) -> str:
    title = heading.title.lower()
    within = title.startswith(("summary", "inspection findings", "key judgement"))
    return area if within and not title.startswith("summary of") else ""


def _width(lines: Lines) -> int:
    lengths = sorted(len(text) for text in lines.texts if len(text) > 20)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 80


class _Reader:
    """Gathers lines into paragraphs, the numbers running on from section to section."""

    def __init__(self, lines: Lines, width: int, left_out: set[int]) -> None:
        self.paragraphs: list[Paragraph] = []
        self._left_out = left_out
        self._lines = lines
        self._room = int(width * _ROOM)
        self._last_number = 0
        self._open: Paragraph | None = None
        self._blank = True
        self._first_number = True

    def read(self, start: int, end: int, section: str, area: str) -> None:
        """Read the lines under one heading."""
        self._open = None
        self._first_number = True
        for position in range(start, end):
            if position in self._left_out:
                continue
            text = self._lines.texts[position]
            if text.strip():
                self._line(text, self._lines.pages[position], section, area)
            self._blank = not text.strip()

    def _finished(self) -> bool:
        return self._open is None or self._open.texts[-1].rstrip().endswith(_SENTENCE_ENDS)

    def _line(self, text: str, page: int, section: str, area: str) -> None:
        if _BOXED.match(text.strip()):
            # A child's story in a box, in joint letters: it stands by itself.
            self._begin(Paragraph(page, section, area, "", [text.strip() + ":"]))
        elif match := self._numbered(text):
            self._last_number = int(match["number"])
            self._first_number = False
            self._begin(Paragraph(page, section, area, match["number"], [match["text"]]))
        elif (match := _BULLET.match(text)) and not (self._open and self._open.number):
            self._begin(Paragraph(page, section, area, "", [match["text"]]))
        elif self._open is None or self._starts_anew(text):
            self._begin(Paragraph(page, section, area, "", [text]))
        else:
            self._open.texts.append(text)

    def _starts_anew(self, text: str) -> bool:
        """Whether an unnumbered line begins a paragraph: the one before ended with room to spare.

        After a numbered paragraph it does not: there it is the second half, as a rule.
        """
        if self._open is None or self._open.number or not text.lstrip()[:1].isupper():
            return False
        spare = self._room - len(self._open.texts[-1]) - len(text.split()[0])
        return self._finished() and (self._blank or spare > 0)

    def _points_to_a_number(self) -> bool:
        """Whether the words before want a number after them: "(paragraphs 12 and", "section"."""
        return self._open is not None and bool(_WANTS_NUMBER.search(self._open.texts[-1]))

    def _begin(self, paragraph: Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self._open = paragraph

    def _numbered(self, text: str) -> re.Match[str] | None:
        match = _NUMBERED.match(text)
        if not match:
            return None
        number = int(match["number"])
        has_dot = text.lstrip()[len(match["number"])] == "."
        is_next = number == self._last_number + 1 and has_dot and match["text"][0].isupper()
        if not self._finished() and not (is_next and not self._points_to_a_number()):
            return None
        missed = _MOST_MISSED if has_dot else 1
        if has_dot and self._first_number:
            # Lists of recommendations take numbers of their own between two sections.
            missed = 120
        runs_on = 0 < number - self._last_number <= missed
        begins_again = number == 1 and has_dot
        return match if runs_on or begins_again else None
