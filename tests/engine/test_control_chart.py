"""Control charts: what is a signal and what is noise."""

import numpy as np
import pytest

from sightline.engine.control_chart import (
    ABOVE,
    BELOW,
    FEWEST_PERIODS,
    PERIODS_FOR_LIMITS,
    RUN,
    Signal,
    p_chart,
    xmr_chart,
)


def test_the_limits_of_counts_by_hand():
    """A mean of 11 and a mean moving range of 2: limits at 11 plus and minus 5.32."""
    chart = xmr_chart([10, 12] * 6)
    assert chart.centre == 11
    assert chart.low[0] == pytest.approx(11 - 2.66 * 2)
    assert chart.high[0] == pytest.approx(11 + 2.66 * 2)
    assert chart.signals == ()


def test_a_count_outside_the_limits_is_a_signal():
    chart = xmr_chart([10, 12] * 12 + [17])
    assert chart.signals == (Signal(24, 24, ABOVE),)
    assert not chart.signals[0].is_run


def test_a_count_has_no_limit_below_nothing():
    assert xmr_chart([0, 3] * 6).low[0] == 0


@pytest.mark.parametrize(("length", "signals"), [(RUN - 1, 0), (RUN, 1)])
def test_a_run_on_one_side_is_a_signal_from_the_eighth(length, signals):
    values = [10, 12] * 12 + [10.5] * length
    chart = xmr_chart([*values, 12, 10, 12])
    assert len(chart.signals) == signals
    if signals:
        assert chart.signals[0].side == BELOW


def test_what_came_later_does_not_move_the_limits():
    early = [10, 12] * (PERIODS_FOR_LIMITS // 2)
    assert xmr_chart(early).centre == xmr_chart([*early, 50, 60]).centre


def test_the_limits_may_come_from_the_periods_before_a_day():
    chart = xmr_chart([10, 12] * 6 + [30, 32] * 6, baseline=12)
    assert chart.periods_for_limits == 12
    assert {signal.side for signal in chart.signals} == {ABOVE}


@pytest.mark.parametrize(
    "chart", [lambda n: xmr_chart([5] * n), lambda n: p_chart([5] * n, [9] * n)]
)
def test_with_few_periods_there_are_no_limits(chart):
    assert chart(FEWEST_PERIODS - 1) is None
    assert chart(FEWEST_PERIODS) is not None


def test_the_limits_of_shares_by_hand_are_wider_where_fewer_were_counted():
    """A share of 0.5 of 100: a standard error of 0.05, so limits at 0.35 and 0.65."""
    chart = p_chart([50] * 12 + [2], [100] * 12 + [4], baseline=12)
    assert (chart.low[0], chart.high[0]) == (pytest.approx(0.35), pytest.approx(0.65))
    assert (chart.low[12], chart.high[12]) == (0.0, 1.0)


def test_a_share_outside_its_limits_is_a_signal():
    chart = p_chart([50] * 12 + [66, 34], [100] * 14)
    assert [(one.first, one.side) for one in chart.signals] == [(12, ABOVE), (13, BELOW)]


def test_a_period_in_which_nothing_was_counted_is_no_signal_and_breaks_no_run():
    numerators, denominators = [52, 50, 48] * 4 + [51] * 4, [100] * 16
    chart = p_chart(
        [*numerators, 0, 51, 51, 51, 51], [*denominators, 0, 100, 100, 100, 100], baseline=12
    )
    assert chart.signals == (Signal(12, 20, ABOVE),)


def test_nothing_counted_at_all_has_no_chart():
    assert p_chart([0] * 20, [0] * 20) is None


def test_steady_counts_rarely_signal():
    """Of a thousand steady series of 24 months, fewer than one month in fifty is outside."""
    chance = np.random.default_rng(5)
    outside = sum(
        sum(not one.is_run for one in xmr_chart(chance.poisson(100, 24).tolist()).signals)
        for _ in range(1000)
    )
    assert outside / 24_000 < 0.02
