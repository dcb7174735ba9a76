"""One question in SQL, asked of an open ledger."""

from collections.abc import Sequence
from typing import Any


def rows_of(backend: Any, question: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """The rows it gives, by column. ``values`` stand in place of the question marks."""
    cursor = backend.con.execute(question, list(values))
    names = [description[0] for description in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
