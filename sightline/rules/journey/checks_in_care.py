"""Health checks of children in care that took place, and how old the child was."""

import ibis.expr.types as ir
from ibis import _

COMPLETED = "completed"
HEALTH_ASSESSMENTS = ("initial health assessment", "health assessment")
DENTAL_CHECKS = ("dental check",)


def checks_done(health_checks: ir.Table, kinds: tuple[str, ...]) -> ir.Table:
    """``child`` and ``day`` of every check of those kinds that took place, planned or refused ones left out."""
    done = health_checks.filter(_.kind.isin(kinds), _.status == COMPLETED)
    return done.select("child", day="checked")


def with_birth(rows: ir.Table, children: ir.Table) -> ir.Table:
    """The rows with ``born``, empty where no day of birth is held."""
    births = children.select("child", "born")
    return rows.left_join(births, "child").select(*rows.columns, "born")
