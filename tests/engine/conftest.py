"""A small rule, its records and a database for the engine's tests."""

import ibis
import pyarrow as pa
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.asking import ask
from sightline.engine.rule import Clock, Evidence, Rule, Span
from sightline.records.tables import TABLES


def a_rule(**changes):
    """A made-up duty: an assessment authorised within 45 working days of its start."""
    parts = {
        "name": "made_up_rule",
        "title": "Made up",
        "question": "Is it finished in time?",
        "stage": "assessment",
        "sources": ("ASM-01",),
        "themes": (),
        "one_row_per": "assessment",
        "subject_day": _.started,
        "population": lambda assessments: assessments,
        "needs": ("assessments.started", "assessments.authorised"),
        "counted_in": "assessments",
        "evidence": {
            "started": Evidence(value=_.started),
            "outcome": Evidence(value=_.outcome, known_by=_.authorised),
        },
        "readings": (),
        "helps": "",
        "cannot_see": "",
        "clock": Clock(starts=_.started, limit="ASM-01", met=_.authorised, lapses=None),
    }
    return Rule(**(parts | changes))


def a_pattern(**changes):
    """A made-up pattern: open while a child in need plan runs."""
    parts = {
        "population": lambda child_in_need_plans: child_in_need_plans,
        "one_row_per": "plan",
        "evidence": {"team": Evidence(value=_.team)},
        "clock": None,
        "span": Span(opens=_.started, closes=_.ended),
    }
    return a_rule(**(parts | changes))


def records_of(**tables):
    """Typed record tables from lists of rows; what a row leaves out is empty."""
    return {
        name: ibis.memtable(pa.Table.from_pylist(rows, schema=TABLES[name].arrow_schema))
        for name, rows in tables.items()
    }


@pytest.fixture(scope="session")
def backend():
    return store.open_memory(threads=1)


@pytest.fixture
def rows_of(backend):
    """Runs an expression and gives its rows in order of child and subject."""

    def run(expression):
        rows = backend.to_pyarrow(expression).to_pylist()
        return sorted(rows, key=lambda row: (row.get("child") or "", row.get("subject") or ""))

    return run


@pytest.fixture
def asked(rows_of):
    """The rows of a rule over records given as keyword lists."""

    def run(rule, local_standards=None, **tables):
        return rows_of(ask(rule, records_of(**tables), local_standards=local_standards))

    return run
