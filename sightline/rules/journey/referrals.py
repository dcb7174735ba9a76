"""Referrals that were taken on, and the first assessment of each.

Two referrals of one child on one day are one referral. A referral closed with no further action
is not taken on, and carries no duty to assess.
"""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import or_never, unless_never


def recorded_as_taken_on(referrals: ir.Table) -> ir.Table:
    """Every referral as recorded that was not closed with no further action."""
    return referrals.filter(~_.no_further_action.fill_null(False))


@shared_step
def taken_on(referrals: ir.Table) -> ir.Table:
    """One row per child and day: ``received``, ``closed`` (empty while any of that day is open)."""
    by_day = recorded_as_taken_on(referrals).group_by("child", "received")
    closed_together = by_day.agg(open_to=or_never(_.closed).max())
    return closed_together.mutate(closed=unless_never(_.open_to))


@shared_step
def first_assessments(referrals: ir.Table, assessments: ir.Table) -> ir.Table:
    """The first assessment of each referral taken on that has one.

    It is the earliest that names the referral or, naming none, was begun from the day the
    referral was received until it was closed. Of two begun on one day it is the one authorised
    first.
    """
    belonging = _naming_their_referral(referrals, assessments).union(
        _begun_while_open(referrals, assessments)
    )
    in_turn = ibis.window(group_by=["child", "received"], order_by=["started", "authorised"])
    return belonging.mutate(place=ibis.row_number().over(in_turn)).filter(_.place == 0)


COLUMNS_OF_ASSESSMENT = ("child", "received", "closed", "started", "authorised", "child_seen")


def _naming_their_referral(referrals: ir.Table, assessments: ir.Table) -> ir.Table:
    recorded = recorded_as_taken_on(referrals).select("child", "referral", "received")
    with_closing = recorded.inner_join(taken_on(referrals), ["child", "received"])
    named = assessments.inner_join(with_closing, ["child", "referral"])
    return named.select(*COLUMNS_OF_ASSESSMENT)


def _begun_while_open(referrals: ir.Table, assessments: ir.Table) -> ir.Table:
    naming_none = assessments.filter(_.referral.isnull())
    beside_referrals = naming_none.inner_join(taken_on(referrals), "child")
    begun_while_open = beside_referrals.filter(_.started.between(_.received, _.open_to))
    return begun_while_open.select(*COLUMNS_OF_ASSESSMENT)
