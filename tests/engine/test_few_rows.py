"""Operation by operation, the engine for few rows answers as DuckDB does; what it does not know it refuses."""

import random
from collections.abc import Callable
from datetime import date

import ibis
import pyarrow as pa
import pytest
from ibis import _

from sightline.engine import store
from sightline.engine.few_rows.engine import FewRows, dicts_of, tuples_of
from sightline.engine.few_rows.values import NotUnderstood

DAYS = [None, date(2020, 2, 29), date(2021, 1, 31), date(2021, 3, 31), date(2021, 12, 31),
        date(2022, 2, 28), date(2023, 5, 7)]  # fmt: skip
TEXTS = [None, "", "a", "b", 'said "no",\nthen', "C:\\files", "Åsa", " b ", "a@b@"]
SCHEMA = pa.schema(
    [
        ("child", pa.string()),
        ("day", pa.date32()),
        ("other", pa.date32()),
        ("text", pa.string()),
        ("number", pa.int64()),
        ("place", pa.int64()),
        ("share", pa.float64()),
        ("sure", pa.bool_()),
        ("also", pa.bool_()),
    ]
)


def drawn(seed: int, rows: int = 60) -> list[dict]:
    """Rows in which every kind of value meets every other, nothing among them."""
    chance = random.Random(seed)
    return [
        {
            "child": chance.choice("XYZ"),
            "day": chance.choice(DAYS),
            "other": chance.choice(DAYS),
            "text": chance.choice(TEXTS),
            "number": chance.choice([None, -2, 0, 1, 1, 7]),
            "place": place,
            "share": chance.choice([None, -2.5, 0.0, 0.25, 0.5, 1.5, 12.0]),
            "sure": chance.choice([None, True, False]),
            "also": chance.choice([None, True, False]),
        }
        for place in range(rows)
    ]


FIRST, SECOND = drawn(1), drawn(2, 20)
ONE, TWO = (ibis.table(ibis.Schema.from_pyarrow(SCHEMA), name=name) for name in ("one", "two"))
LOOKUP = ibis.memtable({"at": [date(2021, 1, 31), date(2022, 2, 28)], "leads_to": ["x", "y"]})
EARLIER = ibis.window(group_by="child", order_by=["day", "place"], rows=(None, -1))
ALL = ibis.window(group_by=["child", "sure"])
IN_TURN = ibis.window(group_by="child", order_by=["day", "place"])
BACKWARDS = ibis.window(group_by="child", order_by=[_.text.desc(), _.place.desc()])
AHEAD = ibis.window(group_by="child", order_by="place", rows=(1, None))
AROUND = ibis.window(group_by="child", order_by="place", rows=(-2, 1))

