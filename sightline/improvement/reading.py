"""A plan read whole, for pages and papers: objectives, both colours, actions, posts and money.

Everything is as the plan and the records stand now. Figures are not hidden here: whoever shows
them asks the policy (``web.figures.shown_to``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.improvement.models import Action, Objective, Plan, Sentence, Step
from sightline.improvement.owners_day import ActionOnDay, actions_of_plan
from sightline.improvement.people import has_left, name_of
from sightline.improvement.posts_and_money import MoneyNow, PostNow, money_of, posts_of
from sightline.improvement.two_colours import Figures, TwoColours, two_colours

NOT_SHOWN = (Objective.State.MERGED, Objective.State.SPLIT)
"""Objectives that live on in others: their own pages are there, the plan does not list them."""


@dataclass(frozen=True)
class ObjectiveRead:
    """One objective with what a reader of the plan must know of it.

    ``closed`` is the step that closed it, None while it is open.
    """

    objective: Objective
    sentences: tuple[Sentence, ...]
    colours: TwoColours
    open_actions: tuple[ActionOnDay, ...]
    ended_actions: tuple[Action, ...]
    closed: Step | None

    @property
    def owner(self) -> str:
        """The owner as the plan names them; "" where nobody is named."""
        return name_of(self.objective.owner, self.objective.owner_elsewhere)

    @property
    def sponsor(self) -> str:
        """The sponsor as the plan names them; "" where nobody is named."""
        return name_of(self.objective.sponsor, self.objective.sponsor_elsewhere)

    @property
    def is_nobodys(self) -> bool:
        """Whether its owner or sponsor no longer signs in: it must be handed over."""
        return has_left(self.objective.owner) or has_left(self.objective.sponsor)

    @property
    def is_done_without_change(self) -> bool:
        """Whether all its actions are done and no measure shows that anything changed for it."""
        done = [one for one in self.ended_actions if one.state == Action.State.DONE]
        return bool(done) and not self.open_actions and not self.colours.is_shown


@dataclass(frozen=True)
class PlanRead:
    """A plan with its objectives by where they stand."""

    plan: Plan
    objectives: tuple[ObjectiveRead, ...]
    posts: tuple[PostNow, ...]
    money: tuple[MoneyNow, ...]

    def in_state(self, *states: str) -> list[ObjectiveRead]:
        """The objectives that stand there: "open", "draft", "closed", "left_out"."""
        return [one for one in self.objectives if one.objective.state in states]


def read_plan(
    plan: Plan, figures: Figures, day: date, local_standards: Mapping[str, Any] | None = None
) -> PlanRead:
    """The plan as it stands. ``day`` is today: what is overdue or silent is asked of it."""
    actions = actions_of_plan(plan.pk, day, local_standards)
    objectives = plan.objectives.exclude(state__in=NOT_SHOWN).select_related("owner", "sponsor")
    return PlanRead(
        plan=plan,
        objectives=tuple(read_objective(one, figures, actions) for one in objectives),
        posts=tuple(posts_of(plan)),
        money=tuple(money_of(plan)),
    )


def read_objective(
    objective: Objective, figures: Figures, actions: list[ActionOnDay]
) -> ObjectiveRead:
    """One objective as it stands; ``actions`` are the open ones of its plan."""
    ended = objective.actions.exclude(state=Action.State.OPEN).select_related("owner", "ended_by")
    return ObjectiveRead(
        objective=objective,
        sentences=tuple(objective.sentences.order_by("pk")),
        colours=two_colours(objective, figures),
        open_actions=tuple(one for one in actions if one.action.objective_id == objective.pk),
        ended_actions=tuple(ended),
        closed=closed_by(objective),
    )


def closed_by(objective: Objective) -> Step | None:
    """The step that closed an objective; None where it is not closed."""
    if objective.state != Objective.State.CLOSED:
        return None
    steps = objective.steps.filter(kind__in=(Step.Kind.MET, Step.Kind.NOT_MET))
    return steps.select_related("by").order_by("-at", "-pk").first()
