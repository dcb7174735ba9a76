"""A letter before proceedings, and no offer to the family to make its own plan."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.clocks import Clocks
from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.answers import beside_answers


def letters_without_offer(
    letters_before_proceedings: ir.Table,
    family_group_decision_making: ir.Table,
    pre_proceedings: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Letters on a day without an offer, of children whose family had none in the time before."""
    letters = letters_before_proceedings.select(
        "child", day="sent", said_not=_.family_group_offered.notnull()
    )
    days = letters.group_by("child", "day").agg(said_not=_.said_not.max())
    offers = _offers(letters_before_proceedings, family_group_decision_making)
    beside = beside_answers(days, offers).inner_join(days, ["child", "day"])
    in_view = clocks.before(beside, day="day", standard="PLO-09", into="counts_from")
    without = in_view.filter((_.last_answer < _.counts_from).fill_null(True))
    ends = beside_answers(days, _ends(pre_proceedings)).select("child", "day", ended="next_answer")
    with_end = without.inner_join(ends, ["child", "day"])
    return with_end.mutate(
        opens=ibis.ifelse(_.said_not, _.day, ibis.null("date")),
        closes=ibis.least(_.next_answer, _.ended),
    ).filter((_.closes > _.day).fill_null(True))


def _offers(
    letters_before_proceedings: ir.Table, family_group_decision_making: ir.Table
) -> ir.Table:
    """Days on which it was offered, in a letter too, or decided with a reason not to offer it."""
    in_a_letter = letters_before_proceedings.filter(_.family_group_offered)
    offered = family_group_decision_making.select("child", day="offered").union(
        in_a_letter.select("child", day="sent")
    )
    reasoned = family_group_decision_making.filter(_.not_offered_reason.notnull())
    return offered.union(reasoned.select("child", day="not_offered_on"))


def _ends(pre_proceedings: ir.Table) -> ir.Table:
    """Days on which pre-proceedings ended, by agreement or at court."""
    return pre_proceedings.select(
        "child", day=ibis.least(_.outcome_agreed, _.letter_of_issue_sent, _.application_issued)
    )


FAMILY_GROUP_DECISION_MAKING_NOT_OFFERED = Rule(
    name="family_group_decision_making_not_offered",
    title="Family not offered to make its own plan before court",
    question="Before going to court, was the family offered to make its own plan for the child?",
    stage="pre-proceedings",
    sources=("PLO-05", "PLO-09"),
    themes=("plo_preproceedings", "fostering_kinship"),
    one_row_per="letter before proceedings",
    subject_day=_.day,
    population=letters_without_offer,
    span=Span(opens=_.opens, closes=_.closes, unclear_from=_.day),
    on_by_default=False,
    needs=(
        "letters_before_proceedings.sent",
        "letters_before_proceedings.family_group_offered",
        "family_group_decision_making.offered",
    ),
    counted_in="letters_before_proceedings",
    evidence={
        "letter sent": Evidence(value=_.day),
        "offered before": Evidence(value=_.last_answer),
        "offered, or decided not to": Evidence(value=_.next_answer),
        "agreed how it ends, or gone to court": Evidence(value=_.ended),
    },
    readings=(
        "The law is made and not yet in force, so this is a question to get ready by. It is off by "
        "default.",
        "The concern opens on the day a letter was sent that makes no offer and gives no reason, where "
        "no offer was recorded by that day. An offer counts for the council's own time, 12 months "
        "without one; the anniversary itself is inside.",
        "An offer in an earlier or later letter counts like any other, and so does a decision not to "
        "offer it whose reason is recorded.",
        "Where the letter does not say, the records cannot tell.",
        "It closes on the first offer or reason after the letter, and on the day pre-proceedings end "
        "or the case goes to court.",
    ),
    helps="Make the offer now, to parents and to others who care for the child, and write down the "
    "answer; or write down why it would not be in the child's interests.",
    cannot_see="Whether the offer was explained well enough for the family to want it, and families who "
    "met on their own.",
)
