"""Marks that stand in a published file where a figure would be, and reading cells that may hold one.

A mark is never a nought and never a gap that is passed over: it is kept, and shown with its meaning.
Meanings: the Government Statistical Service's symbols, and the older ones of its publications.
"""

import pyarrow as pa
import pyarrow.compute as pc

BLANK = "blank"
NO_BASE = "no base"

MARKS: dict[str, str] = {
    "c": "suppressed, so that nobody can be recognised",
    "x": "not available",
    "z": "not applicable",
    "u": "too unreliable to publish",
    "low": "rounds to 0 but is not 0",
    "k": "rounds to 0 but is not 0",
    ":": "not available (older symbol)",
    ".": "not applicable (older symbol)",
    "..": "not available (older symbol)",
    "*": "suppressed (older symbol)",
    "~": "too unreliable to publish (older symbol)",
    "-": "missing, the reason is not told",
    BLANK: "the cell is blank in the published file",
    NO_BASE: "nothing to count: the published base is 0",
}
"""Each mark and what it means."""

NUMBER = r"^-?[0-9][0-9,]*(\.[0-9]+)?$|^-?\.[0-9]+$"


def meaning_of(mark: str) -> str:
    """What a mark means; one that no list knows is quoted."""
    return MARKS.get(mark, f"marked {mark!r} in the file, a mark that Sightline does not know")


def are_numbers(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Which cells hold a number; thousands may be set apart by commas."""
    return pc.match_substring_regex(cells, NUMBER)


def are_marks(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Which cells hold a mark, or nothing."""
    return pc.is_in(cells, value_set=pa.array(["", *MARKS]))


def read_cells(cells: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """The numbers (empty where there is none) and the marks (empty where there is a number)."""
    is_number = are_numbers(cells)
    texts = pc.if_else(is_number, pc.replace_substring(cells, ",", ""), None)
    marks = pc.if_else(pc.equal(cells, ""), BLANK, cells)
    return pc.cast(texts, pa.float64()), pc.if_else(is_number, None, marks)
