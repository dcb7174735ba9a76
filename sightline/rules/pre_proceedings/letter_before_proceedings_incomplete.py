"""A letter before proceedings that leaves out something parents need to know."""

from collections.abc import Callable
from functools import reduce
from operator import or_

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.rule import Evidence, Rule, Span
from sightline.rules.journey.answers import beside_answers

POINTS = {
    "to_every_parent": "to every parent",
    "tells_of_free_legal_advice": "free legal advice",
    "concerns_plain": "the concerns in plain words",
    "what_must_change": "what must change",
    "help_offered": "the help the council gives",
    "assessments_named": "the assessments",
    "meeting_named": "the meeting",
    "family_network_asked": "who in the family could help",
    "says_what_follows": "what follows if nothing changes",
    "childs_views": "the child's views",
    "easy_to_read": "easy to read, in the family's language",
}


def letters_with_gaps(letters_before_proceedings: ir.Table, pre_proceedings: ir.Table) -> ir.Table:
    """Every letter with what it leaves out, what is not recorded of it, and what took its place."""
    letters = letters_before_proceedings
    judged = letters.select(
        "child",
        "sent",
        leaves_out=_named(letters, lambda point: ~point),
        not_recorded=_named(letters, lambda point: point.isnull()),
        lacks=reduce(or_, ((~letters[point]).fill_null(False) for point in POINTS)),
        unclear=reduce(or_, (letters[point].isnull() for point in POINTS)),
    )
    closings = _closings(letters, pre_proceedings)
    with_gaps = judged.filter(_.lacks | _.unclear).inner_join(closings, ["child", "sent"])
    return with_gaps.mutate(opens=ibis.ifelse(_.lacks, _.sent, ibis.null("date"))).filter(
        (_.closes > _.sent).fill_null(True)
    )


def _named(letters: ir.Table, which: Callable[[ir.Value], ir.BooleanValue]) -> ir.StringValue:
    """The points of which that is true, in words, a semicolon after each."""
    words = [
        ibis.ifelse(which(letters[point]).fill_null(False), f" {label};", "")
        for point, label in POINTS.items()
    ]
    return reduce(lambda text, word: text + word, words).substr(1)


def _closings(letters: ir.Table, pre_proceedings: ir.Table) -> ir.Table:
    """For each day of a letter ``closes``: a further letter, or the end of pre-proceedings."""
    days = letters.select("child", day="sent")
    ends = pre_proceedings.select(
        "child", day=ibis.least(_.outcome_agreed, _.letter_of_issue_sent, _.application_issued)
    )
    in_turn = ibis.window(group_by="child", order_by="day")
    beside = beside_answers(days, ends).mutate(next_letter=_.day.lead().over(in_turn))
    return beside.select("child", sent="day", closes=ibis.least(_.next_letter, _.next_answer))


LETTER_BEFORE_PROCEEDINGS_INCOMPLETE = Rule(
    name="letter_before_proceedings_incomplete",
    title="Letter before proceedings leaves something out",
    question="Does the letter tell the parents everything they need to know to change things?",
    stage="pre-proceedings",
    sources=("PLO-07",),
    themes=("plo_preproceedings",),
    one_row_per="letter before proceedings",
    subject_day=_.sent,
    population=letters_with_gaps,
    span=Span(opens=_.opens, closes=_.closes, unclear_from=_.sent),
    needs=(
        "letters_before_proceedings.sent",
        *(f"letters_before_proceedings.{point}" for point in POINTS),
    ),
    counted_in="letters_before_proceedings",
    evidence={
        "letter sent": Evidence(value=_.sent),
        "not in the letter": Evidence(value=_.leaves_out.nullif("")),
        "not recorded": Evidence(value=_.not_recorded.nullif("")),
        "put right, or over": Evidence(value=_.closes),
    },
    readings=(
        "The concern opens on the day a letter was sent of which it is recorded that at least one "
        "point is not there.",
        "A letter with every point there is no concern. Where none is recorded as missing and one is "
        "not recorded at all, the records cannot tell.",
        "It closes when a further letter is sent, which is judged by itself, and on the next day on "
        "which pre-proceedings end. A letter sent on that very day opens none.",
        "The offer of family group decision-making is a rule of its own, ready for the Act of 2026.",
        "That the parents' receipt was recorded comes after the letter and is not judged here.",
    ),
    helps="Send what is missing with a short new letter, agreed with the lawyer, and go through it with "
    "the parents.",
    cannot_see="How well each point is put. The legal adviser owns the text; this is a list to look "
    "through, not advice.",
)
