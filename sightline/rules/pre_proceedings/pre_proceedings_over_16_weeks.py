"""Pre-proceedings that go on for longer than good practice asks."""

import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.childhood import beside_end_of_childhood
from sightline.rules.journey.pre_proceedings import times_in_pre_proceedings


def times_since_the_letter(
    pre_proceedings: ir.Table, letters_before_proceedings: ir.Table, children: ir.Table
) -> ir.Table:
    """Times in pre-proceedings of which the letter was sent, beside the child's 18th birthday."""
    times = times_in_pre_proceedings(pre_proceedings, letters_before_proceedings)
    return beside_end_of_childhood(times.filter(_.letter.notnull()), children)


PRE_PROCEEDINGS_OVER_16_WEEKS = Rule(
    name="pre_proceedings_over_16_weeks",
    title="Pre-proceedings longer than 16 weeks",
    question="Was it decided in time whether the child is safe enough or the case goes to court?",
    stage="pre-proceedings",
    sources=("PLO-01", "PLO-02"),
    themes=("plo_preproceedings", "step_down_closure"),
    one_row_per="pre-proceedings since letter",
    subject_day=_.letter,
    population=times_since_the_letter,
    clock=Clock(starts=_.letter, limit="PLO-01", met=_.ended, lapses=_.childhood_ends),
    needs=("pre_proceedings.letter_sent", "pre_proceedings.outcome_agreed"),
    counted_in="pre_proceedings",
    evidence={
        "decided": Evidence(value=_.decided),
        "letter sent": Evidence(value=_.letter),
        "agreed how it ends, or gone to court": Evidence(value=_.ended),
        "eighteenth birthday or death": Evidence(value=_.childhood_ends),
    },
    readings=(
        "The clock runs from the day the letter before proceedings was sent. The day sixteen weeks on "
        "is in time.",
        "Sixteen weeks are good practice, not law, and a council may set its own, such as twelve "
        "(PLO-02), under PLO-01.",
        "It is met by an agreed outcome, the letter of issue or the application to court, whichever "
        "comes first.",
        "Without a letter there is no clock; that the letter is missing is a rule of its own.",
        "The duty lapses on the child's 18th birthday or death.",
    ),
    helps="Take the case back to legal planning: say what has changed for the child since the letter, "
    "and decide to step down, to go to court, or why a few more weeks are right.",
    cannot_see="Time that was well used, such as waiting for an assessment everybody agreed on.",
)
