"""Which children the records count to one family, never across an adoption."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

# Brothers and sisters are told of as one family, or had one conference together.
FAMILY = """
    SELECT others.child FROM records.family_members AS own
    JOIN records.family_members AS others USING (family) WHERE own.child = ?
    UNION
    SELECT others.child FROM records.initial_conferences AS own
    JOIN records.initial_conferences AS others USING (meeting) WHERE own.child = ?
    UNION
    SELECT others.child FROM records.review_conferences AS own
    JOIN records.review_conferences AS others USING (meeting) WHERE own.child = ?
"""
Rows = Callable[[str, list[Any]], Iterable[tuple[Any, ...]]]


def family_of(rows: Rows, child: str, adopted: Collection[str]) -> tuple[str, ...]:
    """The other children of the child's family; ``rows`` answers questions in SQL.

    ``adopted`` are the ids with any sign of adoption: nobody is told of them as family, nor they
    of anybody, so that a child's two identities never meet here.
    """
    if child in adopted:
        return ()
    found = {other for (other,) in rows(FAMILY, [child, child, child])}
    return tuple(sorted(found - {child} - set(adopted)))