VALUES: dict[str, Callable] = {
    "equal": lambda t: t.day == t.other,
    "not equal": lambda t: t.text != "a",
    "before": lambda t: t.day < t.other,
    "not after": lambda t: t.day <= t.other,
    "more": lambda t: t.number > t.share,
    "at least": lambda t: t.number >= 1,
    "more text": lambda t: t.text > "a",
    "between": lambda t: t.day.between(t.other, date(2022, 1, 1)),
    "and": lambda t: t.sure & t.also,
    "or": lambda t: t.sure | t.also,
    "not": lambda t: ~t.sure,
    "is nothing": lambda t: t.text.isnull(),
    "is something": lambda t: t.text.notnull(),
    "first known": lambda t: ibis.coalesce(t.day, t.other, date(2000, 1, 1)),
    "nothing if": lambda t: t.day.nullif(t.other),
    "if": lambda t: ibis.ifelse(t.sure, t.day, t.other),
    "cases": lambda t: ibis.cases((t.sure, "s"), (t.also, t.text), else_="e"),
    "cases without else": lambda t: ibis.cases((t.sure & t.also, t.day)),
    "cases of a value": lambda t: t.text.cases(("a", "x"), ("b", "y"), else_=t.child),
    "among": lambda t: t.text.isin(["a", "b", ""]),
    "day among": lambda t: t.day.isin([date(2020, 2, 29), date(2021, 1, 31)]),
    "days later": lambda t: t.day + ibis.interval(days=10),
    "weeks earlier": lambda t: t.day - ibis.interval(weeks=3),
    "months later": lambda t: t.day + ibis.interval(months=13),
    "months earlier": lambda t: t.day - ibis.interval(months=11),
    "years later": lambda t: t.day + ibis.interval(years=1),
    "years earlier": lambda t: t.day - ibis.interval(years=3),
    "as many days earlier": lambda t: t.day - t.place.cast("int32").as_interval("D"),
    "days between": lambda t: t.day.delta(t.other, unit="day"),
    "greatest of two": lambda t: ibis.greatest(t.day, t.other),
    "least of two": lambda t: ibis.least(t.day, t.other),
    "greatest of three": lambda t: ibis.greatest(t.day, t.other, date(2021, 6, 1)),
    "least of three": lambda t: ibis.least(t.number, t.place, 3),
    "greatest with nothing": lambda t: ibis.greatest(t.day, ibis.null("date"), t.other),
    "texts together": lambda t: t.child + t.text,
    "texts joined": lambda t: ibis.literal(", ").join([t.child, t.text, t.text]),
    "text in text": lambda t: ibis.literal("on @, by @").replace("@", t.day.cast("string")),
    "replaced": lambda t: t.text.replace("\\", "\\\\").replace('"', '\\"'),
    "replaced by pattern": lambda t: t.text.re_replace("[\\x00-\\x1f]", " "),
    "stripped": lambda t: t.text.strip(),
    "length": lambda t: t.text.length(),
    "part": lambda t: t.text.substr(1, 3),
    "rest": lambda t: t.text.substr(2),
    "end": lambda t: t.text.right(2),
    "cut": lambda t: t.text.split("@").join("+"),
    "first piece": lambda t: t.text.split("@")[0],
    "third piece": lambda t: t.text.split("@")[2],
    "pieces": lambda t: t.text.split("@").map(lambda one: one + "!").join(""),
    "some pieces": lambda t: t.text.split("@").filter(lambda one: one >= t.child).join("+"),
    "pieces in order": lambda t: t.text.split("@").sort().join("+"),
    "sum": lambda t: t.number + t.place,
    "difference": lambda t: t.number - t.place,
    "product": lambda t: t.number * 3,
    "quotient": lambda t: t.number / (t.place + 1),
    "rounded": lambda t: (t.number / 8).round(2),
    "rounded half": lambda t: t.share.round(1),
    "yes as number": lambda t: t.sure.cast("int64"),
    "yes as text": lambda t: t.sure.cast("string"),
    "day as text": lambda t: t.day.cast("string"),
    "number as text": lambda t: t.number.cast("string"),
    "share as text": lambda t: t.share.cast("string"),
    "number as share": lambda t: t.number.cast("float64"),
    "text as day": lambda t: t.day.cast("string").cast("date"),
    "day as moment": lambda t: t.day.cast("timestamp").cast("date"),
    "nothing": lambda t: ibis.null("date"),
    "constants": lambda t: ibis.ifelse(t.sure, ibis.literal(date(2020, 1, 1)), ibis.null("date")),
    "number in turn": lambda t: ibis.row_number().over(IN_TURN),
    "number backwards": lambda t: ibis.row_number().over(BACKWARDS),
    "before in turn": lambda t: t.day.lag().over(IN_TURN),
    "two before in turn": lambda t: t.text.lag(2).over(IN_TURN),
    "itself in turn": lambda t: t.text.lag(0).over(IN_TURN),
    "next in turn": lambda t: t.place.lead().over(IN_TURN),
    "first in turn": lambda t: t.day.first().over(IN_TURN),
    "latest before": lambda t: t.day.max().over(EARLIER),
    "sum before": lambda t: t.number.sum().over(EARLIER),
    "least of all": lambda t: t.text.min().over(ALL),
    "least ahead": lambda t: t.day.min().over(AHEAD),
    "sum around": lambda t: t.number.sum().over(AROUND),
    "count around": lambda t: t.text.count().over(AROUND),
}
RELATIONS: dict[str, Callable] = {
    "some columns": lambda t, u: t.select("text", again=t.text),
    "fewer columns": lambda t, u: t.drop("sure", "share"),
    "filtered": lambda t, u: t.filter(t.sure, t.day < t.other),
    "filtered by place": lambda t, u: t.mutate(n=ibis.row_number().over(IN_TURN)).filter(_.n < 2),
    "different": lambda t, u: t.select("child", "text", "sure").distinct(),
    "both": lambda t, u: t.union(u),
    "both, different": lambda t, u: t.select("day", "sure").union(u.select("day", "sure"), distinct=True),
    "inner": lambda t, u: t.join(u, ["child", "day"]),
    "left": lambda t, u: t.left_join(u, ["child", "day"]),
    "semi": lambda t, u: t.semi_join(u, ["text", "day"]),
    "anti": lambda t, u: t.anti_join(u, ["text", "day"]),
    "left on more": lambda t, u: t.left_join(
        u, [t.child == u.child, t.day >= u.day, u.other.isnull() | (t.day < u.other)]
    ).select(t.place, theirs=u["place"]),
    "inner on what is worked out": lambda t, u: t.join(
        u, [t.day + ibis.interval(days=59) == u.day + ibis.interval(days=0)]
    ).select(t.place, theirs=u["place"]),
    "semi on more": lambda t, u: t.semi_join(u, [t.child == u.child, t.place < u["place"]]),
    "two joins": lambda t, u: t.left_join(u, "text").join(LOOKUP, [t.day == LOOKUP["at"]]),
    "joined with itself": lambda t, u: t.join(v := t.view(), [t.day == v.other]).select(
        t.place, theirs=v["place"]
    ),
    "looked up": lambda t, u: t.left_join(LOOKUP, [t.day == LOOKUP["at"]]),
    "grouped": lambda t, u: t.group_by("child", "sure").agg(
        least=t.day.min(),
        most=t.text.max(where=t.also),
        total=t.number.sum(),
        any=t.also.any(),
        rows=t.count(),
        known=t.text.count(),
        kinds=t.text.nunique(),
        spread=t.number.max() - t.number.min(),
        late=ibis.ifelse(t.day.count() == t.count(), t.day.max(), ibis.null("date")),
    ),
    "grouped by nothing": lambda t, u: t.filter(t.place < 0).agg(
        rows=_.count(), least=_.day.min()
    ),
    "collected and taken apart": lambda t, u: t.group_by("child")
    .agg(texts=t.text.collect(order_by=t["place"]))
    .unnest("texts"),
}  # fmt: skip


