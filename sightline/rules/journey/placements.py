"""Placements of children in care, and moves between homes."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.records.codes_in_care import AWAY_FOR_A_SHORT_TIME, SAME_CARER
from sightline.rules.journey.days import in_right_order, or_never, unless_never
from sightline.rules.journey.periods_of_care import done_in_care, periods_of_care

KNOWN_OF_A_PLACEMENT = (
    "type",
    "miles_from_home",
    "plan_agreed",
    "temporary_approval",
    "full_approval_decided",
    "long_term_agreed",
)


@shared_step
def placements_in_care(placements: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """One row per child and day a placement began in a period of care: ``placement_started``.

    Adds ``left``, the day it ended or care did (empty while neither), and ``left_or_never``. Two
    placements begun on one day are one until the later ends, with what is known first of either.
    ``registered`` is 1, 0 (one of them was found not to be) or empty.
    Short breaks, and times away such as hospital or a holiday, are no placement here.
    """
    raw = _placements_as_recorded(placements, care_episodes)
    of_either = {name: raw[name].min() for name in KNOWN_OF_A_PLACEMENT}
    together = raw.group_by("child", "care_started", "placement_started").agg(
        **of_either,
        registered=_.registered.cast("int64").min(),
        left_or_never=_.left_or_never.max(),
    )
    return together.mutate(left=unless_never(_.left_or_never))


def _placements_as_recorded(placements: ir.Table, care_episodes: ir.Table) -> ir.Table:
    lived_in = in_right_order(placements, "started", "ended").filter(
        ~_.type.isin(AWAY_FOR_A_SHORT_TIME).fill_null(False)
    )
    periods = periods_of_care(care_episodes)
    in_care = done_in_care(lived_in.mutate(day=_.started), periods).filter(_.day < _.care_runs_to)
    return in_care.mutate(
        placement_started=_.day, left_or_never=ibis.least(or_never(_.ended), _.care_runs_to)
    )


def moves(placements: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """One row per day a child in care came to a new home: ``day``, and the period of care.

    A placement that follows one which ended because only its standing changed is the same home.
    """
    in_turn = ibis.window(
        group_by=["child", "care_started"], order_by=["day", "left_or_never", "change_reason"]
    )
    beside_earlier = _placements_as_recorded(placements, care_episodes).mutate(
        stayed=(_.change_reason == SAME_CARER).lag().over(in_turn),
        earlier_ended=_.ended.lag().over(in_turn),
    )
    same_home = (_.stayed & (_.earlier_ended <= _.day)).fill_null(False)
    to_a_new_home = beside_earlier.filter(~same_home)
    return to_a_new_home.select("child", "care_started", "care_ended", "day").distinct()
