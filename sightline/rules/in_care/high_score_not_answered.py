"""Help for a child in care whose carer says that they are struggling."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Clock, Evidence, Rule
from sightline.rules.journey.days import in_right_order, or_never
from sightline.rules.journey.periods_of_care import done_in_care, periods_of_care


def high_scores(
    care_episodes: ir.Table,
    strengths_and_difficulties: ir.Table,
    emotional_wellbeing: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Every high score in care, with the first referral from then on or the help that ran already."""
    high = strengths_and_difficulties.filter(_.score >= clocks.number("CLA-37"))
    by_day = high.group_by("child", "completed").agg(score=_.score.max())
    scores = done_in_care(by_day.mutate(day=_.completed), periods_of_care(care_episodes))
    asked_for = in_right_order(emotional_wellbeing, "referred", "ended").select(
        "child", "referred", help_runs_to=or_never(_.ended)
    )
    first = (
        scores.inner_join(asked_for, "child")
        .filter(_.help_runs_to >= _.day, _.referred <= _.care_runs_to)
        .group_by("child", "day")
        .agg(referred=_.referred.min())
    )
    beside = scores.left_join(first, ["child", "day"])
    return beside.mutate(answered=ibis.ifelse(_.referred < _.day, _.day, _.referred)).filter(
        _.day < _.care_runs_to
    )


HIGH_SCORE_NOT_ANSWERED = Rule(
    name="high_score_not_answered",
    title="High score of difficulties and no help asked for",
    question="When the carer said the child was struggling, did anyone ask for help?",
    stage="in care",
    sources=("CLA-38", "CLA-37"),
    themes=("health_cic",),
    one_row_per="questionnaire",
    subject_day=_.day,
    population=high_scores,
    clock=Clock(starts=_.day, limit="CLA-38", met=_.answered, lapses=_.care_ended),
    needs=(
        "care_episodes.started",
        "care_episodes.ended",
        "strengths_and_difficulties.completed",
        "strengths_and_difficulties.score",
        "emotional_wellbeing.referred",
    ),
    counted_in="strengths_and_difficulties",
    evidence={
        "questionnaire": Evidence(value=_.day),
        "score": Evidence(value=_.score),
        "help asked for": Evidence(value=_.referred),
        "care ended": Evidence(value=_.care_ended),
    },
    readings=(
        "A high score is one that the Department for Education counts as a cause for concern. It is a "
        "carer's view on one day, not a diagnosis.",
        "The clock starts on the day of the questionnaire. The council sets the time, 20 working days "
        "without its own; the due day itself is in time.",
        "A referral for emotional wellbeing from that day on meets it. Help asked for before and not "
        "ended by then meets it on the day itself. Whether it was accepted is another question.",
        "The end of care lapses the duty.",
    ),
    helps="Look at the answers with the carer and the child: what is hardest now? Then ask for help, "
    "or write down why none is needed.",
    cannot_see="Help that needs no referral, such as a clinician in the team or a counsellor at school.",
)
