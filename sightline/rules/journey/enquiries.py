"""Section 47 enquiries, and the conference that answers each."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import or_never, unless_never


@shared_step
def enquiries_with_conference(enquiries: ir.Table, initial_conferences: ir.Table) -> ir.Table:
    """Every enquiry, with the first conference that answers it where there is one."""
    by_day = _enquiries_by_day(enquiries)
    answers = _conferences_naming(enquiries, initial_conferences).union(
        _conferences_following(by_day, initial_conferences)
    )
    first = answers.group_by("child", "started").agg(conference_held=_.held.min())
    return by_day.left_join(first, ["child", "started"])


def _enquiries_by_day(enquiries: ir.Table) -> ir.Table:
    """One row per child and day an enquiry began, with when the child's next one did.

    Two enquiries of one child on one day are one. It needs no conference once both ended so.
    """
    ended_without_need = ibis.ifelse(_.no_further_action.fill_null(False), or_never(_.ended), None)
    each = enquiries.mutate(not_needed_from=ended_without_need)
    by_day = each.group_by("child", "started").agg(
        last_not_needed_from=or_never(_.not_needed_from).max(), last_ended=or_never(_.ended).max()
    )
    in_turn = ibis.window(group_by="child", order_by="started")
    return by_day.mutate(
        not_needed_from=unless_never(_.last_not_needed_from),
        ended=unless_never(_.last_ended),
        next_enquiry=_.started.lead().over(in_turn),
    )


def _conferences_naming(enquiries: ir.Table, initial_conferences: ir.Table) -> ir.Table:
    """Conferences that name the enquiry they answer."""
    named = initial_conferences.select("child", "enquiry", "held")
    recorded = enquiries.select("child", "enquiry", "started")
    return named.inner_join(recorded, ["child", "enquiry"]).select("child", "started", "held")


def _conferences_following(enquiries_by_day: ir.Table, initial_conferences: ir.Table) -> ir.Table:
    """Conferences that name no enquiry, each beside the latest enquiry begun by that day."""
    naming_none = initial_conferences.filter(_.enquiry.isnull()).select("child", "held")
    return (
        naming_none.inner_join(enquiries_by_day, "child")
        .filter(_.held >= _.started, (_.held < _.next_enquiry).fill_null(True))
        .select("child", "started", "held")
    )
