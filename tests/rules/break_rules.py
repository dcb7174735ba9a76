"""Breaks every rule and check by machine, and shows which worked example catches it.

    python -m tests.rules.break_rules [RULE ...]

A break is a small change to what a rule is made of, such as a reader would make by mistake: a limit
one more or one less, a condition left out, ``<=`` for ``<``, one date in the place of another.
Nothing is changed on disk: the text of the rule's file, or of a step it shares with others, is
changed and loaded in memory. A break that no worked example of the rule notices survives, and the
command ends with 1. `same_answer/` lists the changes that change no answer, each with the reason.
"""

import ast
import importlib
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.check import Check, ask_check
from sightline.engine.example import WorkedExample
from sightline.engine.rule import Rule
from sightline.records import standards
from sightline.rules import RULES, folder_of
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import plans_running_on
from tests.rules.mutations import mutations_of
from tests.rules.same_answer import SAME_ANSWER
from tests.rules.write_examples import examples_by_rule
from tests.spec.conftest import _as_lines, _by_key, _expected_lines, evidence_shown
from tests.spec.drawing import NOTHING, children_drawn
from tests.spec.side_by_side import (
    by_own_values,
    evidence_of,
    of_example,
    on_its_day,
    side_by_side,
)

JOURNEY = "sightline.rules.journey"
ALL = RULES | CHECKS
ANSWERS_CHANGED: dict[str, Callable[[Any], Any]] = {
    "met and not met in each other's place": lambda met: ~met,
    "no evidence taken for met": lambda met: met.fill_null(True),
    "no evidence taken for not met": lambda met: met.fill_null(False),
}
LEAST_STEP = {"hours": 24}  # records hold days: an hour more or less is the same day
STANDARD_ID = re.compile(r'(?:standard|how_many|window)="([A-Z0-9-]+)"|number\("([A-Z0-9-]+)"\)')


