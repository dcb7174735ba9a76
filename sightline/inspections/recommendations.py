"""What the inspectors said must improve: every item, whole, with its page.

The shapes: bullets under "What needs to improve" (ILACS, joint inspections), numbered items under
"What does the local authority need to improve?" whose numbers go on from the paragraphs before
(SIF to mid-2015), numbered "Recommendations" (SIF after that, once for the authority and once for
the board), bullets or numbers under "Areas for improvement" (2013).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sightline.inspections.facts import Recommendation
from sightline.inspections.layout import Lines, join
from sightline.inspections.sections import Heading

_BULLET = re.compile(r"\s*•\s*(?P<text>.*)")
_SUB_BULLET = re.compile(r"\s*(?:–|o)\s+(?P<text>.*)")
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,3})\.\s*(?P<text>.*)")
_PRIORITY = re.compile(r"(?:areas? for )?(?:priority and immediate action|priority action)s?", re.I)
_IMPROVEMENT = re.compile(r"areas? for improvement", re.I)
_TIME_LIMIT = re.compile(r"(?:immediately|within (?:three|six) months)\s*:?", re.I)
_NOT_AN_ITEM = re.compile(
    r"(?:this|the) inspection (?:did not|has not) (?:find|found|identif\w+)"
    r"|(?:there (?:are|were) no|no) (?:areas?|priority)\b",
    re.I,
)
# "(paragraph 15)", "(Enabler 1)", "[Outcome three]": where to look, not what to do.
_CROSS_REFERENCE = re.compile(
    r"\s*[(\[](?P<to>(?:(?:see )?paragraphs?|pages?|enablers?|outcomes?|recommendations?)\b"
    r"[^)\]]{0,80})[)\]]",
    re.I,
)
_WANTED = re.compile(
    r"what needs to improve(?: in this area of social work practice)?"
    r"|what does the (?:local authority|lscb|board) need to improve"
    r"|recommendations|priority and immediate actions?|priority actions?|areas for improvement"
    r"|areas? for priority action",
    re.I,
)
_BOXED = re.compile(r"(?:practice|case) study\b|all names are pseudonyms", re.I)
_LINE_ENDS = (".", ":", ")", ";", "?")


@dataclass(slots=True)
class _Item:
    page: int
    number: str = ""
    texts: list[str] = field(default_factory=list)
    sub_items: int = 0
    heading: str = ""
    priority: str = ""
    time_limit: str = ""
    doubtful_because: str = ""


def recommendations_of(
    kind: str, lines: Lines, headings: list[Heading], file: str
) -> list[Recommendation]:
    """Every recommendation of the document, in its order."""
    found: list[Recommendation] = []
    board_since = _board_part(kind, lines, headings)
    for heading, start, end in lists_of(kind, lines, headings):
        is_board = heading.starts >= board_since or "lscb" in heading.title.lower()
        to = "lscb" if is_board else "partnership" if kind == "jtai" else "local authority"
        for item in _items(lines, start, end, _first_priority(heading.title)):
            found.append(_recommendation(item, file, len(found) + 1, to))
    return found


def lists_of(kind: str, lines: Lines, headings: list[Heading]) -> list[tuple[Heading, int, int]]:
    """Each list of what must improve: its heading, its first line and the line after its last."""
    if kind == "jtai":
        # Its lists are divided by topics that may be called as a graded area is.
        headings = [heading for heading in headings if not heading.area]
    found: list[tuple[Heading, int, int]] = []
    end = 0
    for position, heading in enumerate(headings):
        if heading.starts < end or not _WANTED.fullmatch(heading.title):
            continue
        start, end = _extent_of_list(lines, headings, position)
        found.append((heading, start, end))
    return found


def _board_part(kind: str, lines: Lines, headings: list[Heading]) -> int:
    """The line from which a SIF report speaks of the safeguarding board."""
    if kind == "lscb_review":
        return 0
    for heading in headings:
        title = heading.title.lower()
        is_board = heading.area == "lscb" or ("safeguarding children board" in title)
        if is_board and heading.page > 2:
            return heading.starts
    return len(lines)


def _extent_of_list(lines: Lines, headings: list[Heading], position: int) -> tuple[int, int]:
    """The lines of a list: after its heading, or before a heading that was drawn out of order."""
    before = headings[position - 1] if position else None
    if before and before.title.lower().startswith("inspection findings"):
        # The page shows the heading above the list; the stream gives it among the findings.
        first = headings[position - 2].ends if position > 1 else 0
        for line in range(first, before.starts):
            if _NUMBERED.match(lines.texts[line]):
                return line, before.starts
    return headings[position].ends, _end_of_list(headings, position, len(lines))


def _end_of_list(headings: list[Heading], position: int, end: int) -> int:
    """The list ends at the next heading that is not a sub-heading of the list's own.

    A list of 2014 is divided by priority, and by topics that may be called as a graded area is.
    """
    for following in headings[position + 1 :]:
        is_own = _PRIORITY.fullmatch(following.title) or _IMPROVEMENT.fullmatch(following.title)
        is_topic = following.area == "leadership" and not following.grade
        if not (is_own or (is_topic and headings[position].title.lower().startswith("what does"))):
            return following.starts
    return end


def _first_priority(title: str) -> str:
    if _PRIORITY.fullmatch(title.strip()):
        return "priority action"
    return "area for improvement" if _IMPROVEMENT.fullmatch(title.strip()) else ""


def _items(lines: Lines, start: int, end: int, priority: str) -> list[_Item]:
    """The items between two lines: a bullet or the next number begins one, other lines go on."""
    items: list[_Item] = []
    heading = ""
    time_limit = ""
    numbered = _is_numbered(lines, start, end)
    position = start
    while position < end:
        text = lines.texts[position]
        position += 1
        stripped = text.strip()
        if not stripped:
            continue
        marker = stripped.rstrip(" :.")
        if _PRIORITY.fullmatch(marker):
            priority, heading = "priority action", ""
            continue
        if _IMPROVEMENT.fullmatch(marker):
            priority, heading = "area for improvement", ""
            continue
        if _TIME_LIMIT.fullmatch(stripped):
            time_limit = marker
            continue
        if item := _begins(text, items, numbered):
            item.page, item.heading = lines.pages[position - 1], heading
            item.priority, item.time_limit = priority, time_limit
            items.append(item)
        elif _is_sub_item(text, numbered) and items:
            items[-1].sub_items += 1
            items[-1].texts.append(f"– {_marked_text(text)}")
        elif topic := _topic_heading(lines, position - 1, end, items, numbered):
            heading = topic
            position += len(_topic_lines(lines, position - 1, end, numbered)) - 1
        elif _BOXED.match(stripped):
            position = _end_of_box(lines, position, end, items)
        elif items and not numbered and _is_other_heading(lines, position - 1, end, items):
            break
        elif items:
            items[-1].texts.append(text)
    return [item for item in _rejoined(items) if not _NOT_AN_ITEM.match(join(item.texts))]


def _end_of_box(lines: Lines, position: int, end: int, items: list[_Item]) -> int:
    """The next bullet after a child's story in a box, which the stream gives amid a list."""
    if items and not join(items[-1].texts).endswith(_LINE_ENDS):
        items[-1].doubtful_because = "A box on the page cuts it, and its end may be missing."
    while position < end and not _BULLET.match(lines.texts[position]):
        position += 1
    return position


