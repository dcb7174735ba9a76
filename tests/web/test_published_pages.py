"""Pages over published documents: search, one authority, all authorities."""

from datetime import date

import pytest

from sightline.inspections.facts import Documents, Event, Finding, Judgement, Recommendation
from sightline.inspections.searching import build_index
from sightline.inspections.tables import write_tables
from tests.web.test_line_of_sight_page import text_of


def inspection(name, year, grade):
    """An inspection of Barsetshire with its overall grade."""
    event = Event(
        file=f"{name}.pdf",
        sha256=name * 16,
        kind="ilacs_inspection",
        framework="ilacs",
        authority="Barsetshire",
        urn="99999",
        starts=date(year, 5, 14),
        ends=date(year, 5, 25),
    )
    return event, Judgement(event.file, "overall_effectiveness", grade, grade.capitalize(), 1)


@pytest.fixture
def client(sign_in, workspace):
    """Two inspections of Barsetshire: inadequate, then good."""
    (first, poor), (second, fair) = (
        inspection("aaaa", 2018, "inadequate"),
        inspection("bbbb", 2022, "good"),
    )
    documents = Documents(
        events=[first, second],
        judgements=[poor, fair],
        recommendations=[
            Recommendation(first.file, 1, "Interview <children> who come back.", 4, themes=("missing",))
        ],
        findings=[
            Finding(second.file, 3, "12", "Help", "help_and_protection", "strength", ("missing",),
                    "Most children are interviewed when they come back.")
        ],
    )  # fmt: skip
    write_tables(documents, workspace / "documents")
    build_index(documents, workspace / "documents")
    return sign_in("member")


def test_search_finds_words_in_any_form_and_marks_them(client):
    page = client.get("/search/?words=interviewing").content.decode()
    assert "2 passages found" in page
    assert "<mark>interviewed</mark>" in page
    assert "page 3 , paragraph 12" in text_of(client.get("/search/?words=interviewing"))


def test_what_is_found_is_escaped(client):
    page = client.get("/search/?words=interview").content.decode()
    assert "&lt;children&gt;" in page
    assert "<children>" not in page


def test_filters_say_what_they_filter(client):
    page = text_of(client.get("/search/?words=children&polarity=strength"))
    assert "1 passage found" in page
    assert "Most children" in page


@pytest.mark.parametrize(
    "query", ["page=-3", "page=99999999999", "year=abc&words=x", "words=%22%22%2A"]
)
def test_odd_addresses_are_answered(client, query):
    assert client.get(f"/search/?{query}").status_code == 200


def test_search_says_when_nothing_has_been_read(sign_in):
    assert "none has been read" in text_of(sign_in("member").get("/search/"))


def test_an_authority_is_a_timeline_with_grades_and_themes_side_by_side(client):
    page = text_of(client.get("/authorities/99999/"))
    assert page.index("25 May 2018") < page.index("25 May 2022")
    assert "inadequate overall" in page
    assert "1,461 days after the one before" in page
    assert "Interview &lt;children&gt; who come back." in page
    assert "Most children are interviewed" in page
    assert client.get("/authorities/12345/").status_code == 404


def test_the_national_picture_counts_what_was_read(client):
    page = text_of(client.get("/national/"))
    assert "1 improved, 0 stayed the same, 0 declined" in page
    assert "1 of 1 (100.0%)" in page
    assert client.get("/national/grades-wide.svg").status_code == 200
    assert client.get("/national/missing-narrow.svg").status_code == 200
    assert client.get("/national/nothing-wide.svg").status_code == 404


def test_published_pages_do_not_call_real_councils_made_up(client):
    for address in ("/search/", "/authorities/", "/authorities/99999/", "/national/"):
        assert "made-up" not in text_of(client.get(address)).lower()


def test_a_theme_leads_to_what_was_written_of_others(client):
    page = text_of(client.get("/themes/missing/"))
    assert "Most children are interviewed" in page
    assert "graded good" in page
    assert "Most children" not in text_of(client.get("/themes/missing/?polarity=weakness"))
    assert "Most children" not in text_of(client.get("/themes/missing/?not_of=99999"))
    assert client.get("/themes/nothing/").status_code == 404
