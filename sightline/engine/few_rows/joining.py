"""Writing a chain of joins: one loop within the other, each looking its rows up by key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ibis.expr.operations as ops

from sightline.engine.few_rows.values import Constants, Row, not_understood
from sightline.engine.few_rows.written import Written, indented, names_of, tuple_text

KINDS = ("inner", "left", "semi", "anti")
Index = dict[Any, list[tuple[Any, ...]]]
IndexOf = Callable[[Any, tuple[int, ...]], Index | None]
"""Of rows that never change, by the places of the columns of a key, the rows by key; None for others."""


@dataclass(frozen=True)
class _Link:
    """One join of a chain: the pairs of values that must be equal, and what else must hold."""

    kind: str
    table: Any
    row: str
    equal: list[tuple[Any, Any]]
    besides: list[Any]


def join_chain(chain: Any, constants: Constants, index_of: IndexOf) -> Written:
    """The function of a chain of joins, whose parents are its tables in their order."""
    links = [_link(link, f"x{at}") for at, link in enumerate(chain.rest, 1)]
    fields = {chain.first: ("x0", names_of(chain.first))}
    before: list[str] = []
    loops = ["for x0 in r0:"]
    depth = 1
    row = Row(constants, fields)
    for at, link in enumerate(links, 1):
        index = _index(link, at, constants, index_of, before)
        key = _key(row, [left for left, _ in link.equal])
        loops += indented(row.lines, depth)
        row.lines.clear()
        beside = fields | {link.table: (link.row, names_of(link.table))}
        found, lines = _found(link, at, index, key, Row(constants, beside, prefix=f"j{at}_"))
        loops += indented(lines, depth)
        if link.kind in ("semi", "anti"):
            loops += indented(
                [f"if {'not ' if link.kind == 'semi' else ''}{found}: continue"], depth
            )
            continue
        nothing = f" or {constants.name_of(((None,) * len(names_of(link.table)),))}"
        loops.append(f"{'    ' * depth}for {link.row} in {found}{nothing * (link.kind == 'left')}:")
        depth += 1
        fields = beside
        row = Row(constants, fields, row.known(), prefix=f"v{at}_")
    texts = row.texts(list(chain.values.values()))
    loops += indented([*row.lines, f"found.append({tuple_text(texts)})"], depth)
    parents = (chain.first, *(link.table for link in links))
    return Written(parents, [*before, "found = []", *loops, "return found"])


def _link(link: Any, row: str) -> _Link:
    """A join with its conditions told apart. Without two values to be equal it looks through all rows."""
    if link.how not in KINDS:
        raise not_understood(f"joins of the kind {link.how}")
    equal, besides = [], []
    for one in link.predicates:
        sides = [] if not isinstance(one, ops.Equals) else [one.left, one.right]
        own = [_tables_of(side) == {link.table} for side in sides]
        if own == [False, True] and link.table not in _tables_of(sides[0]):
            equal.append((sides[0], sides[1]))
        elif own == [True, False] and link.table not in _tables_of(sides[1]):
            equal.append((sides[1], sides[0]))
        else:
            besides.append(one)
    return _Link(link.how, link.table, row, equal, besides)


def _tables_of(value: Any) -> set[Any]:
    return {field.rel for field in value.find(ops.Field, filter=ops.Value)}


def _index(link: _Link, at: int, constants: Constants, index_of: IndexOf, before: list[str]) -> str:
    """The name of the rows of the joined table by key; writes how they come to be."""
    names = names_of(link.table)
    rights = [right for _, right in link.equal]
    if all(isinstance(right, ops.Field) for right in rights):
        ready = index_of(link.table, tuple(names.index(right.name) for right in rights))
        if ready is not None:
            return constants.name_of(ready)
    row = Row(constants, {link.table: ("y", names)}, prefix=f"h{at}_")
    texts = row.texts(rights)
    unsure = " or ".join(f"{text} is None" for text in texts)
    before += [f"by_key{at} = {{}}", f"for y in r{at}:", *indented(row.lines)]
    if unsure:  # what is not known equals nothing
        before.append(f"    if {unsure}: continue")
    before.append(f"    by_key{at}.setdefault({_key_text(texts)}, []).append(y)")
    return f"by_key{at}"


def _key(row: Row, lefts: Sequence[Any]) -> str:
    return _key_text(row.texts(lefts))


def _key_text(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else tuple_text(texts)


def _found(link: _Link, at: int, index: str, key: str, row: Row) -> tuple[str, list[str]]:
    """The text of the rows that are joined to the row before, and the lines it needs."""
    found = f"{index}.get({key}, ())"
    if not link.besides:
        return found, []
    texts = row.texts(link.besides)
    lines = [
        f"def holds{at}({link.row}):",
        *indented([*row.lines, f"return {' and '.join(texts)}"]),
    ]
    return f"[y for y in {found} if holds{at}(y)]", lines
