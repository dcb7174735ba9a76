"""What pages read of the last check."""

from datetime import date

import pytest

from sightline.engine.measure import COUNT, RATE
from sightline.engine.periods import GRAINS
from sightline.engine.status import status_on
from sightline.engine.traits import TRAITS
from sightline.measures import MEASURES
from sightline.measures.answers import (
    asked_on,
    cannot_tell,
    concerns_of_child,
    control_chart,
    every_series,
    groups_in_year,
    measure_series,
    measure_today,
    rows_behind,
    teams_of,
    whole_months,
)
from sightline.sources.could_not import CouldNot
from tests.generative.worlds import EXTRACT_DAY

LATEST = 30
SHARE = "assessments_in_45_days_of_referral"


@pytest.mark.parametrize("measure", MEASURES)
def test_the_list_behind_a_figure_is_as_long_as_the_figure_says(backend, measure):
    for grain in GRAINS:
        for figure in measure_series(backend, measure, grain=grain)[-LATEST:]:
            rows = rows_behind(backend, measure, figure.period)
            assert sum(row.in_numerator for row in rows) == figure.numerator
            assert len(rows) == _counted_in_all(figure), figure.period


def _counted_in_all(figure):
    """How many rows a figure speaks of: a count of its events, a rate of both its sides."""
    kind = MEASURES[figure.measure].figure
    if kind == RATE:
        return figure.numerator + figure.denominator
    return figure.numerator if kind == COUNT else figure.denominator


@pytest.mark.parametrize("measure", MEASURES)
def test_a_figure_of_a_team_has_its_own_list(backend, measure):
    for team in teams_of(backend, measure)[:1]:
        figure = measure_series(backend, measure, team=team)[-1]
        rows = rows_behind(backend, measure, figure.period, team=team)
        assert {row.team for row in rows} <= {team}
        assert sum(row.in_numerator for row in rows) == figure.numerator


def test_months_follow_one_another_without_a_gap(backend):
    months = [figure.period for figure in measure_series(backend, "children_without_a_worker")]
    assert months == sorted(set(months))
    first, last = (date.fromisoformat(f"{months[at]}-01") for at in (0, -1))
    assert len(months) == (last.year - first.year) * 12 + last.month - first.month + 1


def test_every_series_read_at_one_go_is_what_each_gives(backend):
    found = every_series(backend)
    assert set(found) == set(GRAINS)
    for grain in GRAINS:
        for measure in ("referrals", "assessment_length", "posts_held_by_agency_staff", SHARE):
            assert found[grain][measure] == measure_series(backend, measure, grain=grain)


def test_the_latest_share_is_of_a_whole_month(backend):
    figure = measure_today(backend, "protection_visits_in_time")
    assert (figure.period, figure.day, figure.is_whole) == ("2024-03", EXTRACT_DAY, True)


def test_a_share_has_its_value_and_interval(backend):
    for figure in measure_series(backend, "protection_visits_in_time", grain="year"):
        assert figure.value == figure.numerator / figure.denominator
        assert 0 <= figure.low <= figure.value <= figure.high <= 1


def test_concerns_of_a_child_are_those_of_the_table(backend):
    child, number = backend.raw_sql(
        "SELECT child, count(*) FROM answers.concerns GROUP BY child ORDER BY 2 DESC, 1"
    ).fetchone()
    concerns = concerns_of_child(backend, child)
    assert len(concerns) == number
    assert all(concern.child == child for concern in concerns)
    opened = [concern.opens or concern.starts for concern in concerns]
    assert opened == sorted(opened, reverse=True)
    assert all(
        set(entry) == {"value", "known_by"}
        for concern in concerns
        for entry in concern.evidence.values()
    )


def test_concerns_of_a_child_on_an_earlier_day_know_nothing_later(backend):
    day = date(2019, 6, 3)
    rows = backend.table("concern_rows", database="answers")
    on_day = backend.to_pyarrow(status_on(rows, day)).to_pylist()
    child = on_day[0]["child"]
    expected = {
        (row["rule"], row["subject"], row["status"]) for row in on_day if row["child"] == child
    }
    concerns = concerns_of_child(backend, child, day)
    assert {(one.rule, one.subject, one.status) for one in concerns} == expected


def test_a_child_nobody_knows_has_no_concerns(backend):
    assert concerns_of_child(backend, "nobody") == []


def test_no_rule_abstained(backend):
    assert cannot_tell(backend) == []


def test_before_the_rules_are_asked_pages_are_told_so(loaded_only):
    with loaded_only.reading() as backend:
        assert asked_on(backend) is None
        with pytest.raises(CouldNot, match="have not been asked"):
            measure_today(backend, "plans_ended_early")


@pytest.mark.parametrize("kind", TRAITS)
def test_the_groups_of_a_year_add_up_to_the_service(backend, kind):
    rows = backend.con.execute(
        """
        SELECT measure, period, sum(numerator) FILTER (group_kind = ?),
            sum(numerator) FILTER (group_kind = 'service')
        FROM answers.measures WHERE grain = 'year' AND value IS NOT NULL
        GROUP BY ALL HAVING count(*) FILTER (group_kind = ?) > 0
        """,
        [kind, kind],
    ).fetchall()
    assert rows
    assert [row for row in rows if row[2] != row[3]] == []


def test_a_small_group_is_hidden_and_never_alone(backend):
    years = [year.period for year in measure_series(backend, SHARE, grain="year")]
    found = [groups_in_year(backend, SHARE, "ethnicity", year) for year in years]
    hidden = [sum(group.figure is None for group in groups) for groups in found if groups]
    assert max(hidden) > 1
    assert all(count != 1 or len(groups) == 1 for count, groups in zip(hidden, found, strict=False))
    shown = [group.figure for groups in found for group in groups if group.figure]
    assert all(not 0 < figure.numerator < 5 for figure in shown)


def test_the_control_chart_has_limits_for_every_whole_month(backend):
    chart = control_chart(backend, SHARE)
    months = whole_months(backend, SHARE)
    assert len(chart.low) == len(chart.high) == len(months) == len(chart.high)
    assert months[-1].is_whole


def test_the_limits_may_come_from_the_months_before_an_inspection(backend):
    months = whole_months(backend, SHARE)
    chart = control_chart(backend, SHARE, until=months[14].day)
    assert chart.periods_for_limits == 15
