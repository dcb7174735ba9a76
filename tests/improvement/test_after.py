"""After a later report: sentence beside sentence; a document replaced; press and decisions."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from sightline.casework.models import ConcernDecision
from sightline.improvement import closing
from sightline.improvement.after import after, later_events, said_later
from sightline.improvement.decided import decisions_on
from sightline.improvement.press import quotations_on
from sightline.improvement.replaced import GONE, OTHERWISE, SAME, standing_of
from sightline.inspections.articles.facts import QuotationMatch, QuotationRead
from sightline.inspections.facts import Documents, Event, Finding, Recommendation
from tests.casework.people import somebody
from tests.improvement.plans_made_up import EVENT, FINDINGS, RECOMMENDATIONS, begun, taken_up

pytestmark = pytest.mark.django_db

LATER = Event(
    file="later.pdf", sha256="cd" * 32, kind="ilacs_inspection", authority="Barsetshire",
    urn="80999", starts=date(2021, 3, 1), ends=date(2021, 3, 12),
)  # fmt: skip
ASKED_AGAIN = [
    Recommendation("later.pdf", 1, "Use what children say when they return.", 3, themes=("missing",)),
    Recommendation("later.pdf", 2, "Offer advocates.", 3, themes=("advocacy_iv",)),
]  # fmt: skip
BETTER = Finding(
    "later.pdf", 5, "12", "Help", "", "strength", ("visits_direct_work",), "Seen often."
)


@pytest.fixture
def leader():
    return somebody("leader")


def documents(*more, without=()):
    """The first report and a later one, and what a test adds; events of ``without`` left out."""
    events = [EVENT, LATER, *(one for one in more if isinstance(one, Event))]
    return Documents(
        events=[one for one in events if one.file not in without],
        recommendations=[
            *RECOMMENDATIONS, *ASKED_AGAIN, *(one for one in more if isinstance(one, Recommendation)),
        ],
        findings=[*FINDINGS, BETTER, *(one for one in more if isinstance(one, Finding))],
    )  # fmt: skip


def test_each_recommendation_stands_beside_the_last_ones_on_its_theme(leader):
    plan = begun(leader)
    laid = after(documents(), plan, LATER)
    missing, advocates = laid.beside
    assert [one.number for one in missing.objectives] == [1]
    assert [one.text for one in missing.last] == [RECOMMENDATIONS[0].text]
    assert (advocates.objectives, advocates.last) == ((), ())
    on = {one.objective.number: one for one in laid.objectives}
    assert [one.text for one in on[1].again] == [ASKED_AGAIN[0].text]
    assert (on[2].again, [one.text for one in on[2].findings]) == ((), ["Seen often."])
    assert (on[3].again, on[3].findings) == ((), ())


def test_what_a_person_decided_after_that_report_is_told_and_nothing_else_is_decided(leader):
    plan = begun(leader)
    objective = taken_up(leader, plan)
    assert after(documents(), plan, LATER).objectives[0].decided is None
    closing.carry(by=leader, objective=objective, reason="Asked again.", report_sha=LATER.sha256)
    decided = after(documents(), plan, LATER).objectives[0].decided
    assert (decided.kind, decided.reason) == ("carried", "Asked again.")


def test_later_documents_are_of_the_same_authority_and_of_a_later_day(leader):
    plan = begun(leader)
    others = [
        replace(LATER, file="other.pdf", sha256="1" * 64, urn="80998"),
        replace(LATER, file="before.pdf", sha256="2" * 64, starts=date(2015, 1, 1)),
        replace(LATER, file="broken.pdf", sha256="3" * 64, unreadable_because="Empty."),
        replace(LATER, file="visit.pdf", sha256="4" * 64, starts=date(2019, 5, 1)),
    ]
    found = [one.file for one in later_events(documents(*others), plan)]
    assert found == ["visit.pdf", "later.pdf"]


def test_what_later_reports_say_on_a_theme_is_told_of_each_even_where_it_is_nothing(leader):
    plan = begun(leader)
    (said,) = said_later(documents(), plan, ["visits_direct_work"])
    assert (said.recommendations, said.findings) == ((), (BETTER,))
    (silent,) = said_later(documents(), plan, ["neglect"])
    assert (silent.event, silent.recommendations, silent.findings) == (LATER, (), ())


CORRECTED = replace(EVENT, file="corrected.pdf", sha256="ef" * 32)
AS_CORRECTED = [
    Recommendation("corrected.pdf", 1, RECOMMENDATIONS[0].text, 5, themes=("missing",)),
    Recommendation(
        "corrected.pdf", 2, "Visit all children as often as their plans say.", 5,
        themes=("visits_direct_work",),
    ),
]  # fmt: skip


@pytest.mark.parametrize("without", [(), ("report.pdf",)])
def test_a_corrected_document_is_said_and_nothing_moves(leader, without):
    plan = begun(leader)
    standing = standing_of(documents(CORRECTED, *AS_CORRECTED, without=without), plan)
    assert (standing.is_held, standing.other) == (not without, CORRECTED)
    assert [(one.stands, one.page) for one in standing.sentences] == [
        (SAME, 5),
        (OTHERWISE, 5),
        (GONE, None),
    ]
    assert standing.sentences[1].text.startswith("Visit all children")
    assert [one.sentences.get().page for one in plan.objectives.all()] == [4, 4, 5]


@pytest.mark.parametrize(
    "other",
    [
        replace(CORRECTED, starts=date(2017, 1, 8)),
        replace(CORRECTED, kind="focused_visit"),
        replace(CORRECTED, urn="80998"),
        replace(CORRECTED, unreadable_because="Empty."),
    ],
)
def test_another_document_is_no_correction(leader, other):
    standing = standing_of(documents(other), begun(leader))
    assert (standing.is_held, standing.was_replaced) == (True, False)


def test_a_document_that_is_gone_is_said_to_be_gone(leader):
    standing = standing_of(documents(without=("report.pdf",)), begun(leader))
    assert (standing.is_held, standing.was_replaced) == (False, False)


def test_quotations_on_the_theme_come_with_their_check():
    def quoted(words, match, authorities=("Barsetshire",), published=date(2018, 6, 1)):
        found = QuotationMatch("press.txt", 1, words, "", "report.pdf", 4, match, "")
        return QuotationRead(found, "A made-up article", published, authorities)

    there = [
        quoted("children who go missing often", "document not held", published=date(2018, 7, 1)),
        quoted("children who go missing", "exact"),
        quoted("children who go missing", "exact", authorities=("Loamshire",)),
        quoted("foster carers are valued", "altered"),
    ]
    found = quotations_on(there, ["missing"], "Barsetshire")
    assert [one.match.match for one in found] == ["exact", "document not held"]
    assert quotations_on(there, ["missing"], "") == []


def test_decisions_are_counted_by_kind_and_small_numbers_hidden_from_everybody(leader):
    def decide(kind, number, rule="interview_late"):
        for place in range(number):
            ConcernDecision.objects.create(
                rule=rule, child=f"C{place}", subject="x", kind=kind, reason="x",
                by=leader, at=timezone.now(),
            )  # fmt: skip

    decide("act", 5)
    decide("explain", 4)
    decide("dispute", 9, rule="another")
    since = timezone.localdate()
    told = [(one.kind, one.number) for one in decisions_on("interview_late", since)]
    assert told == [("Act: a task, its owner and a day", 5), ("Explain", None)]
    assert decisions_on("interview_late", date(2999, 1, 1)) == []
    assert decisions_on("", since) == []
