"""Figures as one person may see them, and as charts and sentences say them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sightline.casework.policy import LIST_CHILDREN, SEE_SMALL_NUMBERS, may
from sightline.web import words
from sightline.web.charts.measure_chart import MeasureChart, Month, Year
from sightline.web.service import Authority, Figure, MeasureShown, Service

SMALLEST_SHOWN = 5
FEW = 30


def shown_to(person: object, figure: Figure | None) -> Figure | None:
    """The figure, with its numbers taken out where they are small and this person may not see them."""
    if figure is None or may(person, SEE_SMALL_NUMBERS) or not _is_small(figure):
        return figure
    return replace(
        figure, numerator=None, denominator=None, value=None, low=None, high=None, hidden=True
    )


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
    if month and year and (month.denominator or 0) < FEW:
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
    marked: date | None = None,
) -> MeasureChart:
    """What the chart of a measure draws."""
    return MeasureChart(
        title=measure.title,
        whose=authority.named[0].upper() + authority.named[1:],
        description=described(measure, months, authority),
        months=tuple(
            Month(day=month.day, value=month.value, low=month.low, high=month.high)
            for month in months
        ),
        is_share=measure.is_share,
        years=tuple(
            Year(date(year.day.year - 1, 4, 1), year.day, year.value)
            for year in years
            if year.value is not None
        ),
        marked_day=marked,
        marked_as=f"Inspected {marked:%B %Y}" if marked else "",
        size=size,
    )


def described(measure: MeasureShown, months: Sequence[Figure], authority: Authority) -> str:
    """The chart in one sentence, for people who do not see it."""
    counted = [month for month in months if month.value is not None]
    if not counted:
        return f"{measure.title}, {authority.named}: no month with anything to count."
    say = words.share_in_words if measure.is_share else words.number_in_words
    least = min(counted, key=lambda month: month.value)
    most = max(counted, key=lambda month: month.value)
    last = counted[-1]
    return (
        f"Line chart by month, {counted[0].period_words} to {last.period_words}, "
        f"{authority.named}. {measure.title}: lowest {say(least.value)} in {least.period_words}, "
        f"highest {say(most.value)} in {most.period_words}, "
        f"last {say(last.value)}. The same by month is in the table."
    )
