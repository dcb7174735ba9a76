"""How often people recorded what went well, by team: a count beside the timeliness of the same team.

It counts records, never judges them: more is no better than less, and no team is ranked by it.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from sightline.casework.models import RecordingVersion
from sightline.casework.policy import SEE_FIGURES, SEE_SMALL_NUMBERS, ChildRecord, may
from sightline.web.figures import SMALLEST_SHOWN

TABLE = "what_went_well"


@dataclass(frozen=True, kw_only=True)
class GoodThings:
    """How many good things were recorded as said or seen in a stretch of time.

    ``by_team`` counts them by the teams of the child today; a number is None where it is too small
    for this person to see, and so is the ``total`` where it would tell such a number.
    """

    total: int | None
    by_team: Mapping[str, int | None]


def good_things(
    person: object, records: Mapping[str, ChildRecord], since: date, until: date
) -> GoodThings:
    """Count what was said or seen from ``since`` to ``until``; ``records`` are every child's as the
    policy sees them. Nothing for a person who may see no figures."""
    if not may(person, SEE_FIGURES):
        return GoodThings(total=None, by_team={})
    children = [child for child in _children_told_of(since, until) if child in records]
    counts = Counter(team for child in children for team in records[child].teams)
    if may(person, SEE_SMALL_NUMBERS):
        return GoodThings(total=len(children), by_team=dict(sorted(counts.items())))
    shown = {
        team: count if count >= SMALLEST_SHOWN else None for team, count in sorted(counts.items())
    }
    # One number taken out could be had back from the total; so could a total that is small itself.
    tells = list(shown.values()).count(None) == 1 or 0 < len(children) < SMALLEST_SHOWN
    return GoodThings(total=None if tells else len(children), by_team=shown)


def _children_told_of(since: date, until: date) -> list[str]:
    """The child of each good thing; one of whom two were told is there twice."""
    versions = RecordingVersion.objects.filter(
        recording__table=TABLE,
        recording__is_withdrawn=False,
        # Nothing is recorded before it happened.
        recording__made_on__gte=since,
        number=F("recording__version"),
    ).values_list("recording__child", "content")
    return [
        child
        for child, content in versions
        if since <= date.fromisoformat(content["happened"]) <= until
    ]
