"""Visits to children in care, each counted for the placement in which the child lived that day."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.steps import shared_step
from sightline.records.codes_in_care import INTERIM_CARE_ORDER, LONG_TERM_FOSTERING, WITH_PARENTS
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.placements import placements_in_care
from sightline.rules.journey.reviews_in_care import first_reviews

VIRTUAL = "virtual"


@shared_step
def visits_child_seen(care_visits: ir.Table) -> ir.Table:
    """``child`` and ``seen`` for every day on which somebody who was there saw the child."""
    in_person = (_.mode != VIRTUAL).fill_null(True)
    return care_visits.filter(_.child_seen, in_person).select("child", seen="visited").distinct()


def with_first_visit(homes: ir.Table, care_visits: ir.Table) -> ir.Table:
    """The placements with ``first_seen``: the first visit in each at which the child was seen."""
    first = (
        _in_placement(visits_child_seen(care_visits), homes)
        .group_by("child", "placement_started")
        .agg(first_seen=_.seen.min())
    )
    return homes.left_join(first, ["child", "placement_started"])


@shared_step
def visits_in_turn(
    placements: ir.Table, care_episodes: ir.Table, care_visits: ir.Table
) -> ir.Table:
    """One row per clock: it starts with each visit in a placement at which the child was seen.

    ``clock_starts``, ``next_seen`` (the next such visit in that placement) and what is known of
    the placement. A visit on the day the child left starts no clock. ``closely`` is yes where the
    law asks for weekly or four-weekly visits then: the carer is a relative approved for the time
    being, or the child lives with a parent under an interim care order.
    """
    homes = placements_in_care(placements, care_episodes)
    visits = _with_interim_order(visits_child_seen(care_visits), care_episodes)
    in_turn = ibis.window(group_by=["child", "placement_started"], order_by="seen")
    clocks_in_turn = _in_placement(visits, homes).mutate(
        clock_starts=_.seen, next_seen=_.seen.lead().over(in_turn)
    )
    approved_for_now = (_.temporary_approval <= _.seen) & (
        or_never(_.full_approval_decided) > _.seen
    )
    at_home_under_order = (_.type == WITH_PARENTS) & _.under_order
    return clocks_in_turn.filter(_.seen < _.left_or_never).mutate(
        closely=approved_for_now.fill_null(False) | at_home_under_order.fill_null(False)
    )


def _in_placement(visits: ir.Table, homes: ir.Table) -> ir.Table:
    return visits.inner_join(homes, "child").filter(
        _.seen.between(_.placement_started, _.left_or_never)
    )


def _with_interim_order(visits: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """The visits with ``under_order``: yes where an interim care order was in force that day.

    On the day an order is replaced the new one counts.
    """
    orders = in_right_order(care_episodes, "started", "ended").filter(
        _.legal_status == INTERIM_CARE_ORDER
    )
    under_order = (
        visits.inner_join(orders.select("child", "started", until=or_never(_.ended)), "child")
        .filter(_.started <= _.seen, _.until > _.seen)
        .select("child", "seen", under_order=True)
        .distinct()
    )
    beside = visits.left_join(under_order, ["child", "seen"])
    return beside.select("child", "seen", "under_order")


def with_how_often(visits: ir.Table, clocks: Clocks) -> ir.Table:
    """The clocks not ``closely``, with ``less_often``: yes after a year of a placement meant to last."""
    with_year = clocks.after(
        visits.filter(~_.closely),
        day="placement_started",
        standard="CLA-23",
        into="first_year_over",
    )
    meant_to_last = _.type.isin(LONG_TERM_FOSTERING).fill_null(False) | (
        _.long_term_agreed <= _.clock_starts
    ).fill_null(False)
    return with_year.mutate(less_often=meant_to_last & (_.clock_starts >= _.first_year_over))


@shared_step
def with_first_review(
    visits: ir.Table, care_episodes: ir.Table, care_reviews: ir.Table
) -> ir.Table:
    """The clocks ``closely`` run, with ``first_review`` of the period of care, empty before one is held."""
    first = first_reviews(care_episodes, care_reviews).select(
        "child", "care_started", "first_review"
    )
    return visits.filter(_.closely).left_join(first, ["child", "care_started"])
