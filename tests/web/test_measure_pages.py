"""A measure's page: what somebody may choose to see of it, what is more than noise, and groups."""

import json
from datetime import date
from html import unescape

import pytest

from sightline.engine.control_chart import ControlChart, Signal
from sightline.web.charts.measure_chart import LIMITS_EXPLAINED, SLOWEST_EXPLAINED, specification
from sightline.web.figures import LATEST_SIGNALS, chart_of, described, in_front, signals_in_words
from sightline.web.service import Authority, Figure, MeasureShown
from tests.web.made_up_service import INTERVIEWS, WITHOUT_WORKER, MadeUpService
from tests.web.test_line_of_sight_page import text_of

ADDRESS = f"/measures/{INTERVIEWS.name}/"
AUTHORITY = Authority("Sandbourne", True, date(2024, 3, 31))
LENGTHS = MeasureShown(
    name="assessment_length",
    title="Length of assessments",
    themes=("assessment_timeliness",),
    kind="length",
    numerator_words="assessments finished",
    denominator_words="assessments finished",
    better="lower",
)


def months(number, **others):
    return [
        Figure(f"2021-{place:02}", f"month {place}", date(2021, 1, 1), 40, 50, 0.8, **others)
        for place in range(1, number + 1)
    ]


def chart_with(*signals, of=24):
    return ControlChart(0.8, (0.6,) * 30, (0.9,) * 30, signals, of)


def test_the_series_is_shown_by_month_unless_another_is_chosen(sign_in):
    page = unescape(sign_in("leader").get(ADDRESS).content.decode())
    assert "by month, made-up authority" in page
    assert f'src="{ADDRESS}chart-wide.svg"' in page
    chosen = {"by": "quarter", "team": "Assessment North"}
    page = unescape(sign_in("analyst").get(ADDRESS, chosen).content.decode())
    assert "by quarter, Assessment North, made-up authority" in page
    assert f'src="{ADDRESS}chart-wide.svg?by=quarter&team=Assessment+North"' in page
    assert "?team=Assessment%20North" in page, "The list behind a team's figure is the team's."


@pytest.mark.parametrize("asked", [{"by": "week"}, {"team": "Nobody’s"}, {"year": "1066-1067"}])
def test_what_cannot_be_chosen_is_not_found(sign_in, asked):
    assert sign_in("leader").get(ADDRESS, asked).status_code == 404


def test_the_page_says_which_change_is_more_than_noise(sign_in):
    page = text_of(sign_in("leader").get(ADDRESS))
    assert "more than noise" in page
    assert "The limits come from the first 24 months, January 2014 to December 2015" in page
    assert "more than noise" not in text_of(sign_in("analyst").get(ADDRESS, {"by": "year"}))


def test_a_month_outside_its_limits_and_a_run_are_told_apart():
    told = signals_in_words(chart_with(Signal(2, 2, "below"), Signal(10, 18, "above")), months(30))
    assert told[0] == (
        "Above the centre line from month 11 to month 19, 9 months running: more than noise."
    )
    assert told[1] == "Outside its limits in month 3, below them: more than noise."


def test_many_changes_are_cut_to_the_latest_and_the_rest_counted():
    signals = [Signal(place, place, "above") for place in range(LATEST_SIGNALS + 3)]
    told = signals_in_words(chart_with(*signals), months(30))
    assert told[0].startswith("Outside its limits in month 9")
    assert told[LATEST_SIGNALS].startswith("3 earlier changes")


def test_nothing_but_noise_and_too_few_months_are_said():
    assert signals_in_words(chart_with(), months(30))[0] == "No change here is more than noise."
    assert signals_in_words(None, months(3))[0].startswith("There are too few months")


def test_small_groups_are_hidden_from_everybody(sign_in):
    for role in ("leader", "member"):
        page = text_of(sign_in(role).get(ADDRESS))
        assert page.count("small number, hidden") == 8, "Two of three groups, in four tables."
        assert "By ethnicity" in page
        assert "so is what would tell them" in page


def test_a_member_sees_no_months_and_no_teams(sign_in):
    page = text_of(sign_in("member").get(ADDRESS))
    assert "Figures by month are small numbers" in page
    assert "Assessment North" not in page


def test_the_list_behind_a_teams_figure_says_so(sign_in):
    address = f"{ADDRESS}2024-03/children/"
    page = text_of(sign_in("leader").get(address, {"team": "Assessment North"}))
    assert "Return interviews held within 72 hours, Assessment North" in page


def test_a_row_of_no_child_leads_to_nobody_and_names_no_worker(sign_in, made_up, monkeypatch):
    (row, *_) = made_up.rows_behind(WITHOUT_WORKER.name, "2024-03")
    post = row.__class__(child="", subject="post since 2021-03-01", in_numerator=True)
    monkeypatch.setattr(made_up, "rows_behind", lambda *_: [post])
    page = text_of(sign_in("leader").get(f"/measures/{WITHOUT_WORKER.name}/2024-03/children/"))
    assert "Of no child post since 2021-03-01" in page
    assert "not named" in page


def test_a_chart_of_months_draws_its_limits_and_rings_what_lies_outside():
    chart = chart_of(
        INTERVIEWS, months(30), AUTHORITY, size="wide", control=chart_with(Signal(2, 2, "below"))
    )
    assert chart.explained == [LIMITS_EXPLAINED]
    assert [month.is_outside for month in chart.months].index(True) == 2
    assert '"lowest": 60.0' in json.dumps(specification(chart))


def test_a_chart_of_a_length_draws_the_slowest_tenth_and_says_days():
    lengths = months(3, slowest_tenth=90.0)
    chart = chart_of(LENGTHS, lengths, AUTHORITY, size="narrow")
    assert chart.explained == [SLOWEST_EXPLAINED]
    assert "last 1 days" in described(LENGTHS, lengths, AUTHORITY)


def test_the_year_goes_first_where_a_month_counts_few():
    class Few(MadeUpService):
        def figure(self, measure, period=""):
            return Figure("2024-03", "March 2024", date(2024, 3, 31), 3, 0, 3.0)

        def years(self, measure):
            return [Figure("2023-2024", "the year", date(2024, 3, 31), 41, 0, 41.0)]

    assert in_front(Few(), "made_up")[0].period == "2023-2024"


def test_the_list_of_measures_stands_by_theme_and_tells_of_no_worker(sign_in):
    page = text_of(sign_in("member").get("/measures/"))
    assert page.index("Missing children") < page.index("Return interviews held within 72 hours")
    assert "None of them is of a single worker" in page


def test_a_rules_page_leads_to_the_measures_that_count_it(sign_in):
    page = sign_in("member").get(f"/rules/{INTERVIEWS.rule}/").content.decode()
    assert f'<a class="govuk-link" href="{ADDRESS}">{INTERVIEWS.title}</a>' in page
