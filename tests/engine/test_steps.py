"""Steps that rules share: worked out once, and no answer changed by it."""

from collections import Counter

import ibis
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.steps import kept, shared_step

WORKED_OUT: Counter[str] = Counter()


@shared_step
def children_named(children):
    WORKED_OUT["children_named"] += 1
    return children.filter(_.name.notnull()).mutate(since=_.born + ibis.interval(days=1))


@pytest.fixture
def backend():
    return store.open_memory(threads=1)


@pytest.fixture
def children(backend):
    WORKED_OUT.clear()
    schema = {"name": "string", "born": "date"}
    return backend.create_table("children", schema=schema)


def keeping(backend):
    return kept(lambda name, rows: store.keep(backend, name, rows))


def test_a_step_is_worked_out_once_while_there_is_a_place_for_it(backend, children):
    with keeping(backend):
        first, second = children_named(children), children_named(children)
        assert first.equals(second)
        children_named(children.limit(1))
    assert WORKED_OUT["children_named"] == 2


def test_a_step_is_worked_out_each_time_where_there_is_none(children):
    children_named(children)
    children_named(children)
    assert WORKED_OUT["children_named"] == 2


def test_a_date_that_is_kept_is_a_date_and_no_time_of_day(backend, children):
    with keeping(backend):
        assert children_named(children).schema()["since"].is_date()
