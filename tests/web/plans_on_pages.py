"""A made-up plan in front of the pages: begun from the made-up report, one objective taken up."""

from datetime import date

from sightline.casework.models import Person
from sightline.improvement import (
    actions,
    choosing,
    evidence,
    objectives,
    plans,
    posts_and_money,
    self_evaluation,
)
from sightline.improvement.line_of_sight import everything_wanting
from sightline.improvement.models import Plan
from sightline.web import documents
from tests.web.made_up_service import INTERVIEWS

DUE = date(2030, 6, 1)


def begun_by(person: Person) -> Plan:
    """The plan of the made-up report: its first objective open, its second a draft."""
    library = documents.library()
    event = library.readable()[0]
    plan = plans.begin_plan(
        by=person,
        title="After the inspection",
        event=event,
        baseline=date(2018, 5, 18),
        sentences=everything_wanting(library.recommendations[event.file], ()),
    )
    objective = plan.objectives.get(number=1)
    objectives.take_up_several(by=person, objectives=[objective], owner=person, due=DUE)
    choosing.choose_measure(
        by=person, objective=objective, measure=INTERVIEWS, tie="direct", held_months=6
    )
    return plan


def filled_by(person: Person) -> Plan:
    """The same plan with an action that waits for another, evidence, a question and money."""
    plan = begun_by(person)
    objective = plan.objectives.get(number=1)
    one, other = (
        actions.set_action(by=person, objective=objective, words=words, due=DUE, owner=person)
        for words in ("Ask every child.", "Train the team.")
    )
    actions.wait_for(by=person, action=one, needs=other)
    choosing.choose_question(by=person, objective=objective, words="Was it any good?")
    evidence.keep_words(
        by=person, objective=objective, action=one, kind="family", words="They asked.",
        on=date(2024, 3, 1),
    )  # fmt: skip
    claim = self_evaluation.make_claim(
        by=person, plan=plan, words="We ask every child.", themes=["missing"]
    )
    self_evaluation.tie(by=person, claim=claim, evidence=list(objective.evidence.all()))
    posts_and_money.put_money(
        by=person, plan=plan, amount=1000, what_for="Training", since=date(2024, 4, 1)
    )
    return plan
