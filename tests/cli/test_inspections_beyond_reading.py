"""Searching, workbooks and passages alike, by the commands, on the made-up example documents."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sightline.cli.commands import sightline

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("read")
    result = CliRunner().invoke(
        sightline, ["inspections", "read", str(EXAMPLES), "--out", str(folder)]
    )
    assert result.exit_code == 0, result.output
    return folder


def run(*arguments):
    return CliRunner().invoke(sightline, ["inspections", *map(str, arguments)])


def test_search_says_where_each_passage_stands(read):
    result = run("search", read, "visits")
    assert result.exit_code == 0
    assert "Thornmere" in result.output
    assert ".pdf, page" in result.output
    assert "found" in result.output


def test_search_with_a_filter_that_nothing_passes(read):
    assert "0 passages found" in run("search", read, "visits", "--authority", "Nowhere").output


def test_words_given_together_stand_side_by_side(read):
    assert "0 passages found" not in run("search", read, "child protection plan").output
    assert "0 passages found" in run("search", read, "plan protection child").output
    assert "0 passages found" not in run("search", read, "plan", "protection", "child").output


def test_search_where_nothing_was_read(tmp_path):
    result = run("search", tmp_path, "visits")
    assert result.exit_code != 0
    assert "no search index" in str(result.exception)


def test_workbooks_are_written(read, tmp_path):
    result = run("workbooks", read, "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "inspections.xlsx").stat().st_size > 5_000
    assert "1 authorities" in result.output


def test_alike_names_the_themes_there_are(read):
    assert "plans_cp" in str(run("alike", read, "nonsense").exception.next_step)
    assert "passage" in run("alike", read, "visits_direct_work").output


def test_a_second_reading_of_the_same_documents_writes_nothing(read):
    before = (read / "findings.parquet").stat().st_mtime_ns
    assert run("read", EXAMPLES, "--out", read).exit_code == 0
    assert (read / "findings.parquet").stat().st_mtime_ns == before


def test_quotes_looks_for_what_an_article_quotes(read, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(
        "Council told to do better\n\n1 June 2018\n\nInspectors of Thornmere said the council "
        "was “a very long way from anything that the report says”.\n",
        encoding="utf-8",
    )
    result = run("quotes", article, "--against", read, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert "1 quotation in 1 article" in result.output
    assert (tmp_path / "out" / "quotations.csv").read_text(encoding="utf-8").count("\n") == 2


def test_quotes_without_an_article_says_what_to_give(read, tmp_path):
    result = run("quotes", tmp_path / "none.txt", "--against", read, "--out", tmp_path)
    assert "no article called" in str(result.exception)
