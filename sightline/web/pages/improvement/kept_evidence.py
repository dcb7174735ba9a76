"""Kept evidence as pages show it: each kept figure beside the same figure worked out again."""

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.engine.measure import LENGTH
from sightline.improvement.evidence import LookedAtAgain, look_again
from sightline.improvement.models import Evidence
from sightline.web import service
from sightline.web.service import Figure, MeasureShown


@dataclass(frozen=True)
class EvidenceShown:
    """One piece of evidence. ``figure`` and ``again`` are of a measure, ``measure`` None where it is no more."""

    kept: Evidence
    measure: MeasureShown | None = None
    figure: Figure | None = None
    again: LookedAtAgain | None = None


def shown_evidence(rows: Iterable[Evidence]) -> list[EvidenceShown]:
    """The evidence, for somebody who may read it."""
    figures = service.current()
    measures = {one.name: one for one in figures.measures()}
    return [
        EvidenceShown(one, measure, _figure(one, measure), look_again(one, figures))
        if one.kind == Evidence.Kind.MEASURE and (measure := measures.get(one.measure))
        else EvidenceShown(one)
        for one in rows
    ]


def _figure(kept: Evidence, measure: MeasureShown) -> Figure | None:
    """The kept figure; None of a length, of which one number alone was kept."""
    if measure.kind == LENGTH:
        return None
    return Figure(
        period=kept.period,
        period_words=kept.period,
        day=kept.on,
        numerator=kept.numerator,
        denominator=kept.denominator,
        value=kept.value,
    )
