"""What managers decided about a child, and what called for a decision."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.rules.journey.care import entries_to_care
from sightline.rules.journey.childhood import beside_end_of_childhood
from sightline.rules.journey.days import in_right_order
from sightline.rules.journey.plans import plans_of

HIGH_RISK_NOTIFICATIONS = ("custody", "hospital", "death or serious harm")


def turning_points(
    enquiries: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    referrals: ir.Table,
) -> ir.Table:
    """Days on which a child's way through the service turned: child, ``day`` and ``what`` happened."""
    taken_on = referrals.filter(~_.no_further_action.fill_null(False))
    points = (
        _days(in_right_order(enquiries, "started", "ended"), "ended", "enquiry concluded"),
        _days(plans_of(protection_plans), "plan_ended", "protection plan ended"),
        _days(plans_of(child_in_need_plans), "plan_ended", "child in need plan ended"),
        _days(entries_to_care(care_episodes), "entered", "came into care"),
        _days(in_right_order(taken_on, "received", "closed"), "closed", "case closed"),
    )
    return _one_a_day(ibis.union(*points))


def high_risk_events(
    enquiries: ir.Table,
    missing_episodes: ir.Table,
    risk_alerts: ir.Table,
    notifications: ir.Table,
) -> ir.Table:
    """Days on which something of high risk became known: child, ``day`` and ``what`` it was."""
    grave = notifications.filter(_.kind.isin(HIGH_RISK_NOTIFICATIONS))
    events = (
        _days(enquiries, "started", "enquiry begun"),
        _days(missing_episodes, "started", "missing"),
        _days(risk_alerts, "raised", "alert raised"),
        _days(grave, "received", "told by another agency"),
    )
    return _one_a_day(ibis.union(*events))


def _days(rows: ir.Table, day: str, what: str) -> ir.Table:
    return rows.select("child", day=day, what=ibis.literal(what))


def _one_a_day(events: ir.Table) -> ir.Table:
    return events.filter(_.day.notnull()).group_by("child", "day").agg(what=_.what.min())


def while_a_child(events: ir.Table, children: ir.Table) -> ir.Table:
    """The events of a child's life as a child, with ``childhood_ends``."""
    beside = beside_end_of_childhood(events, children)
    return beside.filter((_.childhood_ends > _.day).fill_null(True))


def decisions(management_decisions: ir.Table) -> ir.Table:
    """The days on which a manager decided something about the child: child and ``happened``."""
    return management_decisions.select("child", happened="made")