def _is_other_heading(lines: Lines, position: int, end: int, items: list[_Item]) -> bool:
    """A heading that no list of headings has: it ends a list of bullets.

    It is a short line without a full stop, after a finished item, with prose beneath it.
    """
    text = lines.texts[position].strip()
    if len(text) > 60 or not text[:1].isupper() or text.endswith(_LINE_ENDS[:1]):
        return False
    if not items[-1].texts[-1].rstrip().endswith("."):
        return False
    following = [line.strip() for line in lines.texts[position + 1 : end] if line.strip()]
    return bool(following) and following[0][:1].isupper() and len(following[0]) > len(text)


def _rejoined(items: list[_Item]) -> list[_Item]:
    """Items without text left out, and a sentence that a stray bullet cuts made whole again."""
    capitals = sum(1 for item in items if join(item.texts)[:1].isupper())
    kept: list[_Item] = []
    for item in items:
        text = join(item.texts)
        is_stray = text[:1].islower() and capitals > 0.8 * len(items) and kept
        if is_stray and not join(kept[-1].texts).endswith(_LINE_ENDS) and not item.number:
            kept[-1].texts += item.texts
        elif text:
            kept.append(item)
    return kept


def _is_numbered(lines: Lines, start: int, end: int) -> bool:
    """Whether numbers begin the items; one numbered sentence may introduce a list of bullets."""
    numbers = sum(1 for text in lines.texts[start:end] if _NUMBERED.match(text))
    bullets = sum(1 for text in lines.texts[start:end] if _BULLET.match(text))
    return numbers > 1 or (numbers == 1 and bullets < 2)


def _begins(text: str, items: list[_Item], numbered: bool) -> _Item | None:
    if not numbered:
        match = _BULLET.match(text)
        return _Item(0, "", [match["text"]]) if match else None
    match = _NUMBERED.match(text)
    if not match:
        return None
    # A wrapped "(paragraph 30)." looks like item 30: only the next number begins an item.
    if items and int(match["number"]) != int(items[-1].number) + 1:
        return None
    return _Item(0, match["number"], [match["text"]])


def _is_sub_item(text: str, numbered: bool) -> bool:
    return bool(_SUB_BULLET.match(text) or (numbered and _BULLET.match(text)))


def _marked_text(text: str) -> str:
    match = _BULLET.match(text) or _SUB_BULLET.match(text)
    return match["text"] if match else text


def _topic_lines(lines: Lines, position: int, end: int, numbered: bool) -> list[str]:
    """The lines from here to the next item, if they are short enough to be a heading."""
    some: list[str] = []
    for text in lines.texts[position : min(position + 3, end)]:
        if (_NUMBERED if numbered else _BULLET).match(text):
            return some
        if text.strip():
            some.append(text.strip())
    return []


def _topic_heading(
    lines: Lines, position: int, end: int, items: list[_Item], numbered: bool
) -> str:
    """A topic heading between two items: a capital after a full stop, an item straight after."""
    text = lines.texts[position].strip()
    if not text[:1].isupper() or text.endswith("."):
        return ""
    if items and not join(items[-1].texts).endswith(_LINE_ENDS):
        return ""
    some = _topic_lines(lines, position, end, numbered)
    joined = " ".join(some)
    return joined if some and len(joined) < 120 and not joined.endswith(".") else ""


def _recommendation(item: _Item, file: str, number: int, to: str) -> Recommendation:
    text = join(item.texts)
    references = [match["to"] for match in _CROSS_REFERENCE.finditer(text)]
    text = " ".join(_CROSS_REFERENCE.sub("", text).split()).replace(" .", ".")
    return Recommendation(
        file=file,
        number=number,
        text=text,
        page=item.page,
        priority=item.priority,
        number_as_printed=item.number,
        addressed_to=to,
        heading=item.heading or item.time_limit,
        sub_items=item.sub_items,
        cross_references="; ".join(references),
        doubtful_because=item.doubtful_because,
    )
