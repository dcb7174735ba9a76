"""Whether a manager decided what to do after an event of high risk."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.oversight import decisions, high_risk_events, while_a_child
from sightline.rules.journey.responses import first_from


def events_decided(
    enquiries: ir.Table,
    missing_episodes: ir.Table,
    risk_alerts: ir.Table,
    notifications: ir.Table,
    children: ir.Table,
    management_decisions: ir.Table,
) -> ir.Table:
    """Every event of high risk, with the first decision of a manager from that day on."""
    events = high_risk_events(enquiries, missing_episodes, risk_alerts, notifications)
    of_children = while_a_child(events, children)
    return first_from(of_children, "day", decisions(management_decisions), "decided")


NO_DECISION_AFTER_HIGH_RISK_EVENT = Rule(
    name="no_decision_after_high_risk_event",
    title="Event of high risk without a manager's decision",
    question="After something grave became known, did a manager decide what to do?",
    stage="oversight",
    sources=("OVS-02",),
    themes=("supervision_mgmt_oversight", "missing", "exploitation"),
    one_row_per="event of high risk",
    subject_day=_.day,
    population=events_decided,
    clock=Clock(starts=_.day, limit="OVS-02", met=_.decided, lapses=_.childhood_ends),
    needs=(
        "management_decisions.made",
        "enquiries.started",
        "missing_episodes.started",
        "children.born",
    ),
    counted_in="enquiries",
    evidence={
        "what happened": Evidence(value=_.what),
        "on": Evidence(value=_.day),
        "decision recorded": Evidence(value=_.decided),
    },
    readings=(
        "Events are an enquiry begun, a missing episode, an alert put on the record, and a "
        "notification of custody, of hospital, or of death or serious harm. Several on one day are one; "
        "the first in the alphabet is named.",
        "Any decision of a manager about the child from that day on meets it.",
        "The day of the event is day 0 and the due day itself is in time. The 18th birthday or the "
        "child's death lapses the duty.",
    ),
    helps="Decide today who sees the child, who talks with whom, and what would make you think again.",
    cannot_see="Decisions taken in a strategy discussion and not recorded as a manager's own, and events "
    "nobody told of.",
)
