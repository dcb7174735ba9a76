"""What a paper is made of: headings, paragraphs, tables and charts, and numbers that know their rows.

A paper is plain data. Whoever sets it adds nothing, so that Word and PDF say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MEASURE, PLAN = "measure", "plan"
HIDDEN = "a small number: not shown"


@dataclass(frozen=True)
class Number:
    """A number as it is printed, and where it can be found again.

    ``of``     ``MEASURE``: ``name`` is the measure, ``part`` the column of its months ("numerator",
               "denominator", "value"), ``first`` and ``last`` the months it is made of.
               ``PLAN``: ``name`` says what of the plan was counted.
    """

    text: str
    of: str
    name: str
    part: str = "count"
    first: str = ""
    last: str = ""


Part = str | Number
Cell = str | Number | tuple[Part, ...]


@dataclass(frozen=True)
class Heading:
    """A heading. Level 1 is a part of the paper, 2 one thing in it, 3 a part of that."""

    words: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Words with numbers among them. ``kind`` is "", "quote" (somebody's own words) or "note"."""

    parts: tuple[Part, ...]
    kind: str = ""


@dataclass(frozen=True)
class Table:
    """A table. The first column heads its rows; ``widths`` are shares of the page's width."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    is_small: bool = False


@dataclass(frozen=True)
class Chart:
    """A drawing as SVG, with what it shows in words for who does not see it."""

    svg: str
    description: str
    caption: str


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True)
class Paper:
    """A whole paper. ``notice`` stands on every page; "" where the records are a real service's."""

    kind: str
    title: str
    subtitle: str
    notice: str
    day: date
    blocks: tuple[Block, ...]
    is_wide: bool = False

    def numbers(self) -> Iterator[Number]:
        """Every number that the paper prints from records or from the plan."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from _numbers_in(block.parts)
            elif isinstance(block, Table):
                for row in block.rows:
                    for cell in row:
                        yield from _numbers_in(parts_of(cell))

    def words(self) -> str:
        """All the paper says, as text."""
        return "\n".join(_words_of(block) for block in self.blocks)


def parts_of(cell: Cell) -> tuple[Part, ...]:
    """A cell as its parts."""
    return cell if isinstance(cell, tuple) else (cell,)


def said(parts: tuple[Part, ...]) -> str:
    """Parts as one text."""
    return "".join(one.text if isinstance(one, Number) else one for one in parts)


def _numbers_in(parts: tuple[Part, ...]) -> Iterator[Number]:
    return (one for one in parts if isinstance(one, Number))


def _words_of(block: Block) -> str:
    if isinstance(block, Heading):
        return block.words
    if isinstance(block, Paragraph):
        return said(block.parts)
    if isinstance(block, Chart):
        return f"{block.caption}\n{block.description}"
    rows = [" | ".join(said(parts_of(cell)) for cell in row) for row in block.rows]
    return "\n".join([block.caption, " | ".join(block.heads), *rows])
