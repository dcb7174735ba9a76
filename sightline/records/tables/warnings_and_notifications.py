"""Alerts that stand on a child's record, and what other agencies told the service."""

from sightline.records.table import DATE, TEXT, Column, Table

RISK_ALERTS = Table(
    name="risk_alerts",
    one_row_per="alert on a child's record",
    meaning="A warning that whoever opens the record should see.",
    key="risk_alert",
    happened="raised",
    ends="ended",
    required=("child", "raised"),
    columns=(
        Column("risk_alert", TEXT, "The record's id."),
        Column("child", TEXT, "The child.", refers_to="children"),
        Column("raised", DATE, "The day it was put on the record."),
        Column(
            "ended",
            DATE,
            "The day it was taken off; empty while it stands.",
            trap="Alerts are rarely taken off, so an old one may say nothing of today.",
        ),
        Column("kind", TEXT, "What it warns of.", codes="alert_kind"),
        Column("agency", TEXT, "Which agency raised it.", codes="agency"),
        Column("worker", TEXT, "Who put it on.", refers_to="workers"),
    ),
)

NOTIFICATIONS = Table(
    name="notifications",
    one_row_per="child named in another agency's notification",
    meaning="Another agency told of something, such as the police of a night of domestic abuse.",
    key="notification",
    happened="received",
    required=("child", "received"),
    columns=(
        Column("notification", TEXT, "The record's id."),
        Column("child", TEXT, "The child named.", refers_to="children"),
        Column("received", DATE, "The day the service was told."),
        Column("event_day", DATE, "The day it happened, where the notification says."),
        Column("agency", TEXT, "Who told.", codes="agency"),
        Column("kind", TEXT, "What it was about.", codes="notification_kind"),
        Column("decided", DATE, "The day somebody decided what to do."),
        Column(
            "outcome",
            TEXT,
            "What was decided.",
            trap="One that changed nothing still counts: it is the pile that tells.",
            known_by="decided",
        ),
        Column("contact", TEXT, "The contact it became.", known_by="decided", refers_to="contacts"),
    ),
)
