"""Windows and aggregates: values that are worked out of many rows."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ibis.expr.operations as ops

from sightline.engine.few_rows.meanings import REDUCTIONS
from sightline.engine.few_rows.values import Row, not_understood

Values = Sequence[Any]
OverPart = Callable[[Values], Iterable[Any]]
"""From the values of a window's part, in order, to what stands beside each."""


def over(rows: Sequence[tuple[Any, Any, Any]], work: OverPart) -> list[Any]:
    """What a window gives beside each row; ``rows`` are (part, order, value)."""
    parts: dict[Any, list[int]] = {}
    for place, row in enumerate(rows):
        parts.setdefault(row[0], []).append(place)
    beside: list[Any] = [None] * len(rows)
    for places in parts.values():
        places.sort(key=lambda place: rows[place][1])
        told = work([rows[place][2] for place in places])
        for place, one in zip(places, told, strict=True):
            beside[place] = one
    return beside


class Backwards:
    """A value that stands in order before those smaller than it."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: "Backwards") -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Backwards) and bool(self.value == other.value)

    __hash__ = None  # type: ignore[assignment]


def outermost(values: Iterable[Any], kinds: type | tuple[type, ...]) -> list[Any]:
    """The operations of these kinds in ``values`` that lie in no other of them."""
    found: dict[Any, None] = {}
    seen: set[Any] = set()
    look = list(values)
    while look:
        one = look.pop()
        if one in seen:
            continue
        seen.add(one)
        if isinstance(one, kinds):
            found[one] = None
        elif not isinstance(one, ops.Relation):
            look.extend(arg for arg in one.__children__ if isinstance(arg, ops.Value))
    return list(found)


def order_text(row: Row, keys: Sequence[Any]) -> str:
    """The text of what a row is put in order by."""
    return f"({''.join(f'{_key_text(row, key)}, ' for key in keys)})"


def _key_text(row: Row, key: Any) -> str:
    text = row.text(key.arg)
    value = text if key.ascending else f"Backwards({text})"
    nothing = f"{text} is not None" if key.nulls_first else f"{text} is None"
    return f"({nothing}, 0 if {text} is None else {value})"


def work_of(window: Any) -> OverPart:
    """What a window function does with the values of one part."""
    function = window.func
    if window.how != "rows":
        raise not_understood(f"windows over {window.how}")
    if isinstance(function, ops.RowNumber):
        return lambda values: range(len(values))
    if isinstance(function, ops.Lag | ops.Lead):
        return _shifted(function)
    reduce = REDUCTIONS.get(type(function).__name__)
    if reduce is None or getattr(function, "where", None) is not None:
        raise not_understood(f"{type(function).__name__} over a window like this")
    first, last = _reach(window.start), _reach(window.end)
    if first is None and last is None:
        return lambda values: [reduce(values)] * len(values)
    return lambda values: [
        reduce(
            values[
                None if first is None else max(0, place + first) : (
                    None if last is None else max(0, place + last + 1)
                )
            ]
        )
        for place in range(len(values))
    ]


def value_of(window: Any) -> Any | None:
    """The value a window function is about; None for one about places alone."""
    return getattr(window.func, "arg", None)


def _shifted(function: Any) -> OverPart:
    if function.default is not None:
        raise not_understood("what stands beside the first or last row of a window")
    offset = 1 if function.offset is None else _number(function.offset)
    if isinstance(function, ops.Lag):
        return lambda values: (
            [None] * min(offset, len(values)) + list(values[: max(0, len(values) - offset)])
        )
    return lambda values: list(values[offset:]) + [None] * min(offset, len(values))


def _reach(boundary: Any) -> int | None:
    """How many rows on a window reaches from its row; None for all."""
    if boundary is None:
        return None
    number = _number(boundary.value)
    return -number if boundary.preceding else number


def _number(value: Any) -> int:
    while isinstance(value, ops.Cast):
        value = value.arg
    if not isinstance(value, ops.Literal):
        raise not_understood("a window whose reach is not constant")
    return int(value.value)
