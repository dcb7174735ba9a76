"""The headings of a report: where its sections begin, what they are about, the grade they print.

A heading may wrap over four lines and carry its grade at the end ("...: good", " is good", or on
a line of its own). Contents pages print the same words with a page number behind, so a heading is
only taken where its lines hold it whole and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sightline.inspections.areas import area_of, grade_of
from sightline.inspections.facts import Section
from sightline.inspections.layout import Lines

_GRADE_AT_END = (
    r"(?:\s*(?:[:;,.–-]|that|they|it|\b(?:is|are)\b|\s)*\s*(?P<grade>outstanding|good"
    r"|requires? improvement(?: to be good)?|inadequate|not judged))?\s*\.?"
)
_JUDGED = (
    r"(?:the )?impact of leaders(?: and managers)? on social work practice with children and families"
    r"|(?:the )?experiences? and progress of children (?:who|that) need help and protection"
    r"|(?:the )?experiences? and progress of children in care(?: and care leavers)?"
    r"|(?:the )?experiences? and progress of care leavers"
    r"|(?:the )?experiences? and progress of children looked after and achieving permanence"
    r"|(?:the )?graded judge?ments?(?: about| for| of| on)?(?: the)? (?:adoption performance"
    r"|experiences? and progress of care leavers)"
    r"|leadership, management and governance|adoption performance"
    r"|(?:the )?(?:effectiveness of the )?(?:local safeguarding children board|lscb)(?: \(lscb\))?"
    r"|overall effectiveness(?: of services for looked after children and young people)?"
    r"|capacity to improve|outcomes for looked after children and young people"
    r"|quality of provision|leadership and management"
)
_PLAIN = (
    r"what needs to improve(?: in this area of social work practice)?|what does the (?:local authority|lscb|board) need to improve"
    r"|recommendations|(?:areas for )?priority and immediate actions?|priority actions?|areas for improvement|headline findings"
    r"|next steps|context|areas? for priority action"
    r"|(?:executive )?summary|summary of (?:key )?findings(?: this local authority .{5,60} because)?"
    r"|summary for children(?: and young people)?|progress since the last inspection"
    r"|information about (?:this|the) (?:inspection|review|local authority area|area)"
    r"(?: and the review)?|about this inspection|the inspection team|contents"
    r"|inspection judgements? about the (?:local authority|lscb)|inspection findings"
    r"(?: [–-] the local safeguarding children board)?"
    r"|what the (?:local authority )?(?:inspection|review) judge?ments? means?"
    r"(?:: the (?:local authority|lscb))?"
    r"|(?:the )?(?:local authority|lscb)(?:[’']s| has the following) strengths"
    r"|(?:key )?strengths and weaknesses(?: of the .{3,40}?)?|key strengths|strengths"
    r"|section \d:? the local authority|section \d:? (?:the )?effectiveness (?:of )?(?:the )?(?:local safeguarding children board|lscb)|the local authority|key judgements? judge?ment grade|service information|record of main findings"
    r"|main findings|findings and evaluation of progress|areas covered by the visit|overview"
    r"|progress|yours sincerely"
)
_HEADING = re.compile(
    rf"(?:(?P<judged>{_JUDGED}){_GRADE_AT_END}|(?P<plain>{_PLAIN})\s*[?:.]*\d?)", re.IGNORECASE
)
# A first line of a heading begins with one of these words: the cheap test that most lines fail.
_MAYBE = re.compile(
    r"\s*(?:The (?:impact|exp|graded|eff|local|Local|LSCB)|Experiences|Impact|What |Recommend|Areas? for"
    r"|Headline|Next steps|Context|Executive|Summary|Progress since|Information about|About this"
    r"|Inspection (?:judge|find)|Section \d|Leadership,|Local [Ss]afeguarding|LSCB|Overall eff|Record of"
    r"|Service info|Key |Contents|Capacity to|Outcomes for|Quality of prov|Leadership and|Priority a|Strengths|Graded|Adoption perf|Main findings|Findings and|Areas covered|Overview|Progress|Yours sinc)"
)
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its first line, the line after its last, and what it says."""

    starts: int
    ends: int
    title: str
    area: str
    grade: str
    grade_as_printed: str
    page: int


def headings_of(lines: Lines) -> list[Heading]:
    """Every heading, in order. A contents page gives none: its lines end in page numbers."""
    found: list[Heading] = []
    position = 0
    texts = lines.texts
    maybe = _MAYBE.match
    while position < len(texts):
        if maybe(texts[position]) and (heading := _heading_at(lines, position)):
            found.append(heading)
            position = heading.ends
        else:
            position += 1
    return found


def _heading_at(lines: Lines, position: int) -> Heading | None:
    """The longest run of lines from here that is a heading and nothing else."""
    best: tuple[int, re.Match[str]] | None = None
    joined = ""
    for count in range(1, _MOST_LINES + 1):
        if position + count > len(lines):
            break
        joined = " ".join(f"{joined} {lines.texts[position + count - 1]}".split())
        if len(joined) > 170:
            break
        if match := _HEADING.fullmatch(joined):
            best = (count, match)
    if best is None:
        return None
    count, match = best
    judged = match["judged"] or ""
    printed = match["grade"] or ""
    title = judged or match["plain"]
    return Heading(
        starts=position,
        ends=position + count,
        title=title,
        area=area_of(judged) if judged else "",
        grade=grade_of(printed) if printed else "",
        grade_as_printed=printed,
        page=lines.pages[position],
    )


def sections_of(lines: Lines, headings: list[Heading], file: str) -> list[Section]:
    """Each heading with the pages it covers, to the next heading."""
    sections = []
    for number, heading in enumerate(headings, 1):
        last_line = headings[number].starts - 1 if number < len(headings) else len(lines) - 1
        last_page = max(heading.page, lines.pages[last_line])
        sections.append(
            Section(
                file, number, heading.title, heading.area, heading.grade, heading.page, last_page
            )
        )
    return sections
