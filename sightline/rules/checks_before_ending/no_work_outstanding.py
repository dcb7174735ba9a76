"""Whether an assessment, an enquiry or other work was still going on."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.rules.journey.plan_decisions import beside, beside_the_decision


def with_open_work(
    moments: ir.Table,
    plan_endings: ir.Table,
    protection_plans: ir.Table,
    assessments: ir.Table,
    enquiries: ir.Table,
) -> ir.Table:
    """Beside each moment the decision, and assessments and enquiries that were not finished."""
    unfinished = assessments.filter(_.authorised.isnull(), _.cancelled.isnull())
    running = enquiries.filter(_.ended.isnull())
    decision = beside_the_decision(moments, plan_endings, protection_plans)
    open_assessments = unfinished.group_by(*MOMENT).agg(open_assessment=_.started.min())
    open_enquiries = running.group_by(*MOMENT).agg(open_enquiry=_.started.min())
    return beside(beside(decision, open_assessments), open_enquiries)


NO_WORK_OUTSTANDING = Check(
    name="no_work_outstanding",
    title="No assessment or major piece of work is outstanding",
    question="Is every assessment and major piece of work finished?",
    asked_by="Lincolnshire's procedure on ending a plan",
    themes=("plans_cp", "assessment_timeliness"),
    one_row_per="protection plan",
    judged=with_open_work,
    met=ibis.cases(
        (_.work_outstanding | _.open_assessment.notnull() | _.open_enquiry.notnull(), False),
        (~_.work_outstanding, True),
    ),
    evidence={
        "recorded as outstanding": _.work_outstanding,
        "unfinished assessment begun": _.open_assessment,
        "unfinished enquiry begun": _.open_enquiry,
    },
    needs=("assessments.authorised", "enquiries.ended"),
    readings=(
        "An assessment neither signed off nor given up by the day asked, or an enquiry not concluded, "
        "is outstanding, whenever it began.",
        "It is met where none is and the decision to end the plan says that no work is outstanding. "
        "Where the decision does not say, other work may be, and there is no evidence.",
    ),
    helps="Finish it first, or write down why the answer cannot change the decision.",
    cannot_see="Assessments by other agencies, courts or experts.",
)
