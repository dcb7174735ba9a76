"""A measure at the inspection and today: two figures, their chart, and the months behind both."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sightline.casework.policy import SEE_SMALL_NUMBERS, may
from sightline.engine.measure import COUNT, STANDING
from sightline.engine.periods import period_named
from sightline.improvement.models import ChosenMeasure
from sightline.improvement.two_colours import MeasureSays
from sightline.web import service
from sightline.web.charts.measure_chart import MeasureChart
from sightline.web.figures import chart_of, children_behind_it, described, in_front, shown_to
from sightline.web.service import Authority, Figure, MeasureShown
from sightline.web.words import month_in_words

TWELVE = 12


@dataclass(frozen=True)
class ThenAndNow:
    """One chosen measure as its part of the page shows it.

    ``then``, ``now``  twelve months together, up to the baseline and up to today; "value" is their
                       share or number, and otherwise the average of the months.
    ``latest``         the figure that leads to the children behind it.
    ``months``         those of the chart, for its table; none where the person sees no small number.
    """

    says: MeasureSays
    then: Figure | None
    now: Figure | None
    latest: Figure | None
    children: int | None
    months: tuple[Figure, ...]
    description: str

    @property
    def chosen(self) -> ChosenMeasure:
        """The choice itself."""
        return self.says.chosen

    @property
    def measure(self) -> MeasureShown | None:
        """The measure, None where there is no such measure now."""
        return self.says.measure


def then_and_now(person: object, workspace: service.Service, says: MeasureSays) -> ThenAndNow:
    """What a person sees of one chosen measure."""
    measure, moved = says.measure, says.movement
    authority = workspace.authority()
    if measure is None or authority is None:
        return ThenAndNow(says, None, None, None, None, (), "")
    latest = shown_to(person, in_front(workspace, measure.name)[0])
    months = moved.months if may(person, SEE_SMALL_NUMBERS) else ()
    return ThenAndNow(
        says=says,
        then=shown_to(person, together(measure, months_then(says))),
        now=shown_to(person, together(measure, months_now(says))),
        latest=latest,
        children=children_behind_it(person, workspace, measure.name, latest),
        months=tuple(months),
        description=in_one_sentence(says, months, authority) if months else "",
    )


def months_then(says: MeasureSays) -> Sequence[Figure]:
    """The last twelve months up to the baseline."""
    return says.movement.months[: says.movement.before][-TWELVE:]


def months_now(says: MeasureSays) -> Sequence[Figure]:
    """The last twelve months since the baseline."""
    return says.movement.months[says.movement.before :][-TWELVE:]


def together(measure: MeasureShown, months: Sequence[Figure]) -> Figure | None:
    """Some months as one figure: added up, or, where they cannot be, on average."""
    if not months:
        return None
    first = period_named(months[0].period).first_day
    numerator = sum(one.numerator or 0 for one in months)
    among = sum(one.denominator or 0 for one in months)
    value = fmean(one.value for one in months)
    if measure.is_share:
        value = numerator / among
    elif measure.kind == COUNT:
        value = float(numerator)
    elif measure.kind == STANDING:
        # What stands is counted once a month: to add it up would count the same child again.
        numerator, among = round(numerator / len(months)), round(among / len(months))
    return Figure(
        period=months[-1].period,
        period_words=f"{month_in_words(first)} to {month_in_words(months[-1].day)}",
        day=months[-1].day,
        numerator=numerator,
        denominator=among if any(one.denominator for one in months) else None,
        value=value,
    )


def chart_of_says(says: MeasureSays, authority: Authority, size: str) -> MeasureChart:
    """The chart: the months the limits come from, the inspection as a line, and every month since."""
    return chart_of(
        says.measure,
        says.movement.months,
        authority,
        size=size,
        control=says.movement.chart,
        marked=says.chosen.baseline,
    )


def in_one_sentence(says: MeasureSays, months: Sequence[Figure], authority: Authority) -> str:
    """The chart in one sentence, with the baseline and what was made of it."""
    day = says.chosen.baseline
    said = described(says.measure, months, authority)
    return f"{said} A line marks the baseline, {day.day} {day:%B %Y}. {says.movement.because}"
