"""How one value of a source reads, type by type."""

from datetime import date, datetime

import pyarrow as pa
import pytest

from sightline.records.table import DATE, NUMBER, TEXT, WHOLE_NUMBER, YES_NO, Column
from sightline.sources.values import read_column


def reading(kind, values, **more):
    return read_column(Column("column", kind, "A column."), pa.array(values), **more)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-03-31", date(2024, 3, 31)),
        ("2024-03-31T10:15:00", date(2024, 3, 31)),
        ("2024-03-31 10:15:00.000", date(2024, 3, 31)),
        ("31/03/2024", date(2024, 3, 31)),
        ("20240331", date(2024, 3, 31)),
        (20240331, date(2024, 3, 31)),
        (datetime(2024, 3, 31, 10, 15), date(2024, 3, 31)),
        (" 2024-03-31 ", date(2024, 3, 31)),
        (datetime(1965, 12, 31, 23, 59), date(1965, 12, 31)),
    ],
)
def test_days_read(given, read):
    column = reading(DATE, [given, given])
    assert column.values.to_pylist() == [read, read]
    assert len(column.unread) == 0


@pytest.mark.parametrize("given", ["2024-02-30", "next week", "0219-03-04", "45382", "3/2024"])
def test_what_is_no_day_is_left_empty_and_said(given):
    column = reading(DATE, ["2024-03-31", given])
    assert column.values.to_pylist() == [date(2024, 3, 31), None]
    assert column.unread.to_pylist() == [1]
    assert not column.hopeless


@pytest.mark.parametrize("given", ["1900-01-01", "01/01/1900", "9999-12-31", "SSD_PH"])
def test_place_holder_days_read_as_empty(given):
    column = reading(DATE, ["2024-03-31", given])
    assert column.values.to_pylist() == [date(2024, 3, 31), None]
    assert column.placeholders.to_pylist() == [1]
    assert len(column.unread) == 0


def test_yes_and_no_in_every_spelling():
    given = ["Y", "n", "Yes", "NO", "1", "0", "true", "F", " y ", "", None, "maybe"]
    column = reading(YES_NO, given)
    expected = [True, False, True, False, True, False, True, False, True, None, None, None]
    assert column.values.to_pylist() == expected
    assert column.unread.to_pylist() == [11]


def test_numbers():
    assert reading(WHOLE_NUMBER, ["1,200", "7", "7.5"]).values.to_pylist() == [1200, 7, None]
    assert reading(NUMBER, ["2.5", "far"]).values.to_pylist() == [2.5, None]
    assert reading(NUMBER, [2.5, float("nan")]).values.to_pylist() == [2.5, None]


def test_ids_that_pandas_made_decimals_read_as_written():
    assert reading(TEXT, [101.0, float("nan")]).values.to_pylist() == ["101", None]
    assert reading(TEXT, [101, 102]).values.to_pylist() == ["101", "102"]


def test_minus_one_is_empty_only_where_it_is_an_id():
    assert reading(TEXT, ["-1"], is_key=True).values.to_pylist() == [None]
    assert reading(TEXT, ["-1"]).values.to_pylist() == ["-1"]


def test_blanks_are_empty_without_being_place_holders():
    column = reading(TEXT, ["  ", "", "a "])
    assert column.values.to_pylist() == [None, None, "a"]
    assert len(column.placeholders) == 0


def test_lists_where_single_values_belong_are_hopeless():
    assert reading(TEXT, [["a", "b"]]).hopeless
    assert reading(DATE, [["a"], None]).unread.to_pylist() == [0]


def test_nothing_is_not_hopeless():
    assert not reading(DATE, [None, ""]).hopeless


def test_dictionaries_and_chunks_read_like_plain_columns():
    chunked = pa.chunked_array([pa.array(["Y"]), pa.array(["N"])]).dictionary_encode()
    column = read_column(Column("column", YES_NO, "A column."), chunked)
    assert column.values.to_pylist() == [True, False]
    empty = read_column(Column("column", DATE, "A column."), pa.chunked_array([], pa.string()))
    assert len(empty.values) == 0
