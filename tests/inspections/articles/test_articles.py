"""Articles about a council that does not exist, and whether they quote its reports right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.inspections.articles.quotes import find_quotations, read_articles, write_quotations
from sightline.inspections.articles.reading import read_article
from sightline.inspections.could_not_read import NothingToRead
from sightline.inspections.reading import read_documents
from sightline.inspections.tables import write_tables

EXAMPLES = Path(__file__).parents[3] / "examples" / "documents"

PRESS = """Inspectors fault Surrey's neighbour again

Ann Penhallow
Wednesday, May 16, 2018

Surrey watched as a made-up council was faulted in a report published on May 15, 2018.

A made-up picture. Picture: Surrey County Council

“Child protection plans end too soon,” the report states.

“Visits are missed. A significant minority of children on plans had not been seen for six weeks,” the report says.

“Strategy discussions usually take place on time, but health workers were absent from most of those that inspectors read,” the report states.

“The council has bought a yellow submarine for every child in its care,” the report adds.

“Too many plans ended in the rain before anybody asked the children,” a letter from Ofsted states.

Owen Brook, deputy leader of Surrey County Council, said: “We have found £2m for social workers.

“We accept every word of it.”

Example Digital membership

“Subscribe now,” said the publisher.
"""


@pytest.fixture
def tables(tmp_path):
    """The made-up reports, read as if they were about the council the article names."""
    documents = read_documents([EXAMPLES], processes=1)
    renamed = [
        event.__class__(
            **{name: getattr(event, name) for name in event.__slots__} | {"authority": "Surrey"}
        )
        for event in documents.events
    ]
    documents.events = renamed
    write_tables(documents, tmp_path / "tables")
    return tmp_path / "tables"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "press.txt"
    path.write_text(PRESS, encoding="utf-8")
    return path


def test_an_article_gives_its_date_people_and_events_and_no_boilerplate(article):
    read = read_article(article)
    assert read.title == "Inspectors fault Surrey's neighbour again"
    assert read.published == date(2018, 5, 16)
    assert read.authorities == ("Surrey",)
    assert ("Owen Brook", "deputy leader of Surrey County Council") in [
        (one.name, one.role) for one in read.people
    ]
    assert ("report", "2018-05-15") in [(one.kind, one.when) for one in read.events]
    assert not [one for one in read.quotations if "Subscribe" in one.quotation]
    assert [(one.count, one.unit) for one in read.quantities if one.unit == "£"] == [
        ("2000000", "£")
    ]


def test_a_speech_over_two_paragraphs_has_one_speaker(article):
    speech = read_article(article).quotations[-2:]
    assert {one.speaker for one in speech} == {"Owen Brook, deputy leader of Surrey County Council"}
    assert {one.source for one in speech} == {"person"}


def test_each_quotation_is_exact_truncated_altered_not_found_or_not_held(article, tables, tmp_path):
    articles = read_articles([article])
    matches = find_quotations(articles, tables)
    assert [one.match for one in matches] == [
        "exact",
        "exact",
        "altered",
        "not found",
        "document not held",
        "document not held",
        "document not held",
    ]
    assert matches[0].document == "99001-thornmere-2018-05-15.pdf"
    assert matches[0].page == 4
    assert matches[2].difference == '"on" for "in"'
    write_quotations(articles, matches, tmp_path / "out")
    written = (tmp_path / "out" / "quotations.csv").read_text(encoding="utf-8")
    assert written.splitlines()[0].replace('"', "") == (
        "article,number,quotation,speaker,document,page,match,difference"
    )


def test_a_sentence_cut_short_is_truncated_and_the_rest_is_shown(tmp_path, tables):
    path = tmp_path / "short.txt"
    path.write_text(
        PRESS.replace(
            "“Child protection plans end too soon,” the report states.",
            "“Help for families at an early stage is good.” the report states.",
        ),
        encoding="utf-8",
    )
    match = find_quotations(read_articles([path]), tables)[0]
    assert match.match == "truncated"
    assert match.difference == 'the document goes on: "and getting better"'


def test_an_article_of_one_line_is_listed_with_the_reason(tmp_path):
    path = tmp_path / "line.txt"
    path.write_text("Council rated good.\n")
    (event,) = read_documents([path], processes=1).events
    assert event.kind == "unreadable"
    assert "too short" in event.unreadable_because


def test_an_article_is_one_event_of_its_own_kind(article):
    (event,) = read_documents([article], processes=1).events
    assert (event.kind, event.authority, event.published) == (
        "article",
        "Surrey",
        date(2018, 5, 16),
    )


def test_nothing_to_look_in_says_so(article, tmp_path):
    with pytest.raises(NothingToRead, match="no tables"):
        find_quotations(read_articles([article]), tmp_path)
