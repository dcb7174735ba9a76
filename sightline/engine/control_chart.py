"""Control charts: whether a figure moved by more than its own noise.

A count is drawn as an XmR chart: its limits are the mean plus and minus 2.66 times the mean moving
range, the mean difference between one period and the next. A share is drawn as a p chart: its
limits are three standard errors either side of the share of all periods, wider where fewer were
counted. Two things are signals: a period outside the limits, and a run of periods on one side of
the centre line. (D. J. Wheeler, Understanding Variation; W. A. Shewhart's p chart.)

Limits come from the first periods alone, so that what came later is held against them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

PERIODS_FOR_LIMITS = 24
"""Months that the limits are worked out from, where there are so many."""
FEWEST_PERIODS = 12
"""With fewer periods no limits are drawn."""
RUN = 8
"""So many periods in a row on one side of the centre are a signal."""
RANGE_TO_LIMIT = 2.66  # 3 divided by d2 = 1.128, the mean range of two draws
STANDARD_ERRORS = 3.0

ABOVE, BELOW = "above", "below"


@dataclass(frozen=True)
class Signal:
    """A change that is more than noise.

    ``first`` and ``last``  the places of its periods; one and the same for a single period.
    ``side``                above or below the centre line.
    """

    first: int
    last: int
    side: str

    @property
    def is_run(self) -> bool:
        """True for a run on one side, False for one period outside the limits."""
        return self.last > self.first


@dataclass(frozen=True)
class ControlChart:
    """The centre line, the limits by period, and the signals, oldest first."""

    centre: float
    low: tuple[float, ...]
    high: tuple[float, ...]
    signals: tuple[Signal, ...]
    periods_for_limits: int


def xmr_chart(values: Sequence[float], *, baseline: int | None = None) -> ControlChart | None:
    """The chart of counts, or of any number that is no share, one a period, oldest first.

    ``baseline`` is how many of the first periods the limits come from, by default
    ``PERIODS_FOR_LIMITS``. None with fewer than ``FEWEST_PERIODS`` of them. Counts cannot be
    below nothing: nor is the lower limit.
    """
    of = _periods_for_limits(len(values), baseline)
    if of is None:
        return None
    numbers = np.asarray(values, dtype=float)
    centre = float(numbers[:of].mean())
    reach = RANGE_TO_LIMIT * float(np.abs(np.diff(numbers[:of])).mean())
    low, high = (
        np.full(len(numbers), max(centre - reach, 0.0)),
        np.full(len(numbers), centre + reach),
    )
    return _chart(numbers, centre, low, high, of)


def p_chart(
    numerators: Sequence[int], denominators: Sequence[int], *, baseline: int | None = None
) -> ControlChart | None:
    """The chart of shares; ``baseline`` as in ``xmr_chart``.

    None with too few periods, or where nothing was counted in those the limits come from. A
    period in which nothing was counted has limits of 0 and 1 and is no signal, nor does it break a run.
    """
    of = _periods_for_limits(len(numerators), baseline)
    among = np.asarray(denominators, dtype=float)
    if of is None or not among[:of].sum():
        return None
    centre = float(np.sum(numerators[:of]) / among[:of].sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        reach = STANDARD_ERRORS * np.sqrt(centre * (1 - centre) / among)
        shares = np.asarray(numerators, dtype=float) / among
    low = np.where(among > 0, np.maximum(centre - reach, 0.0), 0.0)
    high = np.where(among > 0, np.minimum(centre + reach, 1.0), 1.0)
    return _chart(shares, centre, low, high, of)


def _periods_for_limits(number: int, baseline: int | None) -> int | None:
    of = min(number, PERIODS_FOR_LIMITS if baseline is None else baseline)
    return of if of >= FEWEST_PERIODS else None


def _chart(
    values: np.ndarray, centre: float, low: np.ndarray, high: np.ndarray, of: int
) -> ControlChart:
    outside = [
        Signal(at, at, ABOVE if values[at] > high[at] else BELOW)
        for at in np.flatnonzero((values > high) | (values < low)).tolist()
    ]
    signals = sorted([*outside, *_runs(values, centre)], key=lambda one: (one.first, one.last))
    return ControlChart(centre, tuple(low.tolist()), tuple(high.tolist()), tuple(signals), of)


def _runs(values: np.ndarray, centre: float) -> list[Signal]:
    """Runs of ``RUN`` or more on one side; a period on the line ends one, an empty one does not."""
    told = [(at, np.sign(value - centre)) for at, value in enumerate(values) if not np.isnan(value)]
    runs: list[Signal] = []
    begun = 0
    for place in range(1, len(told) + 1):
        if place < len(told) and told[place][1] == told[begun][1]:
            continue
        side = told[begun][1] if told else 0
        if side and place - begun >= RUN:
            runs.append(Signal(told[begun][0], told[place - 1][0], ABOVE if side > 0 else BELOW))
        begun = place
    return runs
