"""Self-evaluation: claims, each tied to dated evidence, beside what inspectors said last time.

Nothing is graded here. A claim with no evidence, or with none that is recent enough, says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sightline.casework.models import Person
from sightline.improvement.models import Claim, ClaimTie, Evidence, Plan
from sightline.improvement.writing import NotRecorded, change, said, write_plan
from sightline.inspections.facts import Documents, Finding
from sightline.records.standards import value_on
from sightline.records.themes import THEMES

STALE_AFTER = "IMP-03"


@dataclass(frozen=True)
class TiedEvidence:
    """One piece of evidence of a claim, how many days old it is and whether that is too old."""

    tie: ClaimTie
    evidence: Evidence
    age: int
    is_stale: bool


@dataclass(frozen=True)
class ClaimNow:
    """A claim as it stands on a day, and what inspectors said last time on its themes."""

    claim: Claim
    evidence: tuple[TiedEvidence, ...]
    last_time: tuple[Finding, ...]

    @property
    def has_none(self) -> bool:
        """Whether nothing stands behind it."""
        return not self.evidence

    @property
    def is_stale(self) -> bool:
        """Whether something stands behind it, and all of it is too old."""
        return bool(self.evidence) and all(one.is_stale for one in self.evidence)


def make_claim(
    *, by: Person, plan: Plan, words: str, themes: Sequence[str], submission: str = ""
) -> Claim:
    """Say something of the service. It stands without evidence until it is tied to some, and says so."""

    def work(at: datetime) -> Claim:
        return Claim.objects.create(
            plan=plan, words=said(words, "claim"), themes=_known(themes), by=by, at=at
        )

    return write_plan(by=by, thing="a claim is made", work=work, submission=submission)


def change_claim(
    *,
    by: Person,
    claim: Claim,
    seen: int | None,
    words: str,
    themes: Sequence[str],
    why: str = "",
) -> Claim:
    """Reword a claim. What it said before is kept."""

    def work(at: datetime) -> Claim:
        _standing(claim)
        columns = {"words": said(words, "claim"), "themes": _known(themes)}
        change(claim, columns, by=by, at=at, seen=seen, why=why)
        return claim

    return write_plan(by=by, thing="a claim is changed", work=work)


def tie(*, by: Person, claim: Claim, evidence: Sequence[Evidence], submission: str = "") -> Claim:
    """Tie a claim to evidence of its plan that still counts."""

    def work(at: datetime) -> Claim:
        standing = _standing(claim)
        if not evidence:
            raise NotRecorded("No evidence is chosen.", "Choose what the claim rests on.")
        for one in evidence:
            kept = Evidence.objects.get(pk=one.pk)
            if kept.objective.plan_id != standing.plan_id or kept.withdrawn_at is not None:
                raise NotRecorded(
                    "That evidence is of another plan, or was withdrawn.", "Choose another."
                )
            ClaimTie.objects.get_or_create(
                claim=standing, evidence=kept, untied_at=None, defaults={"by": by, "at": at}
            )
        return standing

    return write_plan(by=by, thing="a claim is tied to evidence", work=work, submission=submission)


def untie(*, by: Person, tied: ClaimTie) -> ClaimTie:
    """Say that a claim no longer rests on a piece of evidence. That it did stays known."""

    def work(at: datetime) -> ClaimTie:
        standing = ClaimTie.objects.select_for_update().get(pk=tied.pk)
        if standing.untied_at is None:
            standing.untied_by, standing.untied_at = by, at
            standing.save(update_fields=["untied_by", "untied_at"])
        return standing

    return write_plan(by=by, thing="a claim is untied from evidence", work=work)


def withdraw_claim(*, by: Person, claim: Claim, reason: str, submission: str = "") -> Claim:
    """Say that the service no longer says this, and why. It stays known."""

    def work(at: datetime) -> Claim:
        standing = _standing(claim)
        standing.withdrawn_by, standing.withdrawn_at = by, at
        standing.withdrawn_because = said(reason, "reason")
        standing.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"])
        return standing

    return write_plan(by=by, thing="a claim is withdrawn", work=work, submission=submission)


def claims_of(
    plan: Plan,
    documents: Documents,
    day: date,
    local_standards: Mapping[str, Any] | None = None,
) -> list[ClaimNow]:
    """The claims of a plan that stand, with their evidence as it is on ``day``."""
    months = int(value_on(STALE_AFTER, day, local_standards))
    last_time = [one for one in documents.findings if one.file == plan.document_file]
    return [
        ClaimNow(
            claim=one,
            evidence=_evidence_of(one, day, months),
            last_time=tuple(row for row in last_time if set(row.themes) & set(one.themes)),
        )
        for one in plan.claims.filter(withdrawn_at=None)
    ]


def evidence_to_tie(claim: Claim) -> list[Evidence]:
    """The evidence of the plan that counts and is not tied to the claim yet, the latest first."""
    tied = claim.ties.filter(untied_at=None).values("evidence")
    kept = Evidence.objects.filter(objective__plan=claim.plan_id, withdrawn_at=None)
    return list(kept.exclude(pk__in=tied).select_related("objective"))


def _evidence_of(claim: Claim, day: date, months: int) -> tuple[TiedEvidence, ...]:
    """What it rests on, the latest first. Evidence that was withdrawn no longer counts."""
    ties = claim.ties.filter(untied_at=None, evidence__withdrawn_at=None)
    rows = ties.select_related("evidence__objective").order_by("-evidence__on", "pk")
    return tuple(
        TiedEvidence(
            tie=row,
            evidence=row.evidence,
            age=(day - row.evidence.on).days,
            is_stale=_is_older(row.evidence.on, day, months),
        )
        for row in rows
    )


def _is_older(on: date, day: date, months: int) -> bool:
    """Whether a day lies more than so many whole months back."""
    whole = (day.year - on.year) * 12 + day.month - on.month - (day.day < on.day)
    return whole >= months and not (whole == months and day.day == on.day)


def _standing(claim: Claim) -> Claim:
    standing = Claim.objects.select_for_update().get(pk=claim.pk)
    if standing.withdrawn_at is not None:
        raise NotRecorded("This claim was withdrawn.", "Make a new one.")
    return standing


def _known(themes: Sequence[str]) -> list[str]:
    unknown = [one for one in themes if one not in THEMES]
    if unknown or not themes:
        raise NotRecorded("A claim needs a theme.", "Choose at least one from the list.")
    return list(themes)
