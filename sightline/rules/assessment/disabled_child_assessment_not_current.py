"""A disabled child whose assessment is not brought up to date while help goes on."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.referrals import taken_on


def assessments_of_disabled_children(
    assessments: ir.Table, children: ir.Table, referrals: ir.Table
) -> ir.Table:
    """Every assessment finished while a disabled child's case was open, and the next one."""
    disabled = children.filter(_.disabled).select("child")
    days = assessments.filter(_.authorised.notnull()).select("child", "authorised").distinct()
    in_turn = ibis.window(group_by="child", order_by="authorised")
    in_order = days.mutate(next_finished=_.authorised.lead().over(in_turn))
    of_the_disabled = in_order.inner_join(disabled, "child")
    cases = taken_on(referrals).select("child", "received", "closed", "open_to")
    return of_the_disabled.inner_join(cases, "child").filter(
        _.received <= _.authorised, _.open_to > _.authorised
    )


DISABLED_CHILD_ASSESSMENT_NOT_CURRENT = Rule(
    name="disabled_child_assessment_not_current",
    title="Disabled child's assessment over a year old",
    question="Is the disabled child helped on an assessment that still fits?",
    stage="assessment",
    sources=("ASM-11",),
    themes=("disabled_children", "assessment_quality"),
    one_row_per="assessment after",
    subject_day=_.authorised,
    population=assessments_of_disabled_children,
    clock=Clock(starts=_.authorised, limit="ASM-11", met=_.next_finished, lapses=_.closed),
    needs=(
        "children.disabled",
        "assessments.authorised",
        "referrals.received",
        "referrals.no_further_action",
        "referrals.closed",
    ),
    counted_in="assessments",
    evidence={
        "assessment authorised": Evidence(value=_.authorised),
        "next assessment authorised": Evidence(value=_.next_finished),
        "referral received": Evidence(value=_.received),
        "case closed": Evidence(value=_.closed),
    },
    readings=(
        "The limit is the council's own; without one it is 12 months from the day the last assessment was "
        "authorised. The due day itself is in time. Months end where the month does.",
        "The clock starts anew with every assessment authorised while the case is open, from the day "
        "the referral was received until the day before the case was closed.",
        "Closing the case lapses the duty. Where two referrals are open, both must be closed.",
        "Only a child recorded as disabled is judged; the record says nothing of since when.",
        "Two assessments authorised on one day are one.",
    ),
    helps="Look again with the child and the family: what can the child do now, who helps, and what "
    "will change in the next year?",
    cannot_see="Children whose disability nobody recorded, and reviews of short breaks that brought "
    "the assessment up to date without a new one.",
)
