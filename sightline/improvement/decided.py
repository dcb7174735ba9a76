"""How often people decided about the concerns of a rule: counts, with small numbers hidden.

A count of one to four is hidden from everybody here, so that it tells nobody of a restricted record.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sightline.casework.models import ConcernDecision

SMALLEST_SHOWN = 5


@dataclass(frozen=True)
class DecidedCount:
    """How many decisions of one kind; ``number`` is None where it is small."""

    kind: str
    number: int | None


def decisions_on(rule: str, since: date) -> list[DecidedCount]:
    """The decisions on a rule's concerns since a day, by kind, in the order kinds are declared."""
    if not rule:
        return []
    kinds = ConcernDecision.objects.filter(rule=rule, at__date__gte=since).values_list(
        "kind", flat=True
    )
    counts = Counter(kinds)
    return [
        DecidedCount(kind.label, counts[kind] if counts[kind] >= SMALLEST_SHOWN else None)
        for kind in ConcernDecision.Kind
        if counts[kind]
    ]
