"""A few made-up records in memory, for lists to be made of."""

from datetime import date

from sightline.ledger.reading import Extract
from sightline.records.tables import TABLES
from sightline.returns.annex_a.lists import lists_of
from sightline.returns.told_records import ToldRecords

DAY = date(2024, 4, 30)
ASHA = {"child": "C1", "born": date(2015, 6, 1), "sex": "F", "ethnicity": "WOTH", "disabled": False}


def told(tells=lambda column: True, **tables) -> ToldRecords:
    """Records of these rows; every column not given is empty. Asha (C1) is always among them."""
    tables.setdefault("children", [ASHA])

    def find(table):
        empty = dict.fromkeys(TABLES[table].column_names)
        return [{**empty, **row} for row in tables.get(table, [])]

    return ToldRecords(Extract("Thornmere", DAY, None, True), DAY, find, tells)


def rows_of(number, tells=lambda column: True, **tables):
    """The rows of one list of these records."""
    return lists_of(told(tells, **tables))[number]
