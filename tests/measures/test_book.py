"""The measures' pages in the rule book: every measure has one, and the committed list is not stale."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sightline.measures import MEASURES, book
from sightline.rules import RULES
from sightline.rules.book import build_book

DOCS = Path(__file__).resolve().parents[2] / "docs"


class Links(HTMLParser):
    """The links of a page."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes)["href"])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The whole static site."""
    folder = tmp_path_factory.mktemp("site")
    build_book(folder, also=[(book.INDEX, book.TITLE)])
    book.build_pages(folder)
    return folder


def test_every_measure_has_a_page_that_the_index_leads_to(site):
    index = Links((site / book.INDEX).read_text(encoding="utf-8")).found
    assert {f"measure-{name}.html" for name in MEASURES} <= set(index)
    assert book.INDEX in Links((site / "index.html").read_text(encoding="utf-8")).found


@pytest.mark.parametrize("name", MEASURES)
def test_a_measures_page_says_what_it_counts_needs_and_how_it_is_judged(site, name):
    measure = MEASURES[name]
    text = (site / f"measure-{name}.html").read_text(encoding="utf-8")
    page = book.measure_page(measure)
    assert page.needs
    assert page.themes
    for link in Links(text).found:
        assert link == "#main" or (site / link).is_file(), link
    assert not measure.rule or f"{measure.rule}.html" in text
    assert text.count("<table") == text.count("<caption")


def test_a_measure_needs_what_its_rule_needs():
    measure = MEASURES["protection_visits_in_time"]
    needs = {f"{need.table}.{need.column}" for need in book.measure_page(measure).needs}
    assert set(RULES[measure.rule].needs) <= needs


def test_the_page_says_where_nothing_is_published():
    measure = replace(MEASURES["referrals"], published="")
    assert "No published definition is named" in book.page_as_html(book.measure_page(measure))


def test_the_committed_page_is_what_the_measures_say():
    committed = (DOCS / "measures.md").read_text(encoding="utf-8")
    assert committed == book.measures_as_markdown(), "Run: ./run docs"
