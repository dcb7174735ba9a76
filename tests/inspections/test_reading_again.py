"""A second reading with nothing new takes what the first one wrote."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sightline.inspections import reading
from sightline.inspections.reading import read_documents
from sightline.inspections.tables import write_tables

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "documents"
    shutil.copytree(EXAMPLES, copy)
    return copy


def read_counting(monkeypatch, folder: Path, held: Path):
    """Read, and say which files were opened for it."""
    opened = []
    real = reading.read_apart

    def counting(files, **options):
        opened.extend(name for _, name in files)
        return real(files, **options)

    monkeypatch.setattr(reading, "read_apart", counting)
    return read_documents([folder], held=held, processes=1), opened


def test_nothing_new_reads_no_file_and_says_the_same(folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    first = read_documents([folder], processes=1)
    write_tables(first, out)
    second, opened = read_counting(monkeypatch, folder, out)
    assert opened == []
    assert second == first


def test_a_changed_file_and_a_new_one_are_read_and_no_other(folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_tables(read_documents([folder], processes=1), out)
    changed = folder / "99001-thornmere-2020-03-09.pdf"
    changed.write_bytes((folder / "99001-thornmere-2023-06-26.pdf").read_bytes())
    (folder / "new.pdf").write_bytes(b"")
    second, opened = read_counting(monkeypatch, folder, out)
    assert opened == [changed.name, "new.pdf"]
    assert len(second.events) == 5
    assert "same file as" in " ".join(event.doubtful_because for event in second.events)


def test_a_changed_index_changes_what_it_dates(folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_tables(read_documents([folder], processes=1), out)
    index = folder / "index.csv"
    index.write_text(index.read_text().replace("2023-06-26\n", "2023-06-30\n"))
    second, opened = read_counting(monkeypatch, folder, out)
    assert opened == []
    (event,) = [one for one in second.events if one.file == "99001-thornmere-2023-06-26.pdf"]
    assert event.published.isoformat() == "2023-06-30"


def test_tables_of_another_reader_are_not_taken(folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    write_tables(read_documents([folder], processes=1), out)
    (out / "read_by.txt").write_text("an earlier version\n")
    _, opened = read_counting(monkeypatch, folder, out)
    assert len(opened) == 4


def test_a_file_that_could_not_be_read_is_tried_again(folder, tmp_path, monkeypatch):
    bad = folder / "bad.pdf"
    bad.write_bytes(b"")
    out = tmp_path / "out"
    write_tables(read_documents([folder], processes=1), out)
    _, opened = read_counting(monkeypatch, folder, out)
    assert opened == ["bad.pdf"]
