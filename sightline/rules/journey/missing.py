"""Children's returns from being missing, and what became of the interviews they are owed."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.steps import shared_step
from sightline.rules.journey.days import never, or_never

ANSWERS = ("offered", "held", "declined")


@shared_step
def returns_from_missing(missing_episodes: ir.Table) -> ir.Table:
    """One row per child and day an episode began from which the child has returned.

    ``returned`` is the day the child came back, ``refused`` whether the episode says that the
    interview was not accepted. Two episodes begun on one day are one, over when both are. A child
    still missing has no row.
    """
    by_day = missing_episodes.group_by("child", "started")
    together = by_day.agg(
        returned=or_never(_.returned).max(),
        refusals=(~_.interview_accepted).fill_null(False).cast("int64").sum(),
        episodes=_.count(),
    )
    back = together.filter(_.returned < never())
    return back.select("child", "started", "returned", refused=_.refusals == _.episodes)


def answers_to_returns(missing_episodes: ir.Table, return_interviews: ir.Table) -> ir.Table:
    """For each return that has any: the first day an interview was offered, held and declined.

    An interview answers the episode it names or, naming none, the child's latest return on or
    before that day.
    """
    answers = _answers(return_interviews)
    columns = ["child", "started", "answer", "day"]
    named = answers.inner_join(
        missing_episodes.select("child", "missing_episode", "started"), ["child", "missing_episode"]
    )
    following = _answers_to_latest_return(answers, returns_from_missing(missing_episodes))
    both = named.select(columns).union(following.select(columns))
    return both.group_by("child", "started").agg(
        **{answer: both.day.min(where=both.answer == answer) for answer in ANSWERS}
    )


def _answers(return_interviews: ir.Table) -> ir.Table:
    """One row per interview and thing that happened to it, with its day."""
    of_each_kind = [
        return_interviews.select(
            "child", "missing_episode", answer=ibis.literal(answer), day=answer
        )
        for answer in ANSWERS
    ]
    return ibis.union(*of_each_kind)


def _answers_to_latest_return(answers: ir.Table, returns: ir.Table) -> ir.Table:
    """Answers that name no episode, each beside the child's latest return by that day."""
    in_turn = ibis.window(group_by="child", order_by=["returned", "started"])
    with_next = returns.mutate(next_return=_.returned.lead().over(in_turn))
    beside = answers.filter(_.missing_episode.isnull()).inner_join(with_next, "child")
    return beside.filter(_.day >= _.returned, (_.day < _.next_return).fill_null(True))
