"""Writing, for each relation of an expression, the Python function from its parents' rows to its own."""

from collections.abc import Callable, Sequence
from typing import Any

import ibis.expr.operations as ops

from sightline.engine.few_rows.grouped import (
    Backwards,
    order_text,
    outermost,
    over,
    value_of,
    work_of,
)
from sightline.engine.few_rows.joining import IndexOf, join_chain
from sightline.engine.few_rows.meanings import REDUCTIONS
from sightline.engine.few_rows.values import Constants, Row, not_understood
from sightline.engine.few_rows.written import INDENT, Written, indented, names_of, tuple_text


def written(relation: Any, constants: Constants, index_of: IndexOf) -> Written:
    """The function of one relation. NotUnderstood for one this engine has not been taught.

    ``index_of`` gives, for rows that never change, the rows by key that a join looks them up in.
    """
    constants.names.update({"over": over, "Backwards": Backwards})
    if isinstance(relation, ops.JoinChain):
        return join_chain(relation, constants, index_of)
    writer = _WRITERS.get(type(relation).__name__)
    if writer is None:
        raise not_understood(f"the relation {type(relation).__name__}")
    return writer(relation, constants)


def _project(relation: Any, constants: Constants) -> Written:
    values = list(relation.values.values())
    own = [one for one in values if isinstance(one, ops.Field)]
    if len(own) == len(values):
        columns = names_of(relation.parent)
        places = [columns.index(one.name) for one in own]
        if places == list(range(len(columns))):
            return Written((relation.parent,), ["return r0"])
        picked = tuple_text(f"x[{place}]" for place in places)
        return Written((relation.parent,), [f"return [{picked} for x in r0]"])
    windows, before, loop = _loop_with_windows(relation.parent, values, constants)
    row = _row_of(relation.parent, constants, windows)
    texts = row.texts(values)
    return Written(
        (relation.parent,),
        [
            *before,
            "found = []",
            loop,
            *indented(row.lines),
            f"{INDENT}found.append({tuple_text(texts)})",
            "return found",
        ],
    )


def _filter(relation: Any, constants: Constants) -> Written:
    windows, before, loop = _loop_with_windows(relation.parent, relation.predicates, constants)
    row = _row_of(relation.parent, constants, windows)
    lines: list[str] = []
    for predicate in relation.predicates:
        text = row.text(predicate)
        lines += [*row.lines, f"if not {text}: continue"]
        row.lines.clear()
    return Written(
        (relation.parent,),
        [*before, "found = []", loop, *indented(lines), f"{INDENT}found.append(x)", "return found"],
    )


def _row_of(parent: Any, constants: Constants, given: dict[Any, str]) -> Row:
    return Row(constants, {parent: ("x", names_of(parent))}, given)


def _loop_with_windows(
    parent: Any, values: Sequence[Any], constants: Constants
) -> tuple[dict[Any, str], list[str], str]:
    """What is worked out over windows before the rows are gone through, and how they then are."""
    windows = outermost(values, ops.WindowFunction)
    if not windows:
        return {}, [], "for x in r0:"
    row = _row_of(parent, constants, {})
    tuples = []
    for window in windows:
        value = value_of(window)
        part = tuple_text(row.texts(window.group_by))
        told = "None" if value is None else row.text(value)
        tuples.append(f"({part}, {order_text(row, window.order_by)}, {told})")
    lines = [f"p{at} = []" for at in range(len(windows))]
    lines += ["for x in r0:", *indented(row.lines)]
    lines += [f"{INDENT}p{at}.append({one})" for at, one in enumerate(tuples)]
    for at, window in enumerate(windows):
        lines.append(f"b{at} = over(p{at}, {constants.name_of(work_of(window))})")
    names = [f"o{at}" for at in range(len(windows))]
    beside = ", ".join(f"b{at}" for at in range(len(windows)))
    loop = f"for x, {', '.join(names)} in zip(r0, {beside}):"
    return dict(zip(windows, names, strict=True)), lines, loop


