"""Keeping what the rules said of a child who was asked again. Worked out, so no entry in the audit trail."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sightline.casework.models import AskedAgain


def keep(
    *, child: str, version: int, ledger: int, on: date | None, concerns: Sequence[dict[str, Any]]
) -> AskedAgain:
    """Put the answers in place of what was kept of the child before."""
    one = AskedAgain(child=child, version=version, ledger=ledger, on=on, concerns=list(concerns))
    AskedAgain.objects.bulk_create(
        [one],
        update_conflicts=True,
        unique_fields=["child"],
        update_fields=["version", "ledger", "on", "concerns"],
    )
    return one


def kept_of(versions: Mapping[str, int], ledger: int) -> dict[str, AskedAgain]:
    """What is kept of children asked again, where it takes in their last version and was laid over
    this ledger file."""
    heads = AskedAgain.objects.filter(child__in=list(versions), ledger=ledger)
    fresh = [
        child
        for child, version in heads.values_list("child", "version")
        if versions[child] == version
    ]
    return {one.child: one for one in AskedAgain.objects.filter(child__in=fresh)}


def forget_all_but(ledger: int) -> int:
    """Take out the answers that were laid over an earlier ledger file; gives how many."""
    taken_out, _ = AskedAgain.objects.exclude(ledger=ledger).delete()
    return taken_out
