"""Rules stay inside what DuckDB, Spark and PostgreSQL answer alike, and say dates as dates."""

from collections.abc import Iterator

import ibis.expr.operations as ops
import pytest
from ibis import _
from ibis.expr.types import Table

from sightline.engine.asking import ask
from sightline.engine.clocks import Clocks
from sightline.rules import RULES
from tests.engine.conftest import a_rule, records_of

# In months DuckDB counts the boundaries crossed and the others whole months; Spark and PostgreSQL
# count no distinct values in a window; as-of joins and medians run on DuckDB only, or never end.
# Stripped of white space by Spark, as Ibis writes it, a text loses the letters f, n, r, t and v too.
STRIPPED = (ops.Strip, ops.LStrip, ops.RStrip)
NOT_PORTABLE = (ops.Median, ops.Quantile, ops.MultiQuantile, *STRIPPED)


def faults_of(asked: Table) -> Iterator[str]:
    """What in an expression only some engines answer."""
    yield from (type(node).__name__ for node in asked.op().find(NOT_PORTABLE))
    for delta in asked.op().find(ops.DateDelta):
        if delta.part.value != "day":
            yield f"difference in {delta.part.value}s"
    for window in asked.op().find(ops.WindowFunction):
        if isinstance(window.func, ops.CountDistinct):
            yield "distinct values counted in a window"
    for link in asked.op().find(ops.JoinLink):
        if link.how == "asof":
            yield "as-of join"


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_portable(name):
    assert list(faults_of(ask(RULES[name], records_of()))) == []


@pytest.mark.parametrize(
    "population",
    [
        lambda assessments: assessments.filter(_.authorised.delta(_.started, unit="month") > 1),
        lambda assessments: assessments.mutate(workers=_.worker.nunique().over(group_by="child")),
        lambda assessments, referrals: assessments.asof_join(
            referrals, assessments.started >= referrals.received
        ),
        lambda assessments: assessments.mutate(worker=_.worker.strip()),
        lambda assessments: assessments.mutate(middle=_.started.epoch_days().median().over()),
    ],
)
def test_a_rule_that_is_not_is_caught(population):
    assert list(faults_of(ask(a_rule(population=population), records_of())))


def test_the_clocks_are_portable():
    table = records_of(referrals=[])["referrals"]
    clocks = Clocks()
    for standard in ("ASM-01", "MIS-01", "CPE-07", "CPE-09", "CLA-01"):
        table = clocks.after(table, day="received", standard=standard, into=standard)
        table = clocks.before(table, day="received", standard=standard, into=f"-{standard}")
    assert list(faults_of(table)) == []
