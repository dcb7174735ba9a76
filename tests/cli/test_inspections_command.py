"""``sightline inspections read`` on bad input."""

import csv

import pytest

from sightline.cli import main


@pytest.fixture
def papers(tmp_path):
    from sightline.synthetic.inspection_reports.make import make_example_documents

    folder = tmp_path / "papers"
    make_example_documents(folder)
    return folder


def read(papers, out, capsys):
    code = main(["inspections", "read", str(papers), "--out", str(out)])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out + said.err


def test_good_documents_become_tables(papers, tmp_path, capsys):
    code, said = read(papers, tmp_path / "out", capsys)
    assert code == 0
    assert "Read 4 documents" in said
    with (tmp_path / "out" / "events.csv").open(encoding="utf-8", newline="") as opened:
        assert len(list(csv.DictReader(opened))) == 4


def test_what_is_no_document_is_listed_and_the_others_are_read(papers, tmp_path, capsys):
    whole = next(papers.glob("*.pdf")).read_bytes()
    (papers / "page.pdf").write_text("<!DOCTYPE html><html><body>Not found</body></html>")
    (papers / "empty.pdf").write_bytes(b"")
    (papers / "short.pdf").write_bytes(whole[: len(whole) // 3])
    code, said = read(papers, tmp_path / "out", capsys)
    assert code == 1
    assert "Read 4 documents" in said
    assert "3 files not read:" in said
    for name in ("page.pdf", "empty.pdf", "short.pdf"):
        assert f"  {name}: " in said


def test_a_folder_without_documents(tmp_path, capsys):
    (tmp_path / "nothing").mkdir()
    code, said = read(tmp_path / "nothing", tmp_path / "out", capsys)
    assert code == 2
    assert said.splitlines()[-1] == "Give a folder of PDFs, or the PDFs themselves."
