"""Visits made in a row at which the child was not seen."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.all_visits import all_visits
from sightline.rules.journey.stretches import times_on_plan_or_in_care


def visits_in_a_row_without_child(
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    protection_visits: ir.Table,
    child_in_need_visits: ir.Table,
    care_visits: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """The visit that made it too many in a row, until the child is next seen."""
    supported = times_on_plan_or_in_care(protection_plans, child_in_need_plans, care_episodes)
    days = _days_visited(all_visits(protection_visits, child_in_need_visits, care_visits))
    during = days.inner_join(supported, "child").filter(_.day.between(_.began, _.lasts_to))
    return _too_many_in_a_row(during, clocks.number("SWK-04"))


def _days_visited(visits: ir.Table) -> ir.Table:
    """One row per child and day of a visit: ``seen`` is empty where none says whether the child was."""
    return visits.group_by("child", "day").agg(seen=_.child_seen.any())


def _too_many_in_a_row(days: ir.Table, too_many: int) -> ir.Table:
    so_far = ibis.window(group_by=["child", "began"], order_by="day", rows=(None, 0))
    from_then = ibis.window(group_by=["child", "began"], order_by="day", rows=(1, None))
    beside = days.mutate(
        # The number goes up at every visit with the child seen: those after it share the number.
        after_seen=_.seen.cast("int64").sum().over(so_far),
        next_seen=ibis.ifelse(_.seen, _.day, ibis.null("date")).min().over(from_then),
    ).filter(~_.seen)
    in_a_row = ibis.window(group_by=["child", "began", "after_seen"], order_by="day")
    numbered = beside.mutate(
        place=ibis.row_number().over(in_a_row), first=_.day.first().over(in_a_row)
    )
    reached = numbered.filter(_.place == too_many - 1, _.day < _.lasts_to)
    return reached.mutate(closes=ibis.least(_.next_seen, _.over))


CHILD_NOT_SEEN_AT_TWO_VISITS = Rule(
    name="child_not_seen_at_two_visits",
    title="Child not seen at two visits running",
    question="When visits are made and the child is not there, does somebody notice?",
    stage="social worker",
    sources=("SWK-04",),
    themes=("visits_direct_work",),
    one_row_per="not seen at visit",
    subject_day=_.day,
    population=visits_in_a_row_without_child,
    span=Span(opens=_.day, closes=_.closes),
    needs=(
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
        "protection_visits.visited",
        "protection_visits.child_seen",
        "child_in_need_visits.child_seen",
        "care_visits.child_seen",
    ),
    counted_in="protection_visits",
    evidence={
        "first visit without the child": Evidence(value=_.first),
        "this visit": Evidence(value=_.day),
        "child next seen": Evidence(value=_.next_seen),
        "plan or care ended": Evidence(value=_.over),
    },
    readings=(
        "The concern opens on the day of the second visit in a row at which the child was not seen, "
        "attempts included, and closes when the child is next seen or plan and care are over. The "
        "number is the council's own to set.",
        "A third visit without the child is the same concern.",
        "Visits of every kind count, while the child is on a plan or in care. Several on one day are one: "
        "the child was seen if any of them says so.",
        "A visit that does not say whether the child was seen is left out.",
    ),
    helps="Tell a manager today. Ask the school whether the child is there, and visit without notice. "
    "Children kept from view are a known sign of harm.",
    cannot_see="Why the child was not there, and whether school or another agency saw the child meanwhile.",
)
