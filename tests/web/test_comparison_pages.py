"""Pages that set councils beside each other, from made-up statistics of made-up councils."""

import re
from dataclasses import replace
from html import unescape

import pytest

from sightline.comparisons.load import load_statistics
from sightline.web import own_figures
from tests.comparisons.made_up_files import later_plans, ordinary_folder, plans, write


@pytest.fixture
def client(sign_in, workspace, tmp_path):
    load_statistics([ordinary_folder(tmp_path / "published")], workspace)
    return sign_in("leader")


def text_of(response) -> str:
    """The words of a page."""
    assert response.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_before_anything_is_loaded_the_pages_say_what_to_do(sign_in):
    client = sign_in("leader")
    for address in ("/compare/", "/compare/sources/", "/compare/themes/plans_cp/"):
        assert "sightline statistics load" in text_of(client.get(address))
    assert client.get("/compare/repeat_plans/").status_code == 404


def test_indicators_stand_under_their_themes(client):
    page = text_of(client.get("/compare/"))
    assert "Child protection plans that were a second or later one" in page


def test_a_comparison_shows_figure_interval_place_neighbours_source_and_what_it_cannot_show(client):
    page = text_of(client.get("/compare/repeat_plans/?council=001&council=004"))
    assert "20.0% in 2024, 95% interval 13.0% to 29.4%" in page
    assert "1 of 4 councils" not in page  # 005 has no figure in 2024
    assert "1 of 3 councils (1 is best), in the lowest quarter" in page
    assert "Median of neighbours (2023-04)" in page
    assert "plans.csv : years 2021 to 2024" in page
    assert "What this comparison cannot show" in page
    assert "told nothing about the grade" in page


def test_a_suppressed_cell_and_a_missing_year_are_said(client):
    page = text_of(client.get("/compare/repeat_plans/?council=003"))
    assert "no figure: suppressed, so that nobody can be recognised" in page
    assert "no figure: no figures of this year are in the file" in page


def test_a_council_that_took_anothers_place_is_not_joined_to_it(client):
    page = text_of(client.get("/compare/repeat_plans/?council=004"))
    assert "took the place of Ashby Vale (002, abolished 1 April 2022)" in page
    assert "not yet a council" in page


def test_a_replaced_file_is_said_beside_its_figures(client, workspace, tmp_path):
    newer = later_plans(plans(2024, "001", 90, 27, 30.0))
    load_statistics([write(tmp_path / "new", corrected=newer)], workspace)
    page = text_of(client.get("/compare/repeat_plans/?council=001"))
    assert "used in place of plans.csv" in page
    assert "Only the older one holds: 2021, 2023" in page
    assert "kept; corrected.csv is used" in text_of(client.get("/compare/sources/"))


def test_a_theme_shows_the_latest_year_of_each_of_its_figures(client):
    page = text_of(client.get("/compare/themes/plans_cp/?council=001"))
    assert "Child protection plans that were a second or later one" in page
    assert "20.0% (13.0% to 29.4%)" in page
    assert "No published figure" in text_of(client.get("/compare/themes/advocacy_iv/"))
    assert client.get("/compare/themes/nothing/").status_code == 404


def test_the_chart_is_a_picture_with_words_for_those_who_do_not_see_it(client):
    for size in ("wide", "narrow"):
        answer = client.get(f"/compare/repeat_plans/chart-{size}.svg?council=001")
        assert answer["Content-Type"] == "image/svg+xml"
        assert "Thornmere 20.0%" in answer.content.decode()
    assert client.get("/compare/repeat_plans/chart-huge.svg").status_code == 404


def test_codes_and_models_that_nobody_loaded_are_passed_over(client):
    page = text_of(client.get("/compare/repeat_plans/?council=999&model=1066"))
    assert "No council is chosen" in page


def test_own_records_stand_beside_as_provisional(client, made_up, monkeypatch):
    monkeypatch.setattr(made_up, "years", lambda measure: made_up.months(measure)[-1:])
    answers = {"repeat_plans": "protection_plan_ended_early"}
    monkeypatch.setattr(own_figures, "MEASURE_OF_INDICATOR", answers)
    page = text_of(client.get("/compare/repeat_plans/?council=001"))
    assert "Own records beside it" in page
    assert "Provisional: worked out from the records of made-up authority" in page
    chart = client.get("/compare/repeat_plans/chart-wide.svg?council=001").content.decode()
    assert "Own records, provisional" in chart
    assert "Own records: made-up authority: Sandbourne" in chart


def test_any_published_column_can_be_compared_as_it_is(client):
    page = client.get("/compare/sources/").content.decode()
    address = re.search(r'href="(/compare/later_plans-[^"]+)"', page)[1]
    assert "Published column" in text_of(client.get(unescape(address)))


def test_small_own_numbers_are_not_shown_to_those_who_may_not_see_them(
    client, sign_in, made_up, monkeypatch
):
    answers = {"repeat_plans": "protection_plan_ended_early"}
    monkeypatch.setattr(own_figures, "MEASURE_OF_INDICATOR", answers)
    small = replace(made_up.months("protection_plan_ended_early")[-1], numerator=2, denominator=40)
    monkeypatch.setattr(made_up, "years", lambda measure: [small])
    assert "2 of 40" in text_of(client.get("/compare/repeat_plans/"))
    page = text_of(sign_in("member").get("/compare/repeat_plans/"))
    assert "Small number, not shown" in page
    assert "2 of 40" not in page
