"""Makes the self-evaluation as a paper: claims, their evidence, and what inspectors said last time."""

from collections.abc import Sequence
from datetime import date

from sightline.improvement.models import Evidence, Plan
from sightline.improvement.papers.building import SELF_EVALUATION, TITLES
from sightline.improvement.papers.content import (
    MEASURE,
    PLAN,
    Block,
    Cell,
    Heading,
    Number,
    Paper,
    Paragraph,
    Table,
)
from sightline.improvement.papers.figures import in_words
from sightline.improvement.self_evaluation import ClaimNow, TiedEvidence


def paper_of_claims(
    plan: Plan, claims: Sequence[ClaimNow], months: int, day: date, notice: str
) -> Paper:
    """The self-evaluation as it stands on ``day``; evidence is stale after so many months."""
    unproven = sum(one.has_none for one in claims)
    stale = sum(one.is_stale for one in claims)
    blocks: list[Block] = [
        Heading("At a glance"),
        Paragraph(
            (
                "Claims: ", _count(len(claims), "claims"),
                ". Without evidence: ", _count(unproven, "claims without evidence"),
                ". With stale evidence only: ", _count(stale, "claims with stale evidence"),
                f". Evidence is stale after {months} months (standard IMP-03).",
            )
        ),
    ]  # fmt: skip
    for place, one in enumerate(claims, start=1):
        blocks += _claim(place, one)
    return Paper(
        kind=SELF_EVALUATION,
        title=f"{TITLES[SELF_EVALUATION]}: {plan.title}",
        subtitle=(
            f"As it stood on {in_words(day)}. Each claim stands beside its evidence, with the day it "
            "speaks of, and what inspectors said last time on its themes."
        ),
        notice=notice,
        day=day,
        blocks=tuple(blocks),
    )


def _claim(place: int, one: ClaimNow) -> list[Block]:
    blocks: list[Block] = [Heading(f"{place}. {one.claim.words}", 2)]
    if one.has_none:
        blocks.append(Paragraph(("No evidence: nothing dated stands behind this claim.",)))
    else:
        if one.is_stale:
            blocks.append(Paragraph(("Stale: all its evidence is too old to speak of today.",)))
        rows = tuple(_row(tied) for tied in one.evidence)
        heads = ("Evidence", "Of", "What it says", "Stands")
        blocks.append(Table(f"Claim {place}: evidence", heads, rows, (22, 18, 44, 16)))
    if not one.last_time:
        blocks.append(Paragraph(("Inspectors said nothing on these themes last time.",), "note"))
    for row in one.last_time:
        where = f"Inspectors last time, page {row.page} ({row.polarity}): "
        blocks.append(Paragraph((where, f"“{row.text}”"), "quote"))
    return blocks


def _row(tied: TiedEvidence) -> tuple[Cell, ...]:
    kept = tied.evidence
    return (
        kept.get_kind_display(),
        in_words(kept.on),
        _what_it_says(kept),
        "stale" if tied.is_stale else "recent",
    )


def _what_it_says(kept: Evidence) -> Cell:
    """The figure or the audit with its numbers, and the words kept with it."""
    name = f"evidence {kept.pk}"
    if kept.kind == Evidence.Kind.AUDIT:
        return (
            f"{kept.question} ",
            Number(f"{kept.met:,}", PLAN, name, "met"), " of ",
            Number(f"{kept.looked_at:,}", PLAN, name, "looked_at"), f" cases. {kept.words}",
        )  # fmt: skip
    if kept.kind == Evidence.Kind.MEASURE and kept.numerator is not None:
        numerator = Number(
            f"{kept.numerator:,}", MEASURE, kept.measure, "numerator", kept.period, kept.period
        )
        records = f"records up to {in_words(kept.records_of)}"
        if kept.denominator is None:
            return (f"{kept.measure}: ", numerator, f", {records}. {kept.words}")
        among = Number(
            f"{kept.denominator:,}", MEASURE, kept.measure, "denominator", kept.period, kept.period
        )
        return (f"{kept.measure}: ", numerator, " of ", among, f", {records}. {kept.words}")
    return kept.words


def _count(number: int, what: str) -> Number:
    return Number(str(number), PLAN, what)
