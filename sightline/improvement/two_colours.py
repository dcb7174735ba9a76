"""Two colours side by side: what the owner says, and what the measures say.

Neither is worked out from the other, and work that is done changes neither. Where they do not fit,
the page says so and settles nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sightline.improvement.models import ChosenMeasure, Note, Objective
from sightline.improvement.movement import (
    ANSWERS,
    CANNOT_TELL,
    IMPROVED,
    IMPROVED_AND_HELD,
    NO_CHANGE,
    WORSE,
    Month,
    Movement,
    movement,
)

ONLY_AUDIT = "only audit can tell"
MIXED = "the measures differ"
GREEN, AMBER, RED = Note.Colour.GREEN, Note.Colour.AMBER, Note.Colour.RED

DIRECT, PROXY = ChosenMeasure.Tie.DIRECT, ChosenMeasure.Tie.PROXY

DO_NOT_FIT = {
    (GREEN, NO_CHANGE),
    (GREEN, WORSE),
    (GREEN, MIXED),
    (AMBER, WORSE),
    (AMBER, IMPROVED_AND_HELD),
    (RED, IMPROVED),
    (RED, IMPROVED_AND_HELD),
}
"""What an owner says, and what the measures say, that cannot both be how it stands."""

ON_THEIR_WORD = (CANNOT_TELL, ONLY_AUDIT)
"""What measures say where a green rests on the owner's word alone."""


class Measured(Protocol):
    """A measure as pages name it."""

    name: str
    title: str
    themes: tuple[str, ...]
    kind: str
    better: str
    rule: str


class Authority(Protocol):
    """Whose records these are, the day they speak of and the first day they reach back to."""

    day: date
    earliest_day: date | None


class Figures(Protocol):
    """What is asked of a workspace's figures. ``web.service.Service`` is one."""

    def authority(self) -> Authority | None:
        """None before the first load."""

    def measures(self) -> Sequence[Measured]:
        """Every measure there is."""

    def months(self, measure: str) -> Sequence[Month]:
        """The measure by month, oldest first; empty where its rule abstains."""


@dataclass(frozen=True)
class OwnerSays:
    """The latest colour somebody gave, with their words; ``colour`` is "" where nobody gave one."""

    colour: str = ""
    label: str = "Nobody has said"
    words: str = ""
    by: str = ""
    told_by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class MeasureSays:
    """One chosen measure with what it says. ``measure`` is None where there is no such measure now."""

    chosen: ChosenMeasure
    measure: Measured | None
    movement: Movement


@dataclass(frozen=True)
class TwoColours:
    """Both, and where they do not fit."""

    owner: OwnerSays
    measures: tuple[MeasureSays, ...]
    says: str
    """One of ``movement.ANSWERS``, ``MIXED`` or ``ONLY_AUDIT``."""
    by_proxy: bool = False
    """Whether only proxies were there to say it."""

    @property
    def do_not_fit(self) -> bool:
        """Whether what the owner says and what the measures say cannot both be so."""
        return (self.owner.colour, self.says) in DO_NOT_FIT

    @property
    def on_their_word(self) -> bool:
        """Whether a green has nothing but the owner's word behind it."""
        return self.owner.colour == GREEN and self.says in ON_THEIR_WORD

    @property
    def is_shown(self) -> bool:
        """Whether measures show that it is met: moved, in the direction wanted, and held."""
        return self.says == IMPROVED_AND_HELD and not self.by_proxy

    def as_it_stood(self) -> dict[str, object]:
        """Both on this day, for a decision to keep."""
        return {
            "owner": self.owner.colour,
            "measures": self.says,
            "each": [
                {"measure": one.chosen.measure, "says": one.movement.answer}
                for one in self.measures
            ],
        }


def two_colours(objective: Objective, figures: Figures) -> TwoColours:
    """Both colours of one objective, as the records stand now."""
    chosen = objective.measures.filter(dropped_at=None).order_by("tie", "pk")
    return put_together(owner_says(objective), [measure_says(one, figures) for one in chosen])


def put_together(owner: OwnerSays, measures: Sequence[MeasureSays]) -> TwoColours:
    """The two colours. Direct measures speak; proxies only where there is no direct one."""
    direct = [one for one in measures if one.chosen.tie == DIRECT]
    speaking = direct or list(measures)
    answers = {one.movement.answer for one in speaking}
    says = MIXED if len(answers) > 1 else next(iter(answers), ONLY_AUDIT)
    return TwoColours(owner, tuple(measures), says, by_proxy=bool(measures) and not direct)


def owner_says(objective: Objective) -> OwnerSays:
    """The latest colour given of the objective itself; a colour of one action is that action's."""
    notes = objective.notes.filter(action=None).exclude(colour="")
    note = notes.select_related("by").order_by("-at", "-pk").first()
    if note is None:
        return OwnerSays()
    return OwnerSays(
        colour=note.colour,
        label=note.get_colour_display(),
        words=note.words,
        by=note.by.get_full_name() or note.by.get_username(),
        told_by=note.told_by,
        at=note.at,
    )


def measure_says(chosen: ChosenMeasure, figures: Figures) -> MeasureSays:
    """What one chosen measure says, as the records stand now."""
    authority = figures.authority()
    measure = next((one for one in figures.measures() if one.name == chosen.measure), None)
    if authority is None or measure is None:
        why = "No records are loaded." if authority is None else "There is no such measure now."
        return MeasureSays(chosen, measure, Movement(CANNOT_TELL, why))
    said = movement(
        figures.months(chosen.measure),
        kind=measure.kind,
        wanted=chosen.wanted,
        baseline=chosen.baseline,
        held_months=chosen.held_months,
        asked=authority.day,
        earliest=authority.earliest_day,
    )
    return MeasureSays(chosen, measure, said)


SAYINGS = (*ANSWERS, MIXED, ONLY_AUDIT)
"""Everything that measures can be said to say of an objective."""
