"""Opening DuckDB."""

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
