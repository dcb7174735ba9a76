"""The letter that tells parents what must change, soon after it is decided to send one."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.pre_proceedings import times_in_pre_proceedings

OTHER_DECISIONS = ("A", "C")  # go on as before, or straight to court


def times_that_call_for_a_letter(
    pre_proceedings: ir.Table, letters_before_proceedings: ir.Table
) -> ir.Table:
    """Times in pre-proceedings, but those where the panel decided something else."""
    times = times_in_pre_proceedings(pre_proceedings, letters_before_proceedings)
    return times.filter(~_.gateway_outcome.isin(OTHER_DECISIONS).fill_null(False))


LETTER_BEFORE_PROCEEDINGS_NOT_SENT = Rule(
    name="letter_before_proceedings_not_sent",
    title="No letter before proceedings soon after the decision",
    question="Were the parents told in a letter, soon after it was decided, what must change?",
    stage="pre-proceedings",
    sources=("PLO-06",),
    themes=("plo_preproceedings",),
    one_row_per="decision to enter pre-proceedings",
    subject_day=_.decided,
    population=times_that_call_for_a_letter,
    clock=Clock(starts=_.decided, limit="PLO-06", met=_.letter, lapses=_.ended),
    needs=("pre_proceedings.decided", "pre_proceedings.letter_sent"),
    counted_in="pre_proceedings",
    evidence={
        "decided": Evidence(value=_.decided),
        "letter sent": Evidence(value=_.letter),
        "agreed how it ends, or gone to court": Evidence(value=_.ended),
    },
    readings=(
        "The limit is the council's own; there is no national one, and without the council's it is 10 "
        "working days. The day of the decision is day 0 and the due day itself is in time.",
        "Where the panel decided to go on as before, or to go straight to court, no letter is due. "
        "Where its decision is not recorded, one is.",
        "The letter is the earliest of the one recorded with the decision and any that names it or, "
        "naming none, follows it before the next decision.",
        "The duty lapses on the day it was agreed how pre-proceedings end, or the case went to court.",
    ),
    helps="Settle the letter with the lawyer today, and have somebody take it to the parents and go "
    "through it with them. Until they have it, their time to change has not begun.",
    cannot_see="Whether the parents read the letter and understood it, and what they were told before it.",
)
