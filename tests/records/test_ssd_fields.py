"""The Standard Safeguarding Dataset: every field of it is taken, or is said not to be and why."""

import csv
from pathlib import Path

import pytest

from sightline.records.ssd_fields import (
    CASE_SYSTEMS,
    SSD_FIELDS,
    SSD_TABLES,
    case_systems_that_fill,
    fields_that_fill,
)
from sightline.records.tables import TABLES

SCHEMA = Path(__file__).parents[3] / "shared" / "facts" / "ssd_schema.csv"
NOT_CORE = {"ssd_version_log", "ssd_api_data_staging"}


def test_the_core_is_46_tables_and_342_fields_and_three_more_that_its_scripts_have():
    assert len(SSD_TABLES) == 46
    assert len(SSD_FIELDS) == 342 + 3


def test_a_field_is_taken_or_it_is_said_why_not():
    for field in SSD_FIELDS:
        assert bool(field.ours) != bool(field.not_taken_because), field.field
    assert sum(not field.ours for field in SSD_FIELDS) == 4


def test_a_field_goes_where_there_is_a_column():
    for field in SSD_FIELDS:
        for table, column in field.ours:
            TABLES[table].column(column)
        assert field.not_filled_by <= set(CASE_SYSTEMS)


def test_columns_and_fields_name_each_other():
    for table in TABLES.values():
        for column in table.columns:
            items = {field.item for field in fields_that_fill(table.name, column.name)}
            if column.ssd:
                assert items == {column.ssd}, f"{table.name}.{column.name}"


def test_which_systems_fill_a_column():
    assert case_systems_that_fill("workers", "agency") == set()
    assert case_systems_that_fill("contacts", "source") == {"systemc", "eclipse"}
    assert case_systems_that_fill("children", "born") == set(CASE_SYSTEMS)
    assert case_systems_that_fill("supervision", "held") == set()


@pytest.mark.skipif(
    not SCHEMA.exists(),
    reason="the list of fields of the Standard Safeguarding Dataset is not beside this clone",
)
def test_every_field_of_the_dataset_is_accounted_for():
    with SCHEMA.open(encoding="utf-8") as file:
        theirs = [row for row in csv.DictReader(file) if row["table"] not in NOT_CORE]
    assert [(row["table"], row["field"], row["item_ref"]) for row in theirs] == [
        (field.table, field.field, field.item) for field in SSD_FIELDS
    ]
