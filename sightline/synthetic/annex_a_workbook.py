"""The made-up authority as an Annex A workbook, by the same writer as a council's own."""

from collections.abc import Callable
from pathlib import Path

from sightline.returns.annex_a.lists import lists_of
from sightline.returns.annex_a.workbook import write_lists
from sightline.returns.told_records import ToldRecords


def write_annex_a(
    records: Path, out: Path, progress: Callable[[int, int], None] | None = None
) -> dict[str, int]:
    """Write the record tables in ``records`` as the workbook ``out``; gives rows by list."""
    told = ToldRecords.of_folder(records)
    lists = lists_of(told, progress)
    write_lists(told, lists, out)
    return {f"List {number}": len(rows) for number, rows in lists.items()}
