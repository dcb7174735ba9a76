"""The line-of-sight page says what the measures say, and whose records they are."""

import re

import pytest

from sightline.web.pages import line_of_sight
from tests.web.conftest import REPORT_SHA
from tests.web.made_up_service import INTERVIEWS, LATEST

ADDRESS = f"/inspections/{REPORT_SHA[:16]}/"


def text_of(response) -> str:
    """The page without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.fixture
def page(sign_in):
    return sign_in("leader").get(ADDRESS)


def test_each_sentence_stands_as_written_with_its_page(page):
    assert "Interview children who come back." in text_of(page)
    assert re.search(r"Recommendation 1 page 4", text_of(page))


def test_the_figure_is_the_one_of_the_measures_table(page, made_up):
    figure = made_up.figure(INTERVIEWS.name)
    said = text_of(page)
    assert f"{figure.value * 100:.1f}%" in said
    counted = f"{figure.numerator} of {figure.denominator} {INTERVIEWS.denominator_words}"
    assert f"{counted} ({INTERVIEWS.numerator_words}), March 2024" in said
    assert f"95% interval {figure.low * 100:.1f}% to {figure.high * 100:.1f}%" in said


def test_every_month_of_the_measures_table_is_in_the_table(page, made_up):
    rows = re.findall(
        r"<th scope=\"row\"[^>]*>(\w+ \d{4})</th>\s*<td[^>]*>([\d,]+)</td>\s*<td[^>]*>([\d,]+)</td>",
        page.content.decode(),
    )
    expected = [
        (month.period_words, str(month.numerator), str(month.denominator))
        for month in reversed(made_up.months(INTERVIEWS.name))
    ]
    assert rows == expected


def test_the_page_says_that_the_records_are_made_up_and_not_the_councils(page):
    assert "The records on this page are made up. They are not Barsetshire's." in text_of(
        page
    ).replace("&#39;", "'")


def test_the_page_of_a_real_authority_does_not_say_made_up(sign_in, made_up):
    made_up.made_up = False
    assert "made up" not in text_of(sign_in("leader").get(ADDRESS)).lower()


def test_a_sentence_without_a_measure_says_so(page):
    assert text_of(page).count("No measure answers this sentence.") == 1


def test_one_click_leads_to_the_children(page):
    assert f'href="/measures/{INTERVIEWS.name}/{LATEST}/children/"' in page.content.decode()
    assert "2 children behind this figure" in text_of(page)


def test_the_chart_marks_the_inspection_and_says_whose_records_it_draws(sign_in):
    client = sign_in("leader")
    chart = client.get(f"/measures/{INTERVIEWS.name}/chart-wide.svg?report={REPORT_SHA[:16]}")
    svg = chart.content.decode()
    assert chart["Content-Type"] == "image/svg+xml"
    assert "Made-up authority: Sandbourne" in svg
    assert "Inspected May 2018" in svg
    assert "<title" in svg
    assert "<desc" in svg
    assert len(svg) < 40_000
    again = client.get(f"/measures/{INTERVIEWS.name}/chart-wide.svg?report={REPORT_SHA[:16]}")
    assert again.content == chart.content


def test_a_member_sees_no_small_number(sign_in, made_up, monkeypatch):
    from dataclasses import replace

    small = replace(made_up.figure(INTERVIEWS.name), numerator=2, denominator=31, value=2 / 31)
    monkeypatch.setattr(type(made_up), "figure", lambda self, measure, period="": small)
    client = sign_in("member")
    said = text_of(client.get(ADDRESS))
    assert "Small number" in said
    assert "2 of 31" not in said
    assert "6.5%" not in said
    assert client.get(f"/measures/{INTERVIEWS.name}/chart-wide.svg").status_code == 403


def test_a_document_nobody_read_is_not_found(sign_in):
    assert sign_in("leader").get("/inspections/ffff/").status_code == 404


def test_the_list_names_what_could_not_be_read(sign_in):
    said = text_of(sign_in("member").get("/inspections/"))
    assert "Barsetshire" in said
    assert "broken.pdf The file is empty." in said


def test_the_list_is_filtered_by_what_it_says(sign_in):
    client = sign_in("member")
    assert "Showing 1 of 1" in text_of(client.get("/inspections/?year=2018"))
    assert "Showing 0 of 1" in text_of(client.get("/inspections/?year=2019"))


def test_a_member_is_shown_no_number_of_children_and_no_way_to_them(sign_in):
    page = sign_in("member").get(ADDRESS)
    assert "24 of 32 returns of missing children (interviews held within 72 hours)" in text_of(page)
    assert "behind this figure" not in text_of(page)
    assert "/children/" not in page.content.decode()


def test_measures_beyond_the_first_few_are_links(sign_in, monkeypatch):
    monkeypatch.setattr(line_of_sight, "MOST_DRAWN", 0)
    page = text_of(sign_in("leader").get(ADDRESS))
    assert "Also answering it: Return interviews held within 72 hours ." in page
    assert "interviews held within 72 hours of" not in page
