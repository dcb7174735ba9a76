"""A child in care who has had three social workers within a year."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.changes_in_a_year import too_many_in_the_window
from sightline.rules.journey.periods_of_care import done_in_care, periods_of_care

SOCIAL_WORKER = "social worker"


def third_workers(allocations: ir.Table, care_episodes: ir.Table, clocks: Clocks) -> ir.Table:
    """Every change of social worker that made it three in twelve months."""
    own = allocations.filter(_.worker.notnull(), _.role == SOCIAL_WORKER)
    by_day = own.group_by("child", "started").agg(worker=_.worker.min())
    in_turn = ibis.window(group_by="child", order_by="started")
    changes = by_day.mutate(before=_.worker.lag().over(in_turn)).filter(
        (_.worker != _.before).fill_null(True)
    )
    in_care = done_in_care(changes.mutate(day=_.started), periods_of_care(care_episodes))
    return too_many_in_the_window(in_care, clocks, how_many="CLA-32", window="CLA-33")


THREE_WORKERS_IN_A_YEAR = Rule(
    name="three_workers_in_a_year",
    title="Third social worker in care within a year",
    question="Does the child in care keep having to tell their story to somebody new?",
    stage="in care",
    sources=("CLA-32", "CLA-33"),
    themes=("workforce_caseloads", "visits_direct_work"),
    one_row_per="social worker from",
    subject_day=_.day,
    population=third_workers,
    span=Span(opens=_.day, closes=_.closes),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "allocations.started",
        "allocations.worker",
        "allocations.role",
    ),
    counted_in="allocations",
    evidence={
        "second of the workers began": Evidence(value=_.first_change),
        "this worker began": Evidence(value=_.day),
        "next worker began": Evidence(value=_.next_change),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The concern opens on the day a social worker begins by whom the child has had three within "
        "twelve months: the second of them began no more than a year before. The anniversary itself "
        "is inside.",
        "Only social workers who began while the child was in care count, each by the day they began. "
        "Managers, teams and personal advisers are left out.",
        "A worker who follows themself is no change; one who comes back after another is. Of two who "
        "began on one day, the first by their id is taken.",
        "The concern closes a year after the second worker began, when care ends, or with a further "
        "change, which opens a concern of its own where it makes three again.",
    ),
    helps="Ask the child whom they still want to hear from, and plan how the next goodbye is said. Ask "
    "the manager what would let this worker stay.",
    cannot_see="Workers who covered for weeks without being written in as the child's, and why each left.",
)
