"""Small numbers hidden, so that nobody is known again in a table of groups.

A count of one to four children is hidden, and so is what could be worked out from the rest: where
one group of a family is hidden and a total is shown, the next smallest is hidden too. (Office for
National Statistics guidance on disclosure control names fewer than 5; the published children's
statistics hide the same.)
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

SMALLEST_SHOWN = 5
FAMILY = ("measure", "group_kind", "period")
NUMBERS = ("numerator", "denominator", "value", "low", "high", "slowest_tenth")


def is_small(numerator: int, denominator: int) -> bool:
    """A count, what it is out of, or what is left beside it, of one to four."""
    parts = (numerator, denominator, denominator - numerator) if denominator else (numerator,)
    return any(0 < part < SMALLEST_SHOWN for part in parts)


def hidden_among(counts: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    """Which of one family of groups to hide, from the numerator and denominator of each.

    Where exactly one is small, the smallest of the others is hidden with it: with the total it
    would tell the hidden one.
    """
    hidden = [is_small(*count) for count in counts]
    if sum(hidden) == 1 and len(counts) > 1:
        others = [place for place, is_hidden in enumerate(hidden) if not is_hidden]
        hidden[min(others, key=lambda place: (max(counts[place]), place))] = True
    return tuple(hidden)


def with_small_numbers_hidden(figures: pa.Table, kinds: Iterable[str]) -> pa.Table:
    """Figures with the numbers of small groups left empty, in the kinds of group named.

    ``figures`` have the columns of ``engine.figures.FIGURES``. A family is one measure, kind of
    group and period.
    """
    of_groups = pc.is_in(figures["group_kind"], pa.array(list(kinds), pa.string()))
    rows = figures.filter(of_groups).sort_by([(name, "ascending") for name in FAMILY]).to_pylist()
    told = [
        row | dict.fromkeys(NUMBERS) if hide else row
        for _, family in groupby(rows, key=_family)
        for row, hide in _each_with_hidden(list(family))
    ]
    hidden = pa.Table.from_pylist(told, schema=figures.schema)
    return pa.concat_tables([figures.filter(pc.invert(of_groups)), hidden])


def _family(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in FAMILY)


def _each_with_hidden(family: list[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], bool]]:
    counts = [(row["numerator"], row["denominator"]) for row in family]
    return zip(family, hidden_among(counts), strict=True)
