"""Whether a measure moved by more than noise, in the direction wanted, since a day; and whether it held.

Limits come from the last 24 whole months before the baseline, twelve at least, and stand still.
What came after is held against them. A signal is a month outside the limits, or eight or more
months running on one side of the centre line, as the engine's control charts have it; a run counts
from the baseline on.

The latest signal that ends within the last eight months says which way it moved: an older one no
longer speaks of today. An improvement has held when each of the last months, as many as the plan
states, lies on the better side of the centre line.

The month in which the baseline falls counts neither way. A month in which nothing was counted
says nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sightline.engine.control_chart import (
    ABOVE,
    FEWEST_PERIODS,
    PERIODS_FOR_LIMITS,
    RUN,
    ControlChart,
    Signal,
    p_chart,
    xmr_chart,
)
from sightline.engine.measure import HIGHER, LOWER, SHARE
from sightline.engine.periods import period_named

IMPROVED_AND_HELD = "improved and held"
IMPROVED = "improved, not yet held"
NO_CHANGE = "no change beyond noise"
WORSE = "worse"
CANNOT_TELL = "cannot tell"
ANSWERS = (IMPROVED_AND_HELD, IMPROVED, NO_CHANGE, WORSE, CANNOT_TELL)

FEWEST_SINCE = 3
"""With fewer whole months since the baseline nobody can tell which way a measure goes."""


class Month(Protocol):
    """A measure in one month. ``value`` is the share, rate, middle length or number; None if untold."""

    period: str
    numerator: int | None
    denominator: int | None
    value: float | None


@dataclass(frozen=True)
class Movement:
    """What a measure says since a baseline.

    ``because``  one sentence that a reader can check on the chart.
    ``months``   those the chart draws: the months the limits come from, and every later one.
    ``before``   how many of them the limits come from.
    ``since``    the first day of the change that counts; None where there is none.
    """

    answer: str
    because: str
    months: tuple[Month, ...] = ()
    before: int = 0
    chart: ControlChart | None = None
    since: date | None = None


def movement(
    months: Iterable[Month],
    *,
    kind: str,
    wanted: str,
    baseline: date,
    held_months: int,
    asked: date,
    earliest: date | None = None,
) -> Movement:
    """What these months say of a measure since ``baseline``.

    ``kind`` is the measure's (``engine.measure.FIGURE_KINDS``), ``wanted`` higher or lower,
    ``asked`` the day its records speak of, ``earliest`` the first day they reach back to.
    """
    told = [one for one in months if _is_told(one, kind) and _last_day(one) <= asked]
    before = [one for one in told if _last_day(one) <= baseline][-PERIODS_FOR_LIMITS:]
    since = [one for one in told if period_named(one.period).first_day > baseline]
    drawn = tuple(before + since)
    why_not = _why_not(told, before, since, wanted, baseline, earliest)
    if why_not:
        return Movement(CANNOT_TELL, why_not, drawn, len(before))
    chart = _chart(drawn, kind, len(before))
    if chart is None:
        return Movement(CANNOT_TELL, "Nothing was counted before the baseline.", drawn, len(before))
    return _judged(drawn, len(before), chart, wanted, held_months)


def _is_told(month: Month, kind: str) -> bool:
    return month.value is not None and (kind != SHARE or bool(month.denominator))


def _last_day(month: Month) -> date:
    return period_named(month.period).last_day


def _why_not(
    told: Sequence[Month],
    before: Sequence[Month],
    since: Sequence[Month],
    wanted: str,
    baseline: date,
    earliest: date | None,
) -> str:
    """Why nobody can tell; "" where somebody can."""
    if not told:
        return "The records do not answer this measure."
    if wanted not in (HIGHER, LOWER):
        return "The plan does not say whether a higher or a lower figure is wanted."
    if earliest and baseline < earliest:
        return (
            f"The records reach back to {_words(earliest)}, and the baseline is {_words(baseline)}."
        )
    if len(before) < FEWEST_PERIODS:
        return (
            f"{_counted(len(before))} before the baseline can be told, and {FEWEST_PERIODS} are "
            "needed to know what is noise."
        )
    if len(since) < FEWEST_SINCE:
        return (
            f"{_counted(len(since))} since the baseline can be told, and {FEWEST_SINCE} are needed."
        )
    return ""


def _chart(months: Sequence[Month], kind: str, before: int) -> ControlChart | None:
    if kind == SHARE:
        return p_chart(
            [one.numerator or 0 for one in months],
            [one.denominator or 0 for one in months],
            baseline=before,
        )
    return xmr_chart([float(one.value or 0) for one in months], baseline=before)


def _judged(
    months: tuple[Month, ...], before: int, chart: ControlChart, wanted: str, held_months: int
) -> Movement:
    """The answer where there is a chart and enough months on both sides of the baseline."""
    signals = _since(chart.signals, before)
    standing = [one for one in signals if one.last >= len(months) - RUN]
    made = {"months": months, "before": before, "chart": chart}
    if not standing:
        return Movement(NO_CHANGE, _no_change(signals, months, wanted), **made)
    latest = max(standing, key=lambda one: (one.last, one.is_run))
    said = _signal_in_words(latest, months)
    first = period_named(months[latest.first].period).first_day
    if not _is_good(latest, wanted):
        return Movement(WORSE, f"{said}, on the worse side.", since=first, **made)
    lately = months[max(before, len(months) - held_months) :]
    on_side = [_is_better(one, chart.centre, wanted) for one in lately]
    if len(lately) == held_months and all(on_side):
        held = f"each of the last {held_months} months is on the better side of the centre line"
        return Movement(IMPROVED_AND_HELD, f"{said}, and {held}.", since=first, **made)
    return Movement(
        IMPROVED, f"{said}. {_not_held(lately, on_side, held_months)}", since=first, **made
    )


def _since(signals: Iterable[Signal], before: int) -> list[Signal]:
    """The signals since the baseline; of a run that began earlier, its part since, if long enough."""
    found = []
    for one in signals:
        since = Signal(max(one.first, before), one.last, one.side)
        is_long_enough = not one.is_run or since.last - since.first + 1 >= RUN
        if one.last >= before and is_long_enough:
            found.append(since)
    return found


def _is_good(signal: Signal, wanted: str) -> bool:
    return (signal.side == ABOVE) == (wanted == HIGHER)


def _is_better(month: Month, centre: float, wanted: str) -> bool:
    value = month.value or 0.0
    return value > centre if wanted == HIGHER else value < centre


def _not_held(lately: Sequence[Month], on_side: Sequence[bool], held_months: int) -> str:
    """Why an improvement does not count as held yet."""
    if len(lately) < held_months:
        return f"Only {_counted(len(lately))} since the baseline; {held_months} are to hold."
    off = [one for one, better in zip(lately, on_side, strict=True) if not better]
    return (
        f"Not held: of the last {held_months} months, {_month(off[-1])} was not on the better side "
        "of the centre line."
    )


def _no_change(signals: Sequence[Signal], months: Sequence[Month], wanted: str) -> str:
    """No change now, and what there was since the baseline that did not last."""
    if not signals:
        return "No month since the baseline is outside the limits, and no run is long enough."
    latest = signals[-1]
    way = "better" if _is_good(latest, wanted) else "worse"
    return (
        f"None in the last {RUN} months. {_signal_in_words(latest, months)}, on the {way} side: "
        "it did not last."
    )


def _signal_in_words(signal: Signal, months: Sequence[Month]) -> str:
    first, last = _month(months[signal.first]), _month(months[signal.last])
    if signal.is_run:
        number = signal.last - signal.first + 1
        return f"{number} months running on one side of the centre line, {first} to {last}"
    return f"Outside the limits in {first}"


def _counted(number: int) -> str:
    return "No whole month" if number == 0 else f"{number} whole month{'s' if number > 1 else ''}"


def _month(month: Month) -> str:
    return f"{period_named(month.period).first_day:%B %Y}"


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
