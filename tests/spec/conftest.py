"""The fixture ``worked_example``: a rule's example that is a test and a part of its page.

    def test_the_due_day_itself_is_in_time(worked_example):
        \"\"\"The due day itself is in time.\"\"\"
        worked_example(
            RULE,
            {"assessments": '''
                assessment | child | started    | authorised
                Asha 1     | Asha  | 2021-03-04 | 2021-05-10
            '''},
            on="2021-06-01",
            shows={"Asha": ("in time", {"due": "2021-05-10"}), "Ben": "nothing"},
            why="...",
        )

``shows`` speaks of every child drawn: "nothing" for one with no concern. A child with several rows
is shown by child and day of the subject, as "Asha 2021-03-04". ``evidence`` gives, by the same
keys, entries that matter (None for one that must not be there); ``local_standards`` the council's
own values. Tables not drawn are empty. ``tests.spec.drawing.examples_in`` captures the examples.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pytest

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.check import Check, ask_check
from sightline.engine.example import WorkedExample
from sightline.engine.rule import Rule
from sightline.rules.ending_a_plan import plans_running_on
from tests.spec.drawing import (
    NOTHING,
    as_records,
    children_drawn,
    examples_of_module,
    title_of,
    worked_example_of,
)
from tests.spec.side_by_side import (
    by_own_values,
    evidence_of,
    of_example,
    on_its_day,
    whole_and_cut,
)

HINDSIGHT = "Hindsight: records cut to the day asked about give another answer."
ENDS_IN_DAY = re.compile(r" \d{4}-\d\d-\d\d$")


@dataclass(frozen=True)
class Answer:
    """A rule's rows of one example: from all its records, and from what was known by its day."""

    found: list[dict[str, Any]]
    known: list[dict[str, Any]]


@pytest.fixture(scope="session")
def backend():
    return store.open_memory(threads=1)


@pytest.fixture(scope="module")
def answers(request: pytest.FixtureRequest, backend) -> Callable[[Rule], dict[str, Answer]]:
    """What a rule says of every example of this file, by title: it is asked about all at once."""
    examples = examples_of_module(request.module)
    asked: dict[str, dict[str, Answer]] = {}

    def answers_of(rule: Rule) -> dict[str, Answer]:
        if rule.name not in asked:
            asked[rule.name] = _answers(rule, examples, backend)
        return asked[rule.name]

    return answers_of


@pytest.fixture
def worked_example(request: pytest.FixtureRequest, answers) -> Callable[..., None]:
    def check(rule: Rule, records: dict[str, str], **rest: Any) -> None:
        example = worked_example_of(rule, records, title=title_of(request.function), **rest)
        _check(example, answers(rule)[example.title])

    return check


@pytest.fixture
def worked_check(request: pytest.FixtureRequest, backend) -> Callable[..., None]:
    """A check's example: it is asked on the day about the plan of every child drawn that ran then.

    ``shows`` gives the answer by child: met, not met, no evidence; "nothing" for a child without a plan.
    """

    def asked(check: Check, records: dict[str, str], **rest: Any) -> None:
        example = worked_example_of(check, records, title=title_of(request.function), **rest)
        tables = {
            name: ibis.memtable(as_records(name, drawing))
            for name, drawing in example.records.items()
        }
        rows = backend.to_pyarrow(answers_on(check, example, tables)).to_pylist()
        answers = {row["child"]: row["answer"] for row in rows}
        drawn = {child: answers.get(child, NOTHING) for child in children_drawn(example)}
        assert drawn == {child: shown.status for child, shown in example.shows.items()}
        assert evidence_shown(rows, example) == example.evidence

    return asked


def answers_on(check: Check, example: WorkedExample, tables: dict[str, Any]) -> Any:
    """The check asked on the example's day of every plan drawn that ran on it."""
    moments = plans_running_on(example.on, tables)
    return ask_check(check, moments, tables, local_standards=example.local_standards)


def evidence_shown(rows: list[dict], example: WorkedExample) -> dict[str, dict[str, Any]]:
    """The entries of evidence that the example speaks of, as the check shows them."""
    by_child = {row["child"]: json.loads(row["evidence"]) for row in rows}
    return {
        child: {name: by_child[child].get(name, {}).get("value") for name in entries}
        for child, entries in example.evidence.items()
    }


def _answers(rule: Rule, examples: list[WorkedExample], backend) -> dict[str, Answer]:
    answers = {}
    for group in by_own_values(one for one in examples if one.rule == rule.name):
        records = whole_and_cut(group, backend)
        laid = {name: ibis.memtable(rows) for name, rows in records.items()}
        asked = ask(rule, laid, local_standards=group[0].local_standards)
        rows = backend.to_pyarrow(asked)
        for number, example in enumerate(group):
            assert example.title not in answers, f"Two examples are called: {example.title}"
            found, known = (
                on_its_day(of_example(rows, which), example, backend)
                for which in (number, number + len(group))
            )
            answers[example.title] = Answer(found, known)
    return answers


def _check(example: WorkedExample, answer: Answer) -> None:
    assert answer.known == answer.found, HINDSIGHT
    by_key = _by_key(answer.found, example)
    assert _as_lines(by_key, example) == _expected_lines(example)
    for key, entries in example.evidence.items():
        assert evidence_of(by_key[key], entries) == entries, f"evidence of {key}"


def _by_key(rows: list[dict], example: WorkedExample) -> dict[str, dict]:
    """The rows by child, or by child and day where the example or several rows call for it."""
    children = [row["child"] for row in rows]
    by_key = {}
    for row in rows:
        with_day = f"{row['child']} {row['subject'][-len('YYYY-MM-DD') :]}"
        alone = children.count(row["child"]) == 1 and with_day not in example.shows
        by_key[row["child"] if alone else with_day] = row
    return by_key


def _as_lines(by_key: dict[str, dict], example: WorkedExample) -> list[str]:
    """What the rule found, a line each, with the dates that the example speaks of."""
    lines = []
    for key, row in by_key.items():
        dates = example.shows[key].dates if key in example.shows else {}
        lines.append(_line(key, row["status"], {name: row[name] for name in dates}))
    with_rows = {row["child"] for row in by_key.values()}
    without = children_drawn(example) - with_rows
    return sorted([*lines, *(_line(child, NOTHING, {}) for child in without)])


def _expected_lines(example: WorkedExample) -> list[str]:
    shown = example.shows
    strangers = {ENDS_IN_DAY.sub("", key) for key in shown} - children_drawn(example)
    assert not strangers, f"shows speaks of children that are not drawn: {sorted(strangers)}"
    return sorted(_line(key, item.status, item.dates) for key, item in shown.items())


def _line(key: str, status: str, dates: dict[str, date | None]) -> str:
    return ", ".join([f"{key}: {status}", *(f"{name} {day}" for name, day in dates.items())])
