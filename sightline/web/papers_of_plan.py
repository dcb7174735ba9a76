"""Papers made from a plan of this workspace: the figures as the paper's readers may see them."""

from dataclasses import dataclass
from datetime import date

from sightline.improvement.models import Plan
from sightline.improvement.papers.building import MEMBERS, SELF_EVALUATION, paper_of
from sightline.improvement.papers.content import Paper
from sightline.improvement.papers.figures import FigureTold, MeasureTold
from sightline.improvement.papers.self_evaluation import paper_of_claims
from sightline.improvement.reading import read_plan
from sightline.improvement.self_evaluation import STALE_AFTER, claims_of
from sightline.improvement.two_colours import MeasureSays
from sightline.inspections.authorities import authority_with_urn
from sightline.records.standards import value_on
from sightline.web import documents, service
from sightline.web.charts.house_style import WIDE
from sightline.web.charts.measure_chart import draw
from sightline.web.figures import value_in_words, without_small
from sightline.web.local_values import local_values
from sightline.web.pages.improvement.then_and_now import (
    chart_of_says,
    in_one_sentence,
    months_now,
    months_then,
    together,
)
from sightline.web.service import Authority, Figure, MeasureShown, NothingLoaded, Service

NO_DEFINITION = "The rule book says what is counted."


@dataclass(frozen=True)
class WorkspaceReader:
    """What papers are told of a workspace. ``hides`` small numbers, and with them months and charts."""

    workspace: Service
    authority: Authority
    hides: bool

    @property
    def day(self) -> date:
        """The day the records speak of."""
        return self.authority.day

    @property
    def whose(self) -> str:
        """Whose records they are."""
        return self.authority.named

    def told(self, says: MeasureSays) -> MeasureTold:
        """One chosen measure as the readers of this paper may see it."""
        measure = says.measure
        if measure is None:
            return MeasureTold(
                says, says.chosen.measure, "There is no such measure now.", None, None
            )
        drawn = () if self.hides else says.movement.months
        return MeasureTold(
            says=says,
            title=measure.title,
            definition=_definition(measure),
            then=self._together(measure, months_then(says)),
            now=self._together(measure, months_now(says)),
            months=tuple(_told(measure, one, one.period_words, one.period) for one in drawn),
            svg=draw(chart_of_says(says, self.authority, WIDE)) if drawn else "",
            description=in_one_sentence(says, drawn, self.authority) if drawn else "",
        )

    def _together(self, measure: MeasureShown, months: tuple[Figure, ...]) -> FigureTold | None:
        figure = together(measure, months)
        if figure is None:
            return None
        seen = without_small(figure) if self.hides else figure
        return _told(measure, seen, figure.period_words, months[0].period)


def made(kind: str, plan: Plan, day: date) -> Paper:
    """The paper of this kind about a plan, as it stands on ``day``. Raises NothingLoaded."""
    workspace = service.current()
    authority = workspace.authority()
    if authority is None:
        raise NothingLoaded("A paper needs records, and none are loaded.")
    notice = _notice(plan, authority)
    if kind == SELF_EVALUATION:
        claims = claims_of(plan, documents.library().documents, day, local_values())
        months = int(value_on(STALE_AFTER, day, local_values()))
        return paper_of_claims(plan, claims, months, day, notice)
    read = read_plan(plan, workspace, day, local_values())
    reader = WorkspaceReader(workspace, authority, hides=kind == MEMBERS)
    return paper_of(kind, read, reader, day, notice)


def _notice(plan: Plan, authority: Authority) -> str:
    """What stands on every page where the records are made up, or are not the plan's council's."""
    if not authority.made_up:
        return (
            ""
            if plan.authority in ("", authority.name)
            else (f"The sentences are about {plan.authority}; the figures are {authority.name}'s.")
        )
    words = (
        f"Made up: {authority.name} does not exist. Figures, people and actions here are made up."
    )
    if plan.authority and authority_with_urn(plan.urn):
        words += (
            f" They are not {plan.authority}'s: only the inspectors' sentences are about "
            f"{plan.authority}."
        )
    return words


def _definition(measure: MeasureShown) -> str:
    counted = measure.numerator_words
    if measure.denominator_words and not measure.is_number:
        counted = f"{counted}, out of {measure.denominator_words}"
    return f"{measure.definition or NO_DEFINITION} Counted: {counted}."


def _told(measure: MeasureShown, figure: Figure, words: str, first: str) -> FigureTold:
    return FigureTold(
        period_words=words,
        first=first,
        last=figure.period,
        numerator=figure.numerator,
        denominator=figure.denominator,
        value_words="" if figure.hidden else value_in_words(measure, figure),
        is_share=measure.is_share,
        hidden=figure.hidden,
    )
