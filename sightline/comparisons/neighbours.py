"""Statistical neighbours: which councils are most like one, by a dated model. None is made up here.

A model is not symmetric, and lists change between models, so every comparison names its version.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.comparisons.published_files import PublishedFile


@dataclass(frozen=True)
class Neighbour:
    """A neighbour of a council by one model. ``closeness`` is the model's word for how alike they are."""

    model: str
    council: str
    rank: int
    neighbour: str
    closeness: str = ""


def models_of(file: PublishedFile) -> tuple[str, ...]:
    """The versions of the model that a file holds."""
    return tuple(sorted({one.strip() for one in file.column("model", "model version").to_pylist()}))


def neighbours_of(file: PublishedFile) -> tuple[list[Neighbour], list[str]]:
    """The neighbours a file tells, and what was set aside of it."""
    found: list[Neighbour] = []
    unread = 0
    for model, council, rank, neighbour, closeness in zip(
        file.column("model", "model version").to_pylist(),
        file.column("old_la_code", "code").to_pylist(),
        file.column("rank").to_pylist(),
        file.column("neighbour_old_code", "neighbour").to_pylist(),
        file.column("closeness").to_pylist(),
        strict=True,
    ):
        if council and neighbour and model and rank.strip().isdigit():
            found.append(Neighbour(model.strip(), council, int(rank), neighbour, closeness))
        else:
            unread += 1
    said = f"{unread:,} rows set aside: no council, neighbour, rank or version of the model"
    return found, [said] if unread else []


def by_model(neighbours: Iterable[Neighbour]) -> dict[str, dict[str, list[Neighbour]]]:
    """Neighbours by version of the model and council, closest first."""
    found: dict[str, dict[str, list[Neighbour]]] = {}
    for one in sorted(neighbours, key=lambda one: one.rank):
        found.setdefault(one.model, {}).setdefault(one.council, []).append(one)
    return found
