"""A service's own figures beside published ones: which measure answers which indicator.

What the own records say is provisional: it is not published, and a measure may count a little
differently from the published figure. The measure's own words on that are shown with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.casework.policy import SEE_FIGURES, may
from sightline.web.figures import shown_to
from sightline.web.service import Authority, Figure, MeasureShown, Service

MEASURE_OF_INDICATOR: dict[str, str] = {
    "rereferrals": "rereferrals_within_12_months",
    "referrals_without_action": "referrals_with_no_further_action",
    "assessments_in_45_days": "assessments_in_45_days_of_start",
    "conferences_for_each_enquiry": "enquiries_that_led_to_conference",
    "conferences_in_15_days": "conferences_in_15_days",
    "repeat_plans": "second_protection_plans",
    "plans_reviewed_in_time": "later_protection_reviews_in_time",
}
"""The measure that asks of the own records what a published indicator tells, by name."""


@dataclass(frozen=True)
class OwnFigures:
    """A measure's figures by the year they end in (31 March), as one person may see them."""

    measure: MeasureShown
    authority: Authority
    by_year: dict[int, Figure]


def own_figures(person: object, workspace: Service, indicator: str) -> OwnFigures | None:
    """The own figures beside an indicator; None where no measure answers it or nothing is loaded."""
    name = MEASURE_OF_INDICATOR.get(indicator)
    authority = workspace.authority()
    measure = next((one for one in workspace.measures() if one.name == name), None)
    if measure is None or authority is None or not may(person, SEE_FIGURES):
        return None
    figures: Sequence[Figure] = workspace.years(measure.name)
    shown = {figure.day.year: shown_to(person, figure) for figure in figures}
    return OwnFigures(measure, authority, shown) if shown else None
