"""Cutting records to a day, shown on small drawn tables."""

from datetime import date

import ibis
import pyarrow as pa
import pytest

from sightline.records.known import as_known_on, cut
from sightline.records.table import DATE, YES_NO
from sightline.records.tables import TABLES


def drawn(name: str, drawing: str) -> ibis.Table:
    """A record table from a drawing: a header of column names, then one line a row."""
    table = TABLES[name]
    header, *lines = [
        [cell.strip() for cell in line.split("|")] for line in drawing.strip().splitlines()
    ]
    rows = [
        {
            column: _read(table.column(column).type, cell)
            for column, cell in zip(header, line, strict=True)
        }
        for line in lines
    ]
    schema = pa.schema([table.arrow_schema.field(column) for column in header])
    return ibis.memtable(pa.Table.from_pylist(rows, schema=schema))


def _read(kind: str, cell: str):
    if not cell:
        return None
    if kind == DATE:
        return date.fromisoformat(cell)
    return cell == "yes" if kind == YES_NO else cell


def rows_of(table: ibis.Table) -> list[str]:
    """The rows as lines of a drawing, in order."""
    lines = [
        " | ".join(_written(cell) for cell in row.values())
        for row in table.to_pyarrow().to_pylist()
    ]
    return sorted(lines)


def _written(cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def test_a_later_row_is_not_known_and_a_later_value_is_blank():
    plans = drawn(
        "protection_plans",
        """
        plan | child | started    | ended      | end_reason | initial_category | latest_category
        p1   | c1    | 2024-01-10 | 2024-05-20 | died       | NEG              | EMO
        p2   | c2    | 2024-03-01 |            |            | PHY              | MUL
        p3   | c3    | 2024-04-02 |            |            | SAB              | SAB
        """,
    )
    known = as_known_on(TABLES["protection_plans"], plans, date(2024, 4, 1))
    assert rows_of(known) == [
        "p1 | c1 | 2024-01-10 |  |  | NEG | ",
        "p2 | c2 | 2024-03-01 |  |  | PHY | ",
    ]
    after = as_known_on(TABLES["protection_plans"], plans, date(2024, 5, 20))
    assert rows_of(after)[0] == "p1 | c1 | 2024-01-10 | 2024-05-20 | died | NEG | EMO"


def test_the_day_itself_is_known():
    referrals = drawn("referrals", "referral | child | received\n r1 | c1 | 2024-04-01")
    assert rows_of(as_known_on(TABLES["referrals"], referrals, date(2024, 4, 1))) == [
        "r1 | c1 | 2024-04-01"
    ]
    assert rows_of(as_known_on(TABLES["referrals"], referrals, date(2024, 3, 31))) == []


def test_a_row_without_its_day_is_known_by_its_earliest_other_date():
    interviews = drawn(
        "return_interviews",
        """
        interview | child | offered    | held       | declined
        i1        | c1    |            | 2024-04-03 |
        i2        | c2    |            |            | 2024-04-09
        i3        | c3    |            |            |
        i4        | c4    | 2024-04-01 | 2024-04-08 |
        """,
    )
    known = as_known_on(TABLES["return_interviews"], interviews, date(2024, 4, 5))
    assert rows_of(known) == [
        "i1 | c1 |  | 2024-04-03 | ",
        "i3 | c3 |  |  | ",
        "i4 | c4 | 2024-04-01 |  | ",
    ]


def test_a_date_planned_ahead_is_known_with_its_row_and_does_not_date_it():
    reviews = drawn(
        "review_conferences",
        """
        review | child | due        | held
        r1     | c1    | 2024-06-01 | 2024-03-01
        r2     | c2    | 2024-01-01 |
        r3     | c3    | 2024-01-01 | 2024-05-01
        """,
    )
    known = as_known_on(TABLES["review_conferences"], reviews, date(2024, 4, 1))
    assert rows_of(known) == ["r1 | c1 | 2024-06-01 | 2024-03-01", "r2 | c2 | 2024-01-01 | "]


def test_children_are_known_from_the_beginning_and_their_birth_and_death_are_not():
    children = drawn(
        "children",
        """
        child | born       | expected_birth | died       | sex
        c1    | 2024-04-20 | 2024-04-15     |            | F
        c2    | 2010-01-01 |                | 2024-06-01 | M
        """,
    )
    known = as_known_on(TABLES["children"], children, date(2024, 4, 1))
    assert rows_of(known) == ["c1 |  | 2024-04-15 |  | F", "c2 | 2010-01-01 |  |  | M"]


def test_a_value_is_blank_where_the_source_lacks_the_date_that_makes_it_known():
    enquiries = drawn("enquiries", "child | started | no_further_action\n c1 | 2024-01-01 | yes")
    known = as_known_on(TABLES["enquiries"], enquiries, date(2024, 4, 1))
    assert rows_of(known) == ["c1 | 2024-01-01 | "]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_can_be_cut_and_keeps_its_columns_and_types(name):
    rows = ibis.memtable(TABLES[name].arrow_schema.empty_table())
    assert cut({name: rows}, date(2024, 4, 1))[name].schema() == rows.schema()


def test_cutting_twice_is_cutting_to_the_earlier_day():
    plans = drawn(
        "protection_plans",
        """
        plan | child | started    | ended      | end_reason
        p1   | c1    | 2024-01-10 | 2024-05-20 | died
        p2   | c2    | 2024-03-01 | 2024-03-20 | other
        """,
    )
    records = {"protection_plans": plans}
    twice = cut(cut(records, date(2024, 6, 1)), date(2024, 4, 1))
    once = cut(records, date(2024, 4, 1))
    assert rows_of(twice["protection_plans"]) == rows_of(once["protection_plans"])


def test_an_unknown_table_is_named():
    with pytest.raises(KeyError, match="horses"):
        cut({"horses": ibis.memtable({"child": ["c1"]})}, date(2024, 4, 1))
