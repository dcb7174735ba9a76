"""Every real document, where they lie beside the repository: none is lost, none is guessed at."""

from __future__ import annotations

import csv
import itertools
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from sightline.inspections.areas import AREAS, AREAS_OF_2013, GRADES
from sightline.inspections.authorities import authority_with_urn
from sightline.inspections.reading import read_documents
from sightline.records.themes import THEMES

DATA = Path(__file__).parents[3] / "shared" / "data"
REPORTS = DATA / "inspection-reports"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not REPORTS.is_dir(), reason="the real reports are not beside the repository"
    ),
]


@pytest.fixture(scope="module")
def documents():
    return read_documents([REPORTS, DATA / "jtai-reports"])


def test_every_file_is_one_event_and_those_that_are_no_reports_say_why(documents):
    assert len(documents.events) == len({event.file for event in documents.events}) == 451
    assert sorted(event.file for event in documents.unreadable()) == [
        "80429-birmingham-2012-10-19.pdf",
        "80431-blackpool-2012-07-13.pdf",
        "80490-bromley-2012-08-17.pdf",
        "80498-haringey-2009-07-03.pdf",
        "80543-rotherham-2012-08-10.pdf",
    ]
    assert Counter(event.kind for event in documents.events) == {
        "ilacs_inspection": 241,
        "sif_inspection": 138,
        "sif_reinspection": 12,
        "looked_after_children_inspection": 3,
        "lscb_review": 1,
        "jtai": 51,
        "unreadable": 5,
    }


def test_the_title_and_the_index_name_the_same_authority(documents):
    for folder in (REPORTS, DATA / "jtai-reports"):
        with (folder / "index.csv").open(encoding="utf-8") as opened:
            urns = {row["file"]: row["urn"] for row in csv.DictReader(opened)}
        for event in documents.events:
            if event.file in urns and event.kind != "unreadable":
                named = authority_with_urn(urns[event.file])
                assert named is not None
                assert event.authority == named.name, event.file


def test_every_graded_report_has_the_areas_of_its_framework(documents):
    found = defaultdict(set)
    for judgement in documents.judgements:
        assert judgement.area in (*AREAS, *AREAS_OF_2013)
        assert judgement.grade in GRADES
        assert judgement.page >= 1
        found[judgement.file].add(judgement.area)
    for event in documents.events:
        areas = found[event.file]
        if event.kind == "ilacs_inspection":
            assert len(areas) in (4, 5), event.file
            assert "overall_effectiveness" in areas
        elif event.kind.startswith("sif"):
            assert len(areas) in (6, 7), event.file


def test_few_rows_are_doubtful(documents):
    doubtful = [event.file for event in documents.events if event.doubtful_because]
    doubtful += [one.file for one in documents.judgements if one.doubtful_because]
    assert len(doubtful) <= 3


def test_pages_and_themes_are_real(documents):
    pages = {event.file: event.pages for event in documents.events}
    for table in (documents.recommendations, documents.findings):
        for row in table:
            assert 1 <= row.page <= pages[row.file]
            assert set(row.themes) <= set(THEMES)
            assert row.text == row.text.strip()
            assert "\n" not in row.text


def test_recommendations_number_on_without_a_gap(documents):
    by_file = defaultdict(list)
    for row in documents.recommendations:
        by_file[row.file].append(row)
    for file, rows in by_file.items():
        assert [row.number for row in rows] == list(range(1, len(rows) + 1)), file
        for before, after in itertools.pairwise(rows):
            if before.number_as_printed and after.number_as_printed == "1":
                continue
            if before.addressed_to == after.addressed_to and before.number_as_printed:
                gap = int(after.number_as_printed) - int(before.number_as_printed)
                assert 1 <= gap <= 3, (file, before.number_as_printed, after.number_as_printed)
