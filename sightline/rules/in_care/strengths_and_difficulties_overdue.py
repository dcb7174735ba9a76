"""The yearly questionnaire about how a child in care is."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.checks_in_care import with_birth
from sightline.rules.journey.periods_of_care import clocks_from_entry, periods_of_care


def questionnaire_clocks(
    care_episodes: ir.Table,
    strengths_and_difficulties: ir.Table,
    children: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """One row per clock that runs out at an age asked about: from entry, and from each questionnaire."""
    answered = strengths_and_difficulties.filter(_.score.notnull() | _.no_score_reason.notnull())
    in_turn = clocks_from_entry(
        periods_of_care(care_episodes), answered.select("child", day="completed")
    )
    with_due = clocks.after(in_turn, day="clock_starts", standard="CLA-18", into="year_over")
    of_age = clocks.after(
        with_birth(with_due, children), day="born", standard="CLA-26", into="first_birthday"
    )
    limited = clocks.after(of_age, day="born", standard="CLA-27", into="last_birthday")
    return limited.filter(_.year_over >= _.first_birthday, _.year_over < _.last_birthday)


STRENGTHS_AND_DIFFICULTIES_OVERDUE = Rule(
    name="strengths_and_difficulties_overdue",
    title="No strengths and difficulties questionnaire in a year",
    question="Has the carer been asked in the last year how the child is feeling and behaving?",
    stage="in care",
    sources=("CLA-18", "CLA-26", "CLA-27"),
    themes=("health_cic",),
    one_row_per="questionnaire after",
    subject_day=_.clock_starts,
    population=questionnaire_clocks,
    clock=Clock(
        starts=_.clock_starts,
        limit="CLA-18",
        met=_.next_done,
        lapses=ibis.least(_.care_ended, _.last_birthday),
    ),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "strengths_and_difficulties.completed",
        "strengths_and_difficulties.score",
        "children.born",
    ),
    counted_in="care_episodes",
    evidence={
        "clock started": Evidence(value=_.clock_starts),
        "questionnaire": Evidence(value=_.next_done),
        "born": Evidence(value=_.born),
        "entered care": Evidence(value=_.care_started),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "The clock starts on entry to care and anew with every questionnaire that has a score or a "
        "reason for having none. Months are calendar months and the due day itself is in time.",
        "It is asked where the year is over between the fourth and the seventeenth birthday, and not "
        "of a child whose day of birth is not held.",
        "Where the records begin in the middle of a period of care, it starts with the first "
        "questionnaire.",
        "The end of care, or the seventeenth birthday, lapses the duty.",
    ),
    helps="Ask the carer to fill it in, and look at the answers with them: what has changed since last "
    "year, and what would help?",
    cannot_see="What teachers and the young people themselves answered, and what was done with it.",
)
