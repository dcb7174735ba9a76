"""Whether a measure moved by more than noise, in the direction wanted, since a day; and whether it held.

Limits come from the last 24 whole months before the baseline, twelve at least, and stand still.
What came after is held against them by the engine's control charts. A *move* is

- eight or more months running on one side of the centre line, counted from the baseline on; or
- two or more of the last eight months outside the limits on one side. One month alone is odd, and
  is said; it is no move.

The latest move that reaches into the last eight months says which way the measure went: an older
one no longer speaks of today. An improvement has held when each of the last months, as many as the
plan states, lies on the better side of the centre line.

The month in which the baseline falls counts neither way. A month in which nothing was counted
says nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sightline.engine.control_chart import (
    ABOVE,
    BELOW,
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


FEWEST_OUTSIDE = 2
"""So many of the last ``RUN`` months outside the limits on one side are a move."""


FEW = 5
"""With fewer on either side of a share in a usual month, chance looks like a move more often."""


LOPSIDED = 2 / 3
"""Where so large a part of the months before lay on one side, a run there comes about by chance."""


class Month(Protocol):
    """A measure in one month. ``value`` is the share, rate, middle length or number; None if untold."""

    period: str
    numerator: int | None
    denominator: int | None
    value: float | None


@dataclass(frozen=True)
class Move:
    """More than noise on one side: ``number`` months between two places, running or outside the limits."""

    side: str
    first: int
    last: int
    number: int
    is_run: bool = True


@dataclass(frozen=True)
class Movement:
    """What a measure says since a baseline.

    ``because``  one sentence that a reader can check on the chart.
    ``months``   those the chart draws: the months the limits come from, and every later one.
    ``before``   how many of them the limits come from.
    ``since``    the first day of the change that counts; None where there is none.
    ``caution``  what makes the answer less sure; "" where nothing does.
    """

    answer: str
    because: str
    months: tuple[Month, ...] = ()
    before: int = 0
    chart: ControlChart | None = None
    since: date | None = None
    caution: str = ""


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
    return _judged(drawn, len(before), chart, kind, wanted, held_months)


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
    months: tuple[Month, ...],
    before: int,
    chart: ControlChart,
    kind: str,
    wanted: str,
    held_months: int,
) -> Movement:
    """The answer where there is a chart and enough months on both sides of the baseline."""
    runs = _runs_since(chart.signals, before)
    lately = max(before, len(months) - RUN)
    moves = [one for one in runs if one.last >= lately] + _outside(chart.signals, lately)
    made: dict[str, Any] = {
        "months": months,
        "before": before,
        "chart": chart,
        "caution": _caution(months[:before], kind, chart.centre),
    }
    if not moves:
        return Movement(NO_CHANGE, _no_change(runs, chart.signals, lately, months, wanted), **made)
    latest = max(moves, key=lambda one: (one.last, one.is_run))
    said = _in_words(latest, months)
    made["since"] = period_named(months[latest.first].period).first_day
    if not _is_good(latest.side, wanted):
        return Movement(WORSE, f"{said}, on the worse side.", **made)
    held = months[max(before, len(months) - held_months) :]
    on_side = [_is_better(one, chart.centre, wanted) for one in held]
    if len(held) == held_months and all(on_side):
        words = f"each of the last {held_months} months is on the better side of the centre line"
        return Movement(IMPROVED_AND_HELD, f"{said}, and {words}.", **made)
    return Movement(IMPROVED, f"{said}. {_not_held(held, on_side, held_months)}", **made)


def _caution(months: Sequence[Month], kind: str, centre: float) -> str:
    """What in the months before the baseline makes a move by chance alone more likely."""
    if kind == SHARE:
        reached = sum(one.numerator or 0 for one in months) / len(months)
        others = sum(one.denominator or 0 for one in months) / len(months) - reached
        if min(reached, others) < FEW:
            return (
                "Few are counted in a month, or all but few: read it with care, and read the cases."
            )
    for side, words in ((HIGHER, "above"), (LOWER, "below")):
        there = sum(_is_better(one, centre, side) for one in months)
        if there >= LOPSIDED * len(months):
            return (
                f"Before the baseline {there} of {len(months)} months lay {words} the centre line "
                "already, so a run there means less."
            )
    return ""


def _runs_since(signals: Iterable[Signal], before: int) -> list[Move]:
    """The runs since the baseline; of one that began earlier its part since, if that is long enough."""
    cut = [
        Move(one.side, max(one.first, before), one.last, one.last - max(one.first, before) + 1)
        for one in signals
        if one.is_run
    ]
    return [one for one in cut if one.number >= RUN]


def _outside(signals: Iterable[Signal], lately: int) -> list[Move]:
    """For each side with enough months outside the limits lately: from the first of them to the last."""
    found = []
    for side in (ABOVE, BELOW):
        places = [
            one.first
            for one in signals
            if not one.is_run and one.side == side and one.first >= lately
        ]
        if len(places) >= FEWEST_OUTSIDE:
            found.append(Move(side, places[0], places[-1], len(places), is_run=False))
    return found


def _is_good(side: str, wanted: str) -> bool:
    return (side == ABOVE) == (wanted == HIGHER)


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


def _no_change(
    runs: Sequence[Move],
    signals: Iterable[Signal],
    lately: int,
    months: Sequence[Month],
    wanted: str,
) -> str:
    """No move now; what month is odd all the same, and what there was that did not last."""
    said = (
        f"In the last {RUN} months no run is long enough, and fewer than two lie outside the limits"
    )
    odd = [one.first for one in signals if not one.is_run and one.first >= lately]
    if odd:
        said += f"; {_month(months[odd[-1]])} does, alone"
    if not runs:
        return f"{said}."
    way = "better" if _is_good(runs[-1].side, wanted) else "worse"
    return f"{said}. Earlier: {_in_words(runs[-1], months)}, on the {way} side; it did not last."


def _in_words(move: Move, months: Sequence[Month]) -> str:
    first, last = _month(months[move.first]), _month(months[move.last])
    if move.is_run:
        return f"{move.number} months running on one side of the centre line, {first} to {last}"
    return f"{move.number} of the last {RUN} months outside the limits, {first} to {last}"


def _counted(number: int) -> str:
    return "No whole month" if number == 0 else f"{number} whole month{'s' if number > 1 else ''}"


def _month(month: Month) -> str:
    return f"{period_named(month.period).first_day:%B %Y}"


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
