"""Keeping what the rules said of a child who was asked again. Worked out, so no entry in the audit trail."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sightline.casework.models import AskedAgain


def keep(
    *, child: str, version: int, ledger: int, on: date | None, concerns: Sequence[dict[str, Any]]
) -> AskedAgain:
    """Put the answers in place of what was kept of the child before."""
    kept, _ = AskedAgain.objects.update_or_create(
        child=child,
        defaults={"version": version, "ledger": ledger, "on": on, "concerns": list(concerns)},
    )
    return kept


def kept_of(children: Collection[str]) -> dict[str, AskedAgain]:
    """What is kept of each of these children who was asked again."""
    return {one.child: one for one in AskedAgain.objects.filter(child__in=list(children))}


def forget_all_but(ledger: int) -> int:
    """Take out the answers that were laid over an earlier ledger file; gives how many."""
    taken_out, _ = AskedAgain.objects.exclude(ledger=ledger).delete()
    return taken_out
