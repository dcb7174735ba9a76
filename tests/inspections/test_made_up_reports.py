"""The committed made-up documents: read right, and made again from their sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from sightline.inspections.reading import read_documents
from sightline.inspections.tables import read_tables, write_tables
from sightline.synthetic.inspection_reports.make import make_example_documents

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture(scope="module")
def documents():
    return read_documents([EXAMPLES], processes=1)


def event_of(documents, day: str):
    (event,) = [event for event in documents.events if event.file.endswith(f"{day}.pdf")]
    return event


def test_each_document_is_one_event_and_none_is_doubtful(documents):
    assert [event.kind for event in documents.events] == [
        "sif_inspection",
        "monitoring_visit",
        "ilacs_inspection",
        "ilacs_inspection",
    ]
    assert [event.doubtful_because for event in documents.events] == [""] * 4
    assert {event.authority for event in documents.events} == {"Thornmere"}


def test_a_date_of_publication_says_where_it_comes_from(documents):
    printed, from_index = event_of(documents, "2018-05-15"), event_of(documents, "2023-06-26")
    assert (printed.published, printed.published_from) == (date(2018, 5, 15), "document")
    assert (from_index.published, from_index.published_from) == (date(2023, 6, 26), "index")


def test_a_letter_of_a_visit_has_dates_inspectors_and_progress_but_no_grade(documents):
    letter = event_of(documents, "2018-10-10")
    assert (letter.starts, letter.ends) == (date(2018, 9, 18), date(2018, 9, 19))
    assert letter.lead_inspector == "Rosalind Farthing"
    assert "not yet making sufficient progress" in letter.progress
    assert letter.progress_page == 1
    assert not [one for one in documents.judgements if one.file == letter.file]


def test_every_area_of_the_old_framework_is_graded_with_its_page(documents):
    old = event_of(documents, "2018-05-15")
    found = {
        one.area: (one.grade, one.page) for one in documents.judgements if one.file == old.file
    }
    assert found == {
        "overall_effectiveness": ("inadequate", 1),
        "help_and_protection": ("inadequate", 1),
        "children_looked_after_and_permanence": ("requires improvement", 1),
        "adoption": ("good", 1),
        "care_leavers": ("requires improvement", 1),
        "leadership": ("inadequate", 1),
        "lscb": ("requires improvement", 7),
    }


def test_recommendations_keep_their_numbers_pages_and_what_they_refer_to(documents):
    old = event_of(documents, "2018-05-15")
    items = [one for one in documents.recommendations if one.file == old.file]
    assert [item.number for item in items] == list(range(1, 12))
    assert [item.addressed_to for item in items].count("lscb") == 2
    assert items[0].page == 3
    assert items[0].cross_references == "paragraph 4"
    assert "paragraph" not in items[0].text
    assert items[8].sub_items == 2
    assert items[9].number_as_printed == "22"


def test_the_tables_say_the_same_when_read_back(documents, tmp_path):
    write_tables(documents, tmp_path)
    assert read_tables(tmp_path) == documents
    header = (tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.replace('"', "").startswith(
        "file,sha256,kind,framework,authority,urn,starts,ends,published,published_from,"
        "lead_inspector,pages,unreadable_because,doubtful_because"
    )


def test_every_page_says_that_it_is_made_up():
    for path in EXAMPLES.glob("*.pdf"):
        with pypdfium2.PdfDocument(path) as pdf:
            for page in pdf:
                assert "Made up for Sightline" in page.get_textpage().get_text_range()


def test_the_committed_documents_are_those_that_the_sources_make(tmp_path):
    make_example_documents(tmp_path)
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (EXAMPLES / made.name).read_bytes(), made.name