def _aggregate(relation: Any, constants: Constants) -> Written:
    metrics = list(relation.metrics.values())
    reductions = outermost(metrics, ops.Reduction)
    row = _row_of(relation.parent, constants, {})
    key = tuple_text(row.texts(list(relation.groups.values())))
    kept = tuple_text(_kept_for(row, one) for one in reductions)
    after = Row(constants, {}, {one: f"m{at}" for at, one in enumerate(reductions)}, "w")
    texts = after.texts(metrics)
    start = "{(): []}" if not relation.groups else "{}"
    return Written(
        (relation.parent,),
        [
            f"groups = {start}",
            "for x in r0:",
            *indented(row.lines),
            f"{INDENT}groups.setdefault({key}, []).append({kept})",
            "found = []",
            "for key, ys in groups.items():",
            *indented(f"m{at} = {_reduced(one, at)}" for at, one in enumerate(reductions)),
            *indented(after.lines),
            f"{INDENT}found.append((*key, {''.join(f'{text}, ' for text in texts)}))",
            "return found",
        ],
    )


def _kept_for(row: Row, reduction: Any) -> str:
    """What is kept of each row for a reduction: its value, whether it counts, its order."""
    value = "True" if isinstance(reduction, ops.CountStar) else row.text(reduction.arg)
    where = "True" if reduction.where is None else row.text(reduction.where)
    return f"({value}, {where}, {order_text(row, getattr(reduction, 'order_by', ()))})"


def _reduced(reduction: Any, at: int) -> str:
    name = type(reduction).__name__
    function = "how_many" if name == "CountStar" else getattr(REDUCTIONS.get(name), "__name__", "")
    if not function or getattr(reduction, "include_null", False):
        raise not_understood(f"the reduction {name}")
    if getattr(reduction, "distinct", False):
        raise not_understood(f"the reduction {name} of different values")
    rows = f"[y[{at}] for y in ys if y[{at}][1]]"
    if getattr(reduction, "order_by", ()):
        rows = f"sorted({rows}, key=lambda y: y[2])"
    return f"{function}([y[0] for y in {rows}])"


def _union(relation: Any, constants: Constants) -> Written:
    left, right = names_of(relation.left), names_of(relation.right)
    other = "r1"
    if left != right:
        picked = tuple_text(f"x[{right.index(name)}]" for name in left)
        other = f"[{picked} for x in r1]"
    both = f"[*r0, *{other}]"
    made = f"list(dict.fromkeys({both}))" if relation.distinct else both
    return Written((relation.left, relation.right), [f"return {made}"])


def _distinct(relation: Any, constants: Constants) -> Written:
    return Written((relation.parent,), ["return list(dict.fromkeys(r0))"])


def _drop_columns(relation: Any, constants: Constants) -> Written:
    columns = names_of(relation.parent)
    picked = tuple_text(f"x[{columns.index(name)}]" for name in names_of(relation))
    return Written((relation.parent,), [f"return [{picked} for x in r0]"])


def _unnest(relation: Any, constants: Constants) -> Written:
    if relation.offset is not None or relation.keep_empty:
        raise not_understood("taking lists apart with places, or keeping empty ones")
    row = _row_of(relation.parent, constants, {})
    text = row.text(relation.column)
    own = [
        "one" if name == relation.column_name else f"x[{names_of(relation.parent).index(name)}]"
        for name in names_of(relation)
    ]
    return Written(
        (relation.parent,),
        [
            "found = []",
            "for x in r0:",
            *indented(row.lines),
            f"{INDENT}found.extend({tuple_text(own)} for one in {text} or ())",
            "return found",
        ],
    )


_WRITERS: dict[str, Callable[[Any, Constants], Written]] = {
    "Project": _project,
    "Filter": _filter,
    "Aggregate": _aggregate,
    "Union": _union,
    "Distinct": _distinct,
    "DropColumns": _drop_columns,
    "TableUnnest": _unnest,
}
