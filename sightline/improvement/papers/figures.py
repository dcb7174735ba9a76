"""What a paper is told of a measure, and how its numbers and tables come of it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sightline.engine.periods import period_named
from sightline.improvement.papers.content import HIDDEN, MEASURE, Chart, Number, Part, Table
from sightline.improvement.two_colours import MeasureSays

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_FIGURE = "cannot be told"
NOTHING_COUNTED = "none"


@dataclass(frozen=True)
class FigureTold:
    """A measure over some months together, as the reader of this paper may see it.

    ``value_words`` is the share, rate or number as it is printed; ``hidden`` where it is too small.
    """

    period_words: str
    first: str
    last: str
    numerator: int | None
    denominator: int | None
    value_words: str
    is_share: bool
    hidden: bool = False


@dataclass(frozen=True)
class MeasureTold:
    """One chosen measure as a paper tells of it.

    ``months`` and ``svg`` are empty where the reader may not see small numbers.
    """

    says: MeasureSays
    title: str
    definition: str
    then: FigureTold | None
    now: FigureTold | None
    months: tuple[FigureTold, ...] = ()
    svg: str = ""
    description: str = ""


class Reader(Protocol):
    """What a paper asks of the workspace."""

    day: date
    """The day the records speak of."""
    whose: str
    """Whose records they are."""

    def told(self, says: MeasureSays) -> MeasureTold:
        """One chosen measure as the reader of the paper may see it."""


def parts_of_figure(name: str, figure: FigureTold | None) -> tuple[Part, ...]:
    """A figure as a table says it: the share with what it is made of, or the number alone."""
    if figure is None:
        return (NO_FIGURE,)
    if figure.hidden:
        return (HIDDEN,)
    value = _number(name, figure, "value", figure.value_words)
    if not figure.is_share or figure.numerator is None or figure.denominator is None:
        return (value,)
    return (
        value,
        " (",
        _number(name, figure, "numerator", f"{figure.numerator:,}"),
        " of ",
        _number(name, figure, "denominator", f"{figure.denominator:,}"),
        ")",
    )


def then_and_now_table(measures: tuple[MeasureTold, ...], caption: str) -> Table:
    """Each measure at the baseline and now, a row a measure, with what it says."""
    rows = tuple(
        (
            (one.title,),
            _with_period(one, one.then),
            _with_period(one, one.now),
            (one.says.movement.answer.capitalize(),),
        )
        for one in measures
    )
    heads = ("Measure", "Up to the baseline", "Now", "What it says")
    return Table(caption, heads, rows, (34, 24, 24, 18))


def _with_period(one: MeasureTold, figure: FigureTold | None) -> tuple[Part, ...]:
    parts = parts_of_figure(one.says.chosen.measure, figure)
    return parts if figure is None else (*parts, f", {figure.period_words}")


def chart_and_table(one: MeasureTold) -> tuple[Chart, Table]:
    """The chart of a measure and, beside it, every month that it draws."""
    baseline = in_words(one.says.chosen.baseline)
    chart = Chart(
        one.svg, one.description, f"{one.title}. The line marks the baseline, {baseline}."
    )
    years: dict[int, dict[int, tuple[Part, ...]]] = {}
    for month in one.months:
        day = period_named(month.last).last_day
        number = _number(one.says.chosen.measure, month, "value", month.value_words)
        years.setdefault(day.year, {})[day.month] = (number,)
    rows = tuple(
        ((str(year),), *(found.get(month, ("",)) for month in range(1, 13)))
        for year, found in sorted(years.items())
    )
    widths = (8, *(8 for _ in MONTHS))
    return chart, Table(f"{one.title}, by month", ("Year", *MONTHS), rows, widths, is_small=True)


def definitions_table(measures: tuple[MeasureTold, ...], reader: Reader) -> Table:
    """What each figure counts, from which day, and where it comes from."""
    rows = tuple(
        (
            (one.title,),
            (one.definition,),
            (in_words(one.says.chosen.baseline),),
            (
                f"Sightline, measure {one.says.chosen.measure}, records of {reader.whose} "
                f"up to {in_words(reader.day)}",
            ),
        )
        for one in measures
    )
    heads = ("Figure", "What is counted", "Baseline", "Source")
    return Table("Every figure, what it counts and where it is from", heads, rows, (24, 36, 14, 26))


def _number(name: str, figure: FigureTold, part: str, text: str) -> Number:
    return Number(text, MEASURE, name, part, figure.first, figure.last)


def in_words(day: date | None) -> str:
    """A day as people say it; words for none."""
    return f"{day.day} {day:%B %Y}" if day else "no day"
