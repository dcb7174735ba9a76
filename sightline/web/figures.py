"""Figures as one person may see them, and as charts and sentences say them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sightline.casework.policy import LIST_CHILDREN, SEE_SMALL_NUMBERS, may
from sightline.engine.control_chart import ControlChart, Signal
from sightline.engine.measure import LENGTH, RATE
from sightline.web import words
from sightline.web.charts.measure_chart import MeasureChart, Month, Year
from sightline.web.service import Authority, Figure, MeasureShown, Service

SMALLEST_SHOWN = 5
FEW = 30
LATEST_SIGNALS = 6
"""So many signals are told in words, the latest of them; the chart shows all."""


NUMBERS = ("numerator", "denominator", "value", "low", "high", "slowest_tenth")


def shown_to(person: object, figure: Figure | None) -> Figure | None:
    """The figure, with its numbers taken out where they are small and this person may not see them."""
    if figure is None or may(person, SEE_SMALL_NUMBERS):
        return figure
    return without_small(figure)


def without_small(figure: Figure) -> Figure:
    """The figure as anybody may see it: its numbers taken out where they are small."""
    return replace(figure, hidden=True, **dict.fromkeys(NUMBERS)) if _is_small(figure) else figure


def _is_small(figure: Figure) -> bool:
    """A count, or what is left beside it, of one to four children."""
    parts = [figure.numerator or 0]
    if figure.denominator is not None:
        parts += [figure.denominator, figure.denominator - (figure.numerator or 0)]
    return any(0 < part < SMALLEST_SHOWN for part in parts)


def in_front(workspace: Service, measure: str) -> tuple[Figure | None, Figure | None]:
    """The figure to show first and the one to show beside it.

    A month in which few were counted says little: the year is then shown first.
    """
    years = workspace.years(measure)
    month, year = workspace.figure(measure), years[-1] if years else None
    if month and year and max(month.numerator or 0, month.denominator or 0) < FEW:
        return year, month
    return month, year


def children_behind_it(
    person: object, workspace: Service, measure: str, figure: Figure | None
) -> int | None:
    """How many children are behind a figure; None for a person who may not list them.

    It may be a small number where the figure is not, so it goes with the list and not with the figure.
    """
    if figure is None or figure.hidden or not may(person, LIST_CHILDREN):
        return None
    return workspace.children_to_look_at(measure, figure.period)


def chart_of(
    measure: MeasureShown,
    months: Sequence[Figure],
    authority: Authority,
    *,
    size: str,
    years: Sequence[Figure] = (),
    control: ControlChart | None = None,
    team: str = "",
    marked: date | None = None,
) -> MeasureChart:
    """What the chart of a measure draws.

    ``control`` are the limits of its whole months, which are the first of ``months``.
    """
    whose = f"{authority.named}, {team}" if team else authority.named
    return MeasureChart(
        title=measure.title,
        whose=whose[0].upper() + whose[1:],
        description=described(measure, months, authority, team),
        months=_drawn(months, control),
        is_share=measure.is_share,
        years=tuple(
            Year(date(year.day.year - 1, 4, 1), year.day, year.value)
            for year in years
            if year.value is not None and not measure.is_number
        ),
        centre=control.centre if control else None,
        marked_day=marked,
        marked_as=f"Inspected {marked:%B %Y}" if marked else "",
        size=size,
    )


def _drawn(months: Sequence[Figure], control: ControlChart | None) -> tuple[Month, ...]:
    """The months as they are drawn, with their limits where there are any."""
    outside = {one.first for one in control.signals if not one.is_run} if control else set()
    with_limits = len(control.low) if control else 0
    return tuple(
        Month(
            day=month.day,
            value=month.value,
            low=month.low,
            high=month.high,
            lowest=control.low[place] if control and place < with_limits else None,
            highest=control.high[place] if control and place < with_limits else None,
            is_outside=place in outside,
            slowest_tenth=month.slowest_tenth,
        )
        for place, month in enumerate(months)
    )


def signals_in_words(control: ControlChart | None, months: Sequence[Figure]) -> list[str]:
    """What the control chart says, in sentences; the latest change first."""
    if control is None:
        return ["There are too few months to say which changes are more than noise."]
    of = control.periods_for_limits
    limits = (
        f"The limits come from the first {of} months, {months[0].period_words} to "
        f"{months[of - 1].period_words}: between them a figure moves by chance alone."
    )
    if not control.signals:
        return ["No change here is more than noise.", limits]
    told = [_signal_in_words(one, months) for one in reversed(control.signals)]
    more = len(told) - LATEST_SIGNALS
    earlier = (
        [f"{more} earlier changes were more than noise too: see the chart."] if more > 0 else []
    )
    return [*told[:LATEST_SIGNALS], *earlier, limits]


def _signal_in_words(signal: Signal, months: Sequence[Figure]) -> str:
    first, last = months[signal.first].period_words, months[signal.last].period_words
    if signal.is_run:
        number = signal.last - signal.first + 1
        return (
            f"{signal.side.capitalize()} the centre line from {first} to {last}, {number} months "
            "running: more than noise."
        )
    return f"Outside its limits in {first}, {signal.side} them: more than noise."


def described(
    measure: MeasureShown, months: Sequence[Figure], authority: Authority, team: str = ""
) -> str:
    """The chart in one sentence, for people who do not see it."""
    whose = f"{authority.named}, {team}" if team else authority.named
    counted = [month for month in months if month.value is not None]
    if not counted:
        return f"{measure.title}, {whose}: nothing to count in any period."
    least = min(counted, key=lambda month: month.value)
    most = max(counted, key=lambda month: month.value)
    last = counted[-1]
    return (
        f"Line chart, {counted[0].period_words} to {last.period_words}, {whose}. {measure.title}: "
        f"lowest {value_in_words(measure, least)} in {least.period_words}, "
        f"highest {value_in_words(measure, most)} in {most.period_words}, "
        f"last {value_in_words(measure, last)}. The same is in the table."
    )


def value_in_words(measure: MeasureShown, figure: Figure) -> str:
    """A figure as a sentence says it: a share, a length with its unit, a rate or a number."""
    if measure.is_share:
        return words.share_in_words(figure.value)
    if measure.kind == LENGTH:
        return f"{words.number_in_words(figure.value)} {measure.unit_of_length}"
    say = words.decimal_in_words if measure.kind == RATE else words.number_in_words
    return say(figure.value)