@pytest.fixture(scope="module")
def duckdb():
    """Both tables in DuckDB."""
    backend = store.open_memory(threads=1)
    tables = {
        name: pa.Table.from_pylist(rows, SCHEMA) for name, rows in (("one", FIRST), ("two", SECOND))
    }
    store.load_tables(backend, tables)
    return backend


def by_few_rows(expression):
    engine = FewRows()
    number = engine.add(expression)
    engine.compile()
    columns = SCHEMA.names
    tables = {"one": tuples_of(columns, FIRST), "two": tuples_of(columns, SECOND)}
    (rows,) = engine.run([number], tables)
    return sorted(map(repr, dicts_of(expression.schema().to_pyarrow(), rows)))


def by_duckdb(backend, expression):
    return sorted(map(repr, backend.to_pyarrow(expression).to_pylist()))


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_what_duckdb_makes_of_it(duckdb, name):
    expression = ONE.select("place", found=VALUES[name](ONE))
    assert by_few_rows(expression) == by_duckdb(duckdb, expression)


@pytest.mark.parametrize("name", RELATIONS)
def test_every_relation_is_what_duckdb_makes_of_it(duckdb, name):
    expression = RELATIONS[name](ONE, TWO)
    rows = by_few_rows(expression)
    assert rows == by_duckdb(duckdb, expression) != []


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        (lambda: ONE.mutate(found=ONE.text.upper()), "operation Uppercase"),
        (lambda: ONE.order_by("day"), "relation Sort"),
        (lambda: ONE.mutate(found=ONE.day + ibis.interval(quarters=1)), "intervals in quarters"),
        (lambda: ONE.asof_join(TWO, ONE.day >= TWO.day), "kind asof"),
        (lambda: ONE.agg(found=ONE.number.median()), "reduction Median"),
        (lambda: ONE.mutate(found=ONE.text.cast("int64")), "making integer of text"),
        (lambda: ONE.mutate(found=ONE.text.re_replace("(a)", "\\1")), "parts of what was found"),
    ],
)
def test_what_it_does_not_know_it_refuses_by_name(expression, says):
    with pytest.raises(NotUnderstood, match=says):
        by_few_rows(expression())


def test_expressions_added_later_read_what_was_kept():
    engine = FewRows()
    engine.keep("known", ONE.filter(ONE.sure))
    known = ibis.table(ONE.schema(), name="known")
    numbers = [engine.add(known.select("place")), engine.add(known.anti_join(TWO, "child"))]
    engine.compile()
    rows, _none = engine.run(numbers, {"one": tuples_of(SCHEMA.names, FIRST)})
    assert [place for (place,) in rows] == [row["place"] for row in FIRST if row["sure"]]
    assert engine.tables_under(numbers[0]) == {"one"}
    assert engine.tables_under(numbers[1]) == {"one", "two"}
