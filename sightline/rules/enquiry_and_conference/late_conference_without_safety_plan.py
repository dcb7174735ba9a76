"""An initial conference held late, with no reason or no plan for the child's safety until then."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.enquiries import enquiries_with_conference


def late_without_agreement(
    enquiries: ir.Table, initial_conferences: ir.Table, clocks: Clocks
) -> ir.Table:
    """Enquiries whose conference was late, where the wait was not explained and made safe."""
    answered = enquiries_with_conference(enquiries, initial_conferences)
    due = clocks.after(answered, day="started", standard="S47-01", into="due_by")
    late = due.filter(_.conference_held > _.due_by)
    agreed = initial_conferences.group_by("child", conference_held="held").agg(
        reason=_.late_reason.min(), safety_plan=_.interim_safety_plan.any()
    )
    beside = late.inner_join(agreed, ["child", "conference_held"])
    missing = beside.filter(_.reason.isnull() | ~_.safety_plan.fill_null(False)).mutate(
        opens=ibis.ifelse(_.reason.notnull() & _.safety_plan.isnull(), None, _.conference_held)
    )
    return clocks.after(missing, day="conference_held", standard="S47-06", into="leaves_view")


LATE_CONFERENCE_WITHOUT_SAFETY_PLAN = Rule(
    name="late_conference_without_safety_plan",
    title="Late conference with no reason or no interim safety plan",
    question="Where the conference was late, was it agreed why, and how the child is safe meanwhile?",
    stage="enquiry and conference",
    sources=("S47-02", "S47-01", "S47-06"),
    themes=("strategy_s47", "supervision_mgmt_oversight"),
    one_row_per="enquiry",
    subject_day=_.started,
    population=late_without_agreement,
    span=Span(opens=_.opens, closes=_.leaves_view, unclear_from=_.conference_held),
    needs=(
        "enquiries.started",
        "initial_conferences.held",
        "initial_conferences.late_reason",
        "initial_conferences.interim_safety_plan",
    ),
    counted_in="enquiries",
    evidence={
        "enquiry started": Evidence(value=_.started),
        "conference due": Evidence(value=_.due_by),
        "conference held": Evidence(value=_.conference_held),
        "reason it was late": Evidence(value=_.reason, known_by=_.conference_held),
        "interim safety plan": Evidence(value=_.safety_plan, known_by=_.conference_held),
    },
    readings=(
        "A conference is late as in the rule on 15 working days. This rule asks only of late ones.",
        "The concern opens on the day the conference was held where no reason is recorded, or the "
        "record says that no interim safety plan was agreed. It closes after 6 months in view.",
        "Where there is a reason and nothing is said of a safety plan, the records cannot tell.",
    ),
    helps="Record why it was late, agreed by a manager and the chair, and what kept the child safe. "
    "For the next one, agree both on the day the conference is put off.",
    cannot_see="A conference that has not been held yet, which the rule on 15 working days shows, and "
    "safety plans kept in case notes.",
)
