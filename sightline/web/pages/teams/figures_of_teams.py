"""Figures of teams as one person may see them: small numbers hidden, and what would tell them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sightline.casework.policy import SEE_SMALL_NUMBERS, may
from sightline.engine.measure import LENGTH, RATE
from sightline.engine.periods import MONTH, YEAR
from sightline.engine.small_numbers import hidden_among
from sightline.web import service
from sightline.web.figures import NUMBERS, shown_to

# Thresholds: what comes in and how it is decided. Timeliness: what is done by its day.
THRESHOLDS = (
    "contacts_decided_in_time",
    "contacts_that_became_referrals",
    "referrals_decided_in_time",
    "referrals_with_no_further_action",
    "referrals_that_led_to_assessment",
    "rereferrals_within_12_months",
    "enquiries_that_led_to_conference",
    "repeat_protection_plans",
)
TIMELINESS = (
    "assessments_in_45_days_of_start",
    "assessments_overdue",
    "children_seen_in_assessments",
    "conferences_in_15_days",
    "first_core_groups_in_time",
    "protection_visits_in_time",
    "first_protection_reviews_in_time",
    "later_protection_reviews_in_time",
    "child_in_need_visits_in_time",
    "care_visits_in_time",
    "care_reviews_in_time",
    "return_interviews_in_72_hours",
    "visits_recorded_in_time",
    "cases_in_supervision",
    "protected_children_in_supervision",
)


@dataclass(frozen=True)
class OfTeam:
    """The figure of one team; None where nothing was counted for it in that period."""

    team: str
    figure: service.Figure | None


def latest_of(
    workspace: service.Service, measure: service.MeasureShown, team: str
) -> service.Figure | None:
    """A team's latest figure: of the last whole year, or of the last day where it is what stands.

    Months of one team are of few, so a year is shown where there is one.
    """
    grain = MONTH if measure.at_end else YEAR
    figures = workspace.series(measure.name, grain, team)
    if not figures and not measure.at_end:
        figures = workspace.series(measure.name, MONTH, team)
    return figures[-1] if figures else None


def side_by_side(
    person: object, workspace: service.Service, measure: service.MeasureShown
) -> list[OfTeam]:
    """One measure of every team in one period, the latest of any; in the order of the alphabet.

    Where one team's small number is hidden, the next smallest is hidden too: the service's figure
    would tell it.
    """
    found = {team: latest_of(workspace, measure, team) for team in workspace.teams(measure.name)}
    period = max((one.period for one in found.values() if one), default="")
    told = [
        OfTeam(team, figure if figure and figure.period == period else None)
        for team, figure in sorted(found.items())
    ]
    if may(person, SEE_SMALL_NUMBERS):
        return told
    return _with_small_hidden(told)


def _with_small_hidden(told: Sequence[OfTeam]) -> list[OfTeam]:
    counts = [
        (one.figure.numerator or 0, one.figure.denominator or 0) if one.figure else (0, 0)
        for one in told
    ]
    return [
        replace(one, figure=hidden(one.figure)) if hide and one.figure else one
        for one, hide in zip(told, hidden_among(counts), strict=True)
    ]


def hidden(figure: service.Figure) -> service.Figure:
    """The figure without its numbers."""
    return replace(figure, hidden=True, **dict.fromkeys(NUMBERS))


def figures_of_team(
    person: object, workspace: service.Service, team: str, names: Sequence[str]
) -> list[tuple[service.MeasureShown, service.Figure]]:
    """The latest figure of a team in each of these measures in which it has one."""
    by_name = {one.name: one for one in workspace.measures()}
    found = []
    for name in names:
        measure = by_name.get(name)
        if measure is None or team not in workspace.teams(name):
            continue
        if may(person, SEE_SMALL_NUMBERS):
            figure = shown_to(person, latest_of(workspace, measure, team))
        else:
            shown = {one.team: one.figure for one in side_by_side(person, workspace, measure)}
            figure = shown.get(team)
        if figure is not None:
            found.append((measure, figure))
    return found


def of_teams(workspace: service.Service) -> list[service.MeasureShown]:
    """The measures that tell teams side by side, those of thresholds and timeliness first."""
    first = {name: place for place, name in enumerate((*THRESHOLDS, *TIMELINESS))}
    told = [
        one
        for one in workspace.measures()
        if one.of_children and one.kind not in (RATE, LENGTH) and len(workspace.teams(one.name))
    ]
    return sorted(told, key=lambda one: first.get(one.name, len(first)))
