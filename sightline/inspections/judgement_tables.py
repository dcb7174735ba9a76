"""The grades a report prints in its table and its sentences, by framework.

No table library: the words of a row come out of a PDF in an order of their own, but the labels
keep their order and the grades keep theirs. Where the two cannot be matched with certainty the
judgement says why it is doubtful, and the headings of the report are asked (see cross_check).
"""

from __future__ import annotations

import re
from dataclasses import replace

from sightline.inspections.areas import GRADE, area_of, grade_of
from sightline.inspections.facts import Judgement
from sightline.inspections.layout import Lines
from sightline.inspections.sections import Heading

_TABLE_STARTS = re.compile(r"Judgement\s+Grade\b")
_ROW = re.compile(
    r"(?:The\s+(?:impact\s+of\s+leaders|experiences\s+and\s+progress)|Overall\s+effectiveness)\b"
)
# In the table grades are capitalised, which tells them from the words of a sentence.
_GRADE_CELL = re.compile(
    r"\b(?:Outstanding|Good|Requires?\s+[Ii]mprovement|Inadequate|Not\s+[Jj]udged)\b"
)
_LONGEST_CELL_LINE = 40
_TO_BE_GOOD = re.compile(r"\bto\s+be\s+good\b", re.I)


def judgements_of(kind: str, lines: Lines, file: str, headings: list[Heading]) -> list[Judgement]:
    """Every graded area of a report, cross-checked with its headings."""
    if kind == "ilacs_inspection":
        found = _ilacs(lines, file)
    elif kind in ("sif_inspection", "sif_reinspection"):
        found = _sif(lines, file, headings)
    elif kind == "lscb_review":
        found = _stand_alone_board(lines, file)
    elif kind == "looked_after_children_inspection":
        found = _looked_after_2013(lines, file)
    else:
        return []
    return [_cross_check(judgement, headings) for judgement in found]


def _joined(lines: Lines, first: int, last: int) -> str:
    """The text of some pages as it stands, one line under another."""
    return "\n".join(
        text for text, page in zip(lines.texts, lines.pages, strict=True) if first <= page <= last
    )


def _page_of(lines: Lines, words: str, last: int) -> int:
    """The page, among the first few, that prints these words; the first where wrapping hides it."""
    for text, page in zip(lines.texts, lines.pages, strict=True):
        if page > last:
            break
        if words in text:
            return page
    return 1


def _ilacs(lines: Lines, file: str) -> list[Judgement]:
    text = _joined(lines, 1, 2)
    start = _TABLE_STARTS.search(text)
    if not start:
        return []
    body = text[start.end() : start.end() + 900]
    rows = list(_ROW.finditer(body))
    # The overall row comes last; from April 2026 there is none, and the last row ends the table.
    overall = next((row for row in rows if row[0].startswith("Overall")), None)
    if overall:
        rows = [row for row in rows if row.start() <= overall.start()]
    chunks = []
    for position, row in enumerate(rows):
        end = rows[position + 1].start() if position + 1 < len(rows) else row.start() + 200
        chunks.append(body[row.start() : end])
    if chunks:
        chunks[-1] = _without_prose(chunks[-1])
    grades = [_GRADE_CELL.findall(chunk) for chunk in chunks]
    if chunks and all(len(cell) >= 1 for cell in grades):
        pairs = [(chunk, cells[0]) for chunk, cells in zip(chunks, grades, strict=True)]
        doubt = ""
        if any(len(cell) > 1 for cell in grades[:-1]):
            doubt = "A row of the judgement table holds more than one grade."
    else:
        cells = [cell for group in grades for cell in group]
        pairs = list(zip(chunks, cells, strict=False))
        doubt = "Rows and grades of the judgement table do not pair off one by one."
    return [
        _ilacs_row(file, chunk, cell, lines, doubt, is_last=chunk is chunks[-1])
        for chunk, cell in pairs
        if _label(chunk)
    ]


def _without_prose(chunk: str) -> str:
    """The last row, without the summary beneath the table: its lines are longer than a cell's."""
    grade = _GRADE_CELL.search(chunk)
    if not grade:
        return chunk
    kept, *following = chunk[grade.end() :].split("\n")
    for line in following[:2]:
        if len(line) > _LONGEST_CELL_LINE or line.rstrip().endswith("."):
            break
        kept += f"\n{line}"
    return chunk[: grade.end()] + kept


def _label(chunk: str) -> str:
    """The words of a row's label, with the grade cut out of the middle of them."""
    words = _TO_BE_GOOD.sub(" ", _GRADE_CELL.sub(" ", chunk, count=1))
    return area_of(" ".join(words.split())[:140])


