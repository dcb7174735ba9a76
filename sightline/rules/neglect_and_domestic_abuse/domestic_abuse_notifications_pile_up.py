"""Notification after notification of domestic abuse, and nobody assesses."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.piling_up import piles
from sightline.rules.journey.responses import on_the_day, while_running

DOMESTIC_ABUSE = "domestic abuse"


def piled_notifications(
    notifications: ir.Table,
    assessments: ir.Table,
    strategy_discussions: ir.Table,
    initial_conferences: ir.Table,
    protection_plans: ir.Table,
    care_episodes: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Times with that many notifications in the window and no assessment or protection since."""
    looked_into = ibis.union(
        on_the_day(assessments, "started"),
        on_the_day(strategy_discussions, "held"),
        on_the_day(initial_conferences, "held"),
        while_running(protection_plans),
        while_running(care_episodes),
    )
    return piles(
        notifications.filter(_.kind == DOMESTIC_ABUSE).select("child", day="received"),
        looked_into,
        clocks,
        number=clocks.number("DAB-01"),
        window_standard="DAB-02",
    )


DOMESTIC_ABUSE_NOTIFICATIONS_PILE_UP = Rule(
    name="domestic_abuse_notifications_pile_up",
    title="Domestic abuse notifications pile up",
    question="Do notifications of domestic abuse pile up before anyone looks at them together?",
    stage="neglect and domestic abuse",
    sources=("DAB-01", "DAB-02"),
    themes=("domestic_abuse", "front_door_thresholds", "partnership"),
    one_row_per="notification",
    subject_day=_.opens,
    population=piled_notifications,
    span=Span(opens=_.opens, closes=_.closes),
    needs=(
        "notifications.received",
        "notifications.kind",
        "assessments.started",
        "protection_plans.started",
        "care_episodes.started",
    ),
    counted_in="notifications",
    evidence={
        "first notification": Evidence(value=_.first),
        "this notification": Evidence(value=_.opens),
        "looked into, or out of view": Evidence(value=_.closes),
    },
    readings=(
        "The concern opens on the day the third notification of domestic abuse within 12 months was "
        "received. The anniversary itself is inside. Several on one day are one.",
        "Every notification counts, whoever sent it and whatever was decided.",
        "From the day of the first of them on no assessment was begun, no strategy discussion or initial "
        "conference was held, and the child had no protection plan and no care.",
        "It closes on the first of these, or else on the day after the anniversary of the first of the "
        "last three. A further notification while it is open is the same concern.",
    ),
    helps="Read them as one story: who was hurt, what did the child see, is it getting worse? Ask "
    "the police and the domestic abuse service what they know before deciding alone.",
    cannot_see="Calls the police did not pass on, notifications about the same household that name "
    "other children, and help from a domestic abuse service.",
)
