"""A second enquiry within a year, with nothing changed since the first."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.care import entries_to_care
from sightline.rules.journey.responses import first_from


def repeated_enquiries(
    enquiries: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Enquiries with an earlier one in the window, and no plan or care begun from that one on."""
    days = enquiries.select("child", "started").distinct()
    in_turn = ibis.window(group_by="child", order_by="started")
    enquiries_before = clocks.number("S47-05") - 1
    beside_first = days.mutate(first=_.started.lag(enquiries_before).over(in_turn))
    with_window = clocks.after(beside_first, day="first", standard="S47-04", into="window_ends")
    repeated = with_window.filter(_.started <= _.window_ends)
    changes = ibis.union(
        protection_plans.select("child", happened="started"),
        child_in_need_plans.select("child", happened="started"),
        entries_to_care(care_episodes).select("child", happened="entered"),
    )
    beside_change = first_from(repeated, "first", changes, "changed")
    unchanged = beside_change.filter((_.changed > _.started).fill_null(True))
    limited = clocks.after(unchanged, day="started", standard="S47-06", into="limit_of_view")
    return limited.mutate(leaves_view=ibis.least(_.limit_of_view, _.changed))


TWO_ENQUIRIES_WITHOUT_CHANGE = Rule(
    name="two_enquiries_without_change",
    title="Second enquiry in a year with no change of plan",
    question="Do enquiries come again while the child's plan stays as it was?",
    stage="enquiry and conference",
    sources=("S47-04", "S47-05", "S47-06"),
    themes=("strategy_s47", "step_down_closure"),
    one_row_per="enquiry",
    subject_day=_.started,
    population=repeated_enquiries,
    span=Span(opens=_.started, closes=_.leaves_view),
    needs=(
        "enquiries.started",
        "protection_plans.started",
        "child_in_need_plans.started",
        "care_episodes.started",
    ),
    counted_in="enquiries",
    evidence={
        "earlier enquiry started": Evidence(value=_.first),
        "this enquiry started": Evidence(value=_.started),
        "plan or care began": Evidence(value=_.changed),
    },
    readings=(
        "The concern opens on the day of the second enquiry within 12 months. The anniversary itself "
        "is inside. A third one soon after is a concern of its own.",
        "A change of plan is a protection plan, a child in need plan or entry to care that began on "
        "or after the day of the earlier enquiry. A plan that ran all the while is no change.",
        "The concern closes when a plan or care begins, or after 6 months in view.",
        "Two enquiries begun on one day are one.",
    ),
    helps="Read both enquiries side by side: was it the same worry? Say with a manager what this one "
    "will change for the child that the last one did not.",
    cannot_see="What was changed inside a plan that ran all the while, and whether the two enquiries "
    "were about different harm.",
)