@dataclass(frozen=True)
class Break:
    """One way to break a rule: what is done and where, by a changed file, limit or answer."""

    what: str
    module: str
    line: int = 0
    tree: ast.Module | None = None
    limit: tuple[str, int] | None = None
    answer: Callable[[Any], Any] | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells a break from every other: the file and what is done."""
        return self.module.rpartition(".")[2], self.what


def module_of(rule: Rule | Check) -> str:
    """The module that declares a rule or a check."""
    if isinstance(rule, Check):
        return f"sightline.rules.checks_before_ending.{rule.name}"
    return f"sightline.rules.{folder_of(rule.stage)}.{rule.name}"


def breaks_of_rule(rule: Rule | Check) -> Iterator[Break]:
    """Every break of a rule's own file and of the limits it names, and of a check's answers."""
    module = module_of(rule)
    named = [a or b for a, b in STANDARD_ID.findall(_source(module))]
    if isinstance(rule, Check):
        for what, change in ANSWERS_CHANGED.items():
            yield Break(what, module, answer=change)
    elif rule.clock:
        named.append(rule.clock.limit)
    for id in dict.fromkeys(named):
        yield Break(f"{id} one more", module, limit=(id, 1))
        yield Break(f"{id} one less", module, limit=(id, -1))
    yield from _breaks_of_file(module)


def breaks_of_step(module: str) -> Iterator[Break]:
    """Every break of a file of steps that several rules share, and of the limits it names."""
    for id in dict.fromkeys(a or b for a, b in STANDARD_ID.findall(_source(module))):
        yield Break(f"{id} one more", module, limit=(id, 1))
        yield Break(f"{id} one less", module, limit=(id, -1))
    yield from _breaks_of_file(module)


def _breaks_of_file(module: str) -> Iterator[Break]:
    for mutation in mutations_of(_source(module)):
        yield Break(mutation.what, module, mutation.line, tree=mutation.tree)


def _source(module: str) -> str:
    return Path(importlib.import_module(module).__file__).read_text(encoding="utf-8")


def shared_steps() -> dict[str, list[Rule | Check]]:
    """The files of shared steps, each with what rests on it, directly or through another."""
    files = sorted(Path(importlib.import_module(JOURNEY).__file__).parent.glob("*.py"))
    modules = [f"{JOURNEY}.{path.stem}" for path in files if path.stem != "__init__"]
    return {
        module: [rule for rule in ALL.values() if module in _steps_under(module_of(rule))]
        for module in modules
    }


def _steps_under(module: str) -> set[str]:
    found = set()
    for name in re.findall(rf"from ({re.escape(JOURNEY)}\.\w+) import", _source(module)):
        found |= {name} | _steps_under(name)
    return found


class Examples:
    """The worked examples of one rule, laid side by side so that a break is asked about once."""

    def __init__(self, name: str, examples: list[WorkedExample], backend) -> None:
        self.name = name
        self.backend = backend
        self.groups = [(group, side_by_side(group)) for group in by_own_values(examples)]

    def first_to_fail(self, rule: Rule | Check) -> str:
        """The title of the first example that no longer holds; "" where all do."""
        for examples, records in self.groups:
            try:
                tables = {name: ibis.memtable(table) for name, table in records.items()}
                rows = self.backend.to_pyarrow(_asked(rule, examples, tables))
                for number, example in enumerate(examples):
                    if not self._holds(example, of_example(rows, number)):
                        return example.title
            except Exception as fault:  # a rule too broken to be asked is caught as well
                return f"{type(fault).__name__} while asked"
        return ""

    def _holds(self, example: WorkedExample, rows: pa.Table) -> bool:
        if self.name in CHECKS:
            return _answers_hold(example, rows.to_pylist())
        by_key = _by_key(on_its_day(rows, example, self.backend), example)
        if _as_lines(by_key, example) != _expected_lines(example):
            return False
        return all(
            evidence_of(by_key[key], entries) == dict(entries)
            for key, entries in example.evidence.items()
        )


def _asked(
    rule: Rule | Check, examples: list[WorkedExample], tables: dict[str, ibis.Table]
) -> ibis.Table:
    """What the rule says over all the examples; a check is asked on the day of each."""
    own = examples[0].local_standards
    if isinstance(rule, Rule):
        return ask(rule, tables, local_standards=own)
    moments = (
        plans_running_on(example.on, tables).filter(_.child.startswith(f"{number}:"))
        for number, example in enumerate(examples)
    )
    return ask_check(rule, ibis.union(*moments), tables, local_standards=own)


def _answers_hold(example: WorkedExample, rows: list[dict]) -> bool:
    answers = dict.fromkeys(children_drawn(example), NOTHING)
    answers |= {row["child"]: row["answer"] for row in rows}
    expected = {child: shown.status for child, shown in example.shows.items()}
    return answers == expected and evidence_shown(rows, example) == example.evidence


@contextmanager
def broken(broken_by: Break, rule: Rule | Check) -> Iterator[Rule | Check]:
    """The rule as it is with the break; everything is as it was afterwards."""
    modules = {name: module for name, module in sys.modules.items() if _is_step(name)}
    versions = dict(standards.VERSIONS)
    try:
        if broken_by.limit:
            id, step = broken_by.limit
            standards.VERSIONS[id] = tuple(
                replace(version, value=version.value + step * LEAST_STEP.get(version.unit, 1))
                for version in versions[id]
            )
            yield rule
        elif broken_by.answer:
            yield replace(rule, met=broken_by.answer(rule.met))
        else:
            yield _rule_with(broken_by, rule)
    finally:
        standards.VERSIONS.clear()
        standards.VERSIONS.update(versions)
        for name in [name for name in sys.modules if _is_step(name)]:
            del sys.modules[name]
        sys.modules.update(modules)


def _is_step(module: str) -> bool:
    return module.startswith(f"{JOURNEY}.")


def _rule_with(broken_by: Break, rule: Rule | Check) -> Rule | Check:
    """The rule loaded anew, its own file or a shared step changed."""
    for name in [name for name in sys.modules if _is_step(name)]:
        del sys.modules[name]
    if _is_step(broken_by.module):
        _load(broken_by.module, broken_by.tree)
        tree = ast.parse(_source_of_path(module_of(rule)))
    else:
        tree = broken_by.tree
    return getattr(_executed(module_of(rule), tree), rule.name.upper())


def _source_of_path(module: str) -> str:
    return Path(sys.modules[module].__file__).read_text(encoding="utf-8")


def _load(module: str, tree: ast.Module) -> None:
    """Put a changed step in the place of the real one, for every file that is loaded after it."""
    specification = importlib.util.find_spec(module)
    changed = importlib.util.module_from_spec(specification)
    sys.modules[module] = changed
    exec(compile(tree, module, "exec"), changed.__dict__)


def _executed(module: str, tree: ast.Module):
    changed = type(sys)(module)
    exec(compile(tree, module, "exec"), changed.__dict__)
    return changed


@dataclass(frozen=True)
class Outcome:
    """What became of one break: the rule and example that caught it, or why it changes no answer."""

    subject: str
    broken_by: Break
    caught_by: str
    same_answer: str

    @property
    def survived(self) -> bool:
        return not self.caught_by and not self.same_answer

    def __str__(self) -> str:
        what = " ".join(self.broken_by.what.split())[:110]
        end = self.caught_by or (
            f"same answer: {self.same_answer}" if self.same_answer else "SURVIVED"
        )
        return f"{self.subject:45} {what:112} {end[:90]}"


def outcomes(names: Iterable[str] = ()) -> Iterator[Outcome]:
    """Break the rules and checks of those names (all, where none is given) and their shared steps."""
    chosen = list(names) or list(ALL)
    for name in chosen:
        yield from outcomes_of_rule(ALL[name])
    for module in shared_steps():
        yield from outcomes_of_step(module, chosen)


def outcomes_of_rule(rule: Rule | Check) -> Iterator[Outcome]:
    """Break the file of one rule or check, and the limits it names."""
    for broken_by in breaks_of_rule(rule):
        yield _outcome(rule.name, broken_by, [rule], _examples())


def outcomes_of_step(module: str, names: Collection[str] = ALL.keys()) -> Iterator[Outcome]:
    """Break a file of shared steps, to be caught by an example of any of those rules that rest on it."""
    resting = [rule for rule in shared_steps()[module] if rule.name in names]
    for broken_by in breaks_of_step(module) if resting else ():
        yield _outcome(f"journey/{module.rpartition('.')[2]}", broken_by, resting, _examples())


def breaks_under(rule: Rule | Check) -> Iterator[Break]:
    """Every break of a rule's own file, and of the files of steps it rests on."""
    yield from breaks_of_rule(rule)
    for module in sorted(_steps_under(module_of(rule))):
        yield from breaks_of_step(module)


def outcomes_under(rule: Rule | Check) -> Iterator[Outcome]:
    """Break the steps that a rule rests on, to be caught by an example of its own."""
    for module in sorted(_steps_under(module_of(rule))):
        yield from outcomes_of_step(module, [rule.name])


@cache
def _examples() -> dict[str, Examples]:
    backend = store.open_memory(threads=1)
    drawn = examples_by_rule()
    return {name: Examples(name, drawn[name], backend) for name in ALL}


def _outcome(
    subject: str, broken_by: Break, rules: list[Rule | Check], examples: dict[str, Examples]
) -> Outcome:
    reason = SAME_ANSWER.get(broken_by.key, "")
    for rule in rules if not reason else ():
        with broken(broken_by, rule) as changed:
            title = examples[rule.name].first_to_fail(changed)
        if title:
            return Outcome(subject, broken_by, f"{rule.name}: {title}", "")
    return Outcome(subject, broken_by, "", reason)


def main(names: list[str]) -> int:
    survivors = broken_in_all = 0
    for outcome in outcomes(names):
        print(outcome, flush=True)
        broken_in_all += 1
        survivors += outcome.survived
    print(f"{broken_in_all} breaks, {survivors} survived.")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