def _ilacs_row(
    file: str, chunk: str, cell: str, lines: Lines, doubt: str, *, is_last: bool
) -> Judgement:
    printed = " ".join(cell.split())
    # The last row is followed by prose, so there only words straight after the grade count.
    after = chunk.partition(cell)[2]
    if printed.lower().startswith("require") and (
        _TO_BE_GOOD.match(after.lstrip()) or (not is_last and _TO_BE_GOOD.search(chunk))
    ):
        printed += " to be good"
    first_line = chunk.split("\n")[0].strip()
    return Judgement(
        file=file,
        area=_label(chunk),
        grade=grade_of(printed),
        as_printed=printed,
        page=_page_of(lines, first_line, 2),
        doubtful_because=doubt,
    )


_SIF_ROWS = re.compile(
    r"^[ \t]*(?P<number>1|2|2\.1|2\.2|3)\.?[ \t]+(?P<label>Children who need|Children looked after"
    r"|Adoption performance|Experiences and progress of care|Leadership, management)",
    re.M | re.I,
)
_SIF_OVERALL = re.compile(
    r"(?:the overall judgement is|children['’]s services?\b[^.:\n]*(?:\n[^.:\n]*){0,2}?"
    r"\b(?=(?:is|are|requires?)\b))(?P<said>[\s\S]{0,130})",
    re.I,
)
_BOARD_SAID = re.compile(
    r"(?:local\s+safeguarding\s+children\s+board(?:\s+\(LSCB\))?|LSCB)\s+(?:is|are|(?=requires?))\b",
    re.I,
)


def _sif(lines: Lines, file: str, headings: list[Heading]) -> list[Judgement]:
    text = _joined(lines, 1, 2)
    rows = list(_SIF_ROWS.finditer(text))
    found = []
    overall = _sif_overall(text[: rows[0].start()] if rows else text[:1500])
    if overall:
        found.append(
            Judgement(
                file, "overall_effectiveness", grade_of(overall), " ".join(overall.split()), 1
            )
        )
    for position, row in enumerate(rows):
        end = rows[position + 1].start() if position + 1 < len(rows) else row.start() + 130
        chunk = text[row.start() : end]
        printed = GRADE.search(chunk)
        if not printed:
            continue
        found.append(
            Judgement(
                file=file,
                area=area_of(row["label"] + " " + chunk[:60]),
                grade=grade_of(printed[0]),
                as_printed=" ".join(printed[0].split()),
                page=_page_of(lines, row[0].strip(), 2),
            )
        )
    board = _board(lines, file, headings)
    return [*found, board] if board else found


def _sif_overall(title: str) -> str:
    for match in _SIF_OVERALL.finditer(title):
        if printed := GRADE.search(match[0]):
            return printed[0]
    return ""


def _board(lines: Lines, file: str, headings: list[Heading]) -> Judgement | None:
    """The safeguarding board's grade: on the first page in 2014, a heading inside afterwards."""
    graded = [one for one in headings if one.area == "lscb" and one.grade]
    first = _joined(lines, 1, 1)
    if (said := _BOARD_SAID.search(first)) and (
        printed := GRADE.search(first[said.end() : said.end() + 60])
    ):
        return Judgement(file, "lscb", grade_of(printed[0]), " ".join(printed[0].split()), 1)
    if graded:
        return Judgement(file, "lscb", graded[0].grade, graded[0].grade_as_printed, graded[0].page)
    return None


def _stand_alone_board(lines: Lines, file: str) -> list[Judgement]:
    board = _board(lines, file, [])
    return [board] if board else []


_ROWS_2013 = re.compile(
    r"^(?P<label>Overall effectiveness|Capacity to improve|Outcomes for|Quality of provision"
    r"|Leadership and management)",
    re.M,
)


def _looked_after_2013(lines: Lines, file: str) -> list[Judgement]:
    """The table of main findings on the last pages: its areas are not those of later frameworks."""
    last = lines.pages[-1]
    for page in range(last, max(last - 3, 0), -1):
        text = _joined(lines, page, page)
        start = text.find("Record of main findings")
        if start < 0:
            continue
        found = []
        body = text[start:]
        rows = list(_ROWS_2013.finditer(body))
        for position, row in enumerate(rows):
            end = rows[position + 1].start() if position + 1 < len(rows) else len(body)
            printed = GRADE.search(body[row.start() : end])
            area = area_of(row["label"])
            if printed:
                found.append(Judgement(file, area, grade_of(printed[0]), printed[0], page))
        return found
    return []


def _cross_check(judgement: Judgement, headings: list[Heading]) -> Judgement:
    """Ask the report's own headings; a disagreement is said, not settled."""
    graded = {one.grade for one in headings if one.area == judgement.area and one.grade}
    if not graded:
        return judgement
    if graded == {judgement.grade}:
        # The heading confirms what the table alone could not pair with certainty.
        return replace(judgement, doubtful_because="")
    said = " and ".join(sorted(graded))
    return replace(
        judgement,
        doubtful_because=f"The table says {judgement.grade} and a heading says {said}.",
    )
