"""Opening DuckDB."""

from datetime import date

import ibis
import pyarrow as pa
import pytest

from sightline.engine import store


def test_a_table_written_is_read_again(tmp_path):
    path = tmp_path / "1.duckdb"
    writing = store.open_file(path, read_only=False)
    store.load_tables(writing, {"plans": pa.table({"child": ["Asha"]})})
    store.load_tables(writing, {"plans": pa.table({"child": ["Asha", "Ben"]})})
    writing.disconnect()
    reading = store.open_file(path, read_only=True)
    assert reading.to_pyarrow(reading.table("plans")).to_pydict() == {"child": ["Asha", "Ben"]}
    reading.disconnect()


def test_a_missing_file_is_not_made_by_reading_it(tmp_path):
    with pytest.raises(FileNotFoundError, match="no ledger file"):
        store.open_file(tmp_path / "none.duckdb", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_fetched_from_a_network():
    backend = store.open_memory()
    names = ("autoinstall_known_extensions", "autoload_known_extensions")
    for name in names:
        value = backend.raw_sql(f"SELECT current_setting('{name}')").fetchall()
        assert value == [(False,)]


def test_a_date_and_an_interval_make_a_date_never_a_time_of_day():
    backend = store.open_memory()
    days = ibis.memtable(pa.table({"day": [date(2024, 1, 31)]}))
    kept = store.keep(
        backend,
        "shifted",
        days.select(
            later=days.day + ibis.interval(months=1), earlier=days.day - ibis.interval(days=1)
        ),
    )
    types = backend.raw_sql("SELECT DISTINCT column_type FROM (DESCRIBE shifted)").fetchall()
    assert types == [("DATE",)]
    assert backend.to_pyarrow(kept).to_pylist() == [
        {"later": date(2024, 2, 29), "earlier": date(2024, 1, 30)}
    ]
