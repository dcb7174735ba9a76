"""Whether a manager decided when a child's way through the service turned."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.oversight import decisions, turning_points, while_a_child
from sightline.rules.journey.responses import first_from


def turning_points_decided(
    enquiries: ir.Table,
    protection_plans: ir.Table,
    child_in_need_plans: ir.Table,
    care_episodes: ir.Table,
    referrals: ir.Table,
    children: ir.Table,
    management_decisions: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every turning point, with the first decision from shortly before it on."""
    points = turning_points(
        enquiries, protection_plans, child_in_need_plans, care_episodes, referrals
    )
    of_children = while_a_child(points, children)
    windowed = clocks.before(of_children, day="day", standard="OVS-01", into="looked_from")
    beside = first_from(windowed, "looked_from", decisions(management_decisions), "decided")
    # A decision made shortly before is there on the very day.
    return beside.mutate(
        met=ibis.ifelse(_.decided.isnull(), ibis.null("date"), ibis.greatest(_.decided, _.day))
    )


NO_DECISION_AT_TURNING_POINT = Rule(
    name="no_decision_at_turning_point",
    title="Turning point without a manager's decision",
    question="Did a manager decide, and say why, when the child's way through the service turned?",
    stage="oversight",
    sources=("OVS-01",),
    themes=("supervision_mgmt_oversight", "recording"),
    one_row_per="turning point",
    subject_day=_.day,
    population=turning_points_decided,
    clock=Clock(starts=_.day, limit="OVS-01", met=_.met, lapses=_.childhood_ends),
    needs=(
        "management_decisions.made",
        "enquiries.ended",
        "protection_plans.ended",
        "referrals.closed",
        "children.born",
    ),
    counted_in="enquiries",
    evidence={
        "what happened": Evidence(value=_.what),
        "on": Evidence(value=_.day),
        "decision recorded": Evidence(value=_.decided),
    },
    readings=(
        "Turning points are an enquiry concluded, a protection plan or child in need plan ended, entry "
        "to care, and a case closed. Several on one day are one; the first in the alphabet is named.",
        "The decision on a referral and the signing off of an assessment are a manager's decisions in "
        "themselves and are not asked about here.",
        "Any decision of a manager about the child counts that was made from the standard's working days "
        "before the turning point on, whatever it says called for it.",
        "The day of the turning point is day 0 and the due day itself is in time. The 18th birthday or "
        "the child's death lapses the duty.",
    ),
    helps="Decide now and write down why: what was known, what the child said, what else was considered.",
    cannot_see="Whether the decision was about this turning point, and decisions written into minutes.",
)
