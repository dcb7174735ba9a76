"""Whether the child was seen alone shortly before, and said how things are."""

from functools import reduce

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.engine.clocks import Clocks
from sightline.rules.journey.plan_decisions import beside, of_the_plan


def with_what_the_child_said(
    moments: ir.Table,
    protection_plans: ir.Table,
    protection_visits: ir.Table,
    direct_work: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Beside each moment the last visit in the weeks before, and whether the child's words are held."""
    visits = of_the_plan(protection_visits, "visited", protection_plans)
    recent = _in_the_weeks_before(visits.filter(_.child_seen), "visited", clocks)
    work = _in_the_weeks_before(direct_work, "done", clocks)
    found = (
        visits.group_by(*MOMENT).agg(visits=_.count()),
        recent.group_by(*MOMENT).agg(last_seen=_.visited.max(), alone=_.seen_alone.any()),
        work.group_by(*MOMENT).agg(own_words=_.childs_words.any()),
    )
    return reduce(beside, found, moments)


def _in_the_weeks_before(rows: ir.Table, day: str, clocks: Clocks) -> ir.Table:
    windowed = clocks.before(rows, day="asked_on", standard="CPE-06", into="window_from")
    return windowed.filter(windowed[day] >= windowed.window_from)


CHILD_SEEN_ALONE_AND_HEARD = Check(
    name="child_seen_alone_and_heard",
    title="Child seen alone shortly before, own account recorded",
    question="Was the child seen alone in the weeks before, and is what the child said written down?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    sources=("CPE-06",),
    themes=("plans_cp", "visits_direct_work", "voice_participation"),
    one_row_per="protection plan",
    judged=with_what_the_child_said,
    met=ibis.cases(
        (_.visits.notnull() & _.last_seen.isnull(), False),
        (_.last_seen.notnull(), _.alone & _.own_words),
    ),
    evidence={
        "child last seen in those weeks": _.last_seen,
        "seen alone in those weeks": _.alone,
        "own words recorded in those weeks": _.own_words,
    },
    needs=(
        "protection_visits.visited",
        "protection_visits.child_seen",
        "protection_visits.seen_alone",
    ),
    readings=(
        "The weeks before are the standard's working days up to the day asked, that day included.",
        "One visit in those weeks at which the child was seen alone is enough, with one piece of direct "
        "work whose record holds the child's own words.",
        "No visit with the child seen in those weeks is not met. Visits that do not say whether the "
        "child was alone, no direct work in those weeks, or a plan without any visit on record give no "
        "evidence.",
    ),
    helps="See the child alone before the conference, and bring the child's words to it.",
    cannot_see="Whether the child was awake, or could speak freely. A baby cannot be seen alone in the "
    "same sense: read the child's age beside the answer.",
)
