"""Small changes to the text of a rule, such as a reader would make by mistake."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

OTHER_COMPARISON = {
    ast.LtE: (ast.Lt, "<= became <"),
    ast.Lt: (ast.LtE, "< became <="),
    ast.GtE: (ast.Gt, ">= became >"),
    ast.Gt: (ast.GtE, "> became >="),
}
OTHER_CHOICE = {"min": "max", "max": "min"}
DATES_OF = {"Clock": ("starts", "met", "lapses"), "Span": ("opens", "closes")}


@dataclass(frozen=True)
class Mutation:
    """One change: what was done, in which line, and the changed program."""

    what: str
    line: int
    tree: ast.Module


Change = tuple[str, Callable[[ast.AST], None]]


def mutations_of(source: str) -> Iterator[Mutation]:
    """Every change that can be made to one file, one at a time."""
    original = ast.parse(source)
    for place, node in enumerate(ast.walk(original)):
        for what, change in _changes(node):
            tree = deepcopy(original)
            change(list(ast.walk(tree))[place])
            yield Mutation(what, node.lineno, ast.fix_missing_locations(tree))


def _changes(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _comparisons(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from _dropped_conditions(node)
        yield from _other_choice(node)
        yield from _swapped_bounds(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        yield from _swapped_dates(node)


def _comparisons(node: ast.Compare) -> Iterator[Change]:
    other = OTHER_COMPARISON.get(type(node.ops[0]))
    if other is None:
        return
    operator, what = other

    def weigh(found: ast.Compare) -> None:
        found.ops = [operator()]

    def swap(found: ast.Compare) -> None:
        found.left, found.comparators = found.comparators[0], [found.left]

    yield f"{what}: {ast.unparse(node)}", weigh
    yield f"two sides swapped: {ast.unparse(node)}", swap


def _dropped_conditions(node: ast.Call) -> Iterator[Change]:
    """A condition of a filter left out; a filter of one condition becomes one that keeps every row."""
    if node.func.attr != "filter":
        return
    for number, condition in enumerate(node.args):

        def drop(found: ast.Call, number: int = number) -> None:
            del found.args[number]
            if not found.args:
                found.args = [ast.Constant(True)]

        yield f"left out: {ast.unparse(condition)}", drop


def _other_choice(node: ast.Call) -> Iterator[Change]:
    other = OTHER_CHOICE.get(node.func.attr)
    if other:

        def choose(found: ast.Call) -> None:
            found.func.attr = other

        yield f"{node.func.attr} became {other}: {ast.unparse(node)}", choose


def _swapped_bounds(node: ast.Call) -> Iterator[Change]:
    if node.func.attr == "between":

        def swap(found: ast.Call) -> None:
            found.args.reverse()

        yield f"two dates swapped: {ast.unparse(node)}", swap


def _swapped_dates(node: ast.Call) -> Iterator[Change]:
    """Two dates of a clock or a span in each other's place."""
    names = DATES_OF.get(node.func.id, ())
    given = [keyword.arg for keyword in node.keywords if keyword.arg in names]
    for first, second in pairwise(given):

        def swap(found: ast.Call, first: str = first, second: str = second) -> None:
            values = {keyword.arg: keyword for keyword in found.keywords}
            one, other = values[first], values[second]
            one.value, other.value = other.value, one.value

        yield f"two dates swapped: {first} and {second}", swap
