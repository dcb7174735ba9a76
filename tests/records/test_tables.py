"""The record tables: every declaration is complete and points at something that exists."""

from pathlib import Path

import pytest

from sightline.records.codes import CODES
from sightline.records.pages import records_page
from sightline.records.table import DATE, TEXT
from sightline.records.tables import TABLES

ROOT = Path(__file__).parents[2]
every_table = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)


def test_there_are_91_tables():
    assert len(TABLES) == 91


@every_table
def test_a_table_says_what_it_is(table):
    assert table.meaning.endswith((".", "?"))
    assert table.one_row_per
    assert len(set(table.column_names)) == len(table.columns)


@every_table
def test_the_columns_a_table_names_exist(table):
    named = {table.key, table.happened, table.ends, *table.required} - {""}
    assert named <= set(table.column_names)
    for name in {table.happened, table.ends} - {""}:
        assert table.column(name).type == DATE
    if table.happened:
        assert not table.column(table.happened).planned


@every_table
def test_every_column_says_what_it_means_and_points_at_what_exists(table):
    for column in table.columns:
        assert column.meaning.endswith("."), column.name
        assert column.trap == "" or column.trap.endswith("."), column.name
        assert column.codes == "" or column.codes in CODES, column.name
        assert set(column.explained_by) <= set(table.column_names), column.name
        if column.known_by:
            assert table.column(column.known_by).type == DATE
        if column.refers_to:
            assert column.type == TEXT
            referred = TABLES[column.refers_to]
            assert referred.column(referred.key).type == TEXT


@every_table
def test_codes_are_text(table):
    assert all(column.type == TEXT for column in table.columns if column.codes)


@every_table
def test_no_item_of_the_dataset_fills_two_columns_of_a_table(table):
    items = [column.ssd for column in table.columns if column.ssd]
    assert len(set(items)) == len(items)


@every_table
def test_a_row_that_must_name_a_child_has_a_child(table):
    assert ("child" in table.column_names) or "child" not in table.required
    if "child" in table.column_names and table.name != "children":
        assert table.column("child").refers_to == "children"


def test_the_page_of_records_is_up_to_date():
    """Made by ``./run docs``: run it where this fails."""
    assert (ROOT / "docs" / "records.md").read_text(encoding="utf-8") == records_page()
