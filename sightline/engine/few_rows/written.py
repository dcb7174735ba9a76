"""The text of a function from rows to rows, and small pieces of such text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

INDENT = "    "


@dataclass(frozen=True)
class Written:
    """The lines of a function's body, which names its parents' rows r0, r1, ... and gives its own."""

    parents: tuple[Any, ...]
    lines: list[str]


def names_of(relation: Any) -> list[str]:
    """The columns of a relation, in the order of its rows."""
    return list(relation.schema)


def tuple_text(texts: Iterable[str]) -> str:
    """The text of a tuple."""
    return f"({''.join(f'{text}, ' for text in texts)})"


def indented(lines: Iterable[str], depth: int = 1) -> list[str]:
    """The lines, further in."""
    return [INDENT * depth + line for line in lines]
