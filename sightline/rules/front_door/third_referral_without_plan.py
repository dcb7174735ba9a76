"""A third referral in two years, with nothing lasting done since the first."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.care import entries_to_care
from sightline.rules.journey.responses import on_the_day, while_running


def third_referrals_without_plan(
    referrals: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    initial_conferences: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """The referral that made the window full, where no plan or conference came from the first on."""
    thirds = _thirds_in_the_window(referrals, clocks)
    responses = _responses(protection_plans, child_in_need_plans, initial_conferences)
    without = _without_response(thirds, responses)
    return _first_of_each_concern(_with_closing(without, responses, care_episodes))


def _thirds_in_the_window(referrals: ir.Table, clocks: Clocks) -> ir.Table:
    """Days of referral with enough earlier ones, the ``first`` of them no further back than the window."""
    days = referrals.select("child", "received").distinct()
    in_turn = ibis.window(group_by="child", order_by="received")
    referrals_before = clocks.number("REF-04") - 1
    beside_first = days.mutate(
        first=_.received.lag(referrals_before).over(in_turn),
        one_before=_.received.lag().over(in_turn),
    )
    with_window = clocks.after(beside_first, day="first", standard="REF-03", into="window_ends")
    return with_window.filter(_.received <= _.window_ends)


def _responses(
    protection_plans: ir.Table, child_in_need_plans: ir.Table, initial_conferences: ir.Table
) -> ir.Table:
    """What counts as having acted: plans with their days, and conferences on theirs."""
    return ibis.union(
        while_running(protection_plans).mutate(response=ibis.literal("protection plan")),
        while_running(child_in_need_plans).mutate(response=ibis.literal("child in need plan")),
        on_the_day(initial_conferences, "held").mutate(response=ibis.literal("initial conference")),
    )


def _without_response(thirds: ir.Table, responses: ir.Table) -> ir.Table:
    """Thirds of children who had no plan and no conference from the first referral to the third."""
    acted_on = (
        thirds.inner_join(responses, "child")
        .filter(_.started <= _.received, _.runs_to >= _.first)
        .select("child", "received")
        .distinct()
    )
    return thirds.anti_join(acted_on, ["child", "received"])


def _with_closing(thirds: ir.Table, responses: ir.Table, care_episodes: ir.Table) -> ir.Table:
    """Adds ``closes`` and ``closed_by``: the first plan, conference or entry to care from then on."""
    entries = entries_to_care(care_episodes).select(
        "child", started="entered", response=ibis.literal("entry to care")
    )
    closing = responses.select("child", "started", "response").union(entries)
    later = (
        thirds.select("child", "received")
        .inner_join(closing, "child")
        .filter(_.started >= _.received)
    )
    in_turn = ibis.window(group_by=["child", "received"], order_by=["started", "response"])
    first_later = later.mutate(place=ibis.row_number().over(in_turn)).filter(_.place == 0)
    closings = first_later.select("child", "received", closes="started", closed_by="response")
    return thirds.left_join(closings, ["child", "received"]).drop("child_right", "received_right")


def _first_of_each_concern(thirds: ir.Table) -> ir.Table:
    """A further referral while the concern is open is the same concern: both close on the same day."""
    in_turn = ibis.window(group_by=["child", "closes"], order_by="received")
    first = thirds.mutate(place=ibis.row_number().over(in_turn)).filter(_.place == 0)
    return first.filter(_.closes.isnull() | (_.closes > _.received))


THIRD_REFERRAL_WITHOUT_PLAN = Rule(
    name="third_referral_without_plan",
    title="Third referral in two years with no plan and no conference",
    question="Do referrals about the child keep coming while nothing lasting is put in place?",
    stage="front door",
    sources=("REF-03", "REF-04"),
    themes=("front_door_thresholds", "step_down_closure"),
    one_row_per="referral",
    subject_day=_.received,
    population=third_referrals_without_plan,
    span=Span(opens=_.received, closes=_.closes),
    needs=(
        "referrals.received",
        "protection_plans.started",
        "child_in_need_plans.started",
        "initial_conferences.held",
        "care_episodes.started",
    ),
    counted_in="referrals",
    evidence={
        "first referral": Evidence(value=_.first),
        "referral before": Evidence(value=_.one_before),
        "this referral": Evidence(value=_.received),
        "closed on": Evidence(value=_.closes),
        "closed by": Evidence(value=_.closed_by, known_by=_.closes),
    },
    readings=(
        "The concern opens on the day of the third referral within 24 months of the first. The "
        "anniversary itself is inside.",
        "Every referral counts, those closed with no further action included. Two on one day are one.",
        "From the day of the first of the three to the day of the third the child had no protection "
        "plan, no child in need plan and no initial conference. A plan that ran over from before the "
        "first counts as a plan.",
        "A fourth referral while the concern is open is the same concern.",
        "The concern closes on a protection plan, a child in need plan, an initial conference or "
        "entry to care. It does not lapse with time.",
    ),
    helps="Read the referrals together, not one by one: what keeps happening, and to whom? Decide "
    "with a manager whether the answer so far was enough, and say why.",
    cannot_see="Help given outside a plan, such as early help, and contacts that never became a referral.",
)
