"""Who may be drawn for an audit, and the sample that a seed draws of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.casework.policy import ChildRecord
from sightline.engine.by_lot import spread


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A child who may be drawn, and what the sample is spread over: ``kind`` of plan, team, ages."""

    record: ChildRecord
    kind: str
    team: str
    ages: str


def sample(candidates: Sequence[Candidate], size: int, seed: int) -> list[Candidate]:
    """The children a seed draws, spread over kinds of plan, teams and ages."""
    return spread(
        candidates,
        seed,
        size,
        name=lambda one: one.record.child,
        groups=lambda one: (one.kind, one.team, one.ages),
    )
