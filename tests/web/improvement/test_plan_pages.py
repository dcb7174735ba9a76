"""Plans on pages: begun from a report, listed, changed, after a later report, replaced."""

import re
from dataclasses import replace
from datetime import date

import pytest

from sightline.casework.models import AuditEntry, Person
from sightline.improvement import posts_and_money
from sightline.improvement.models import Objective, Plan
from sightline.inspections.facts import Event, Finding, Recommendation
from sightline.inspections.tables import write_tables
from tests.web.conftest import REPORT_SHA, made_up_documents
from tests.web.read_pages import words_of

REPORT = REPORT_SHA[:16]
BEGIN = f"/improvement/begin/from/{REPORT}/"
DAY = {"baseline-day": "18", "baseline-month": "5", "baseline-year": "2018"}


def boxes(page) -> dict[str, bool]:
    """The sentences that may be ticked, and whether they are."""
    found = re.findall(
        r'name="sentences" type="checkbox" value="(\w+)"( checked)?', page.content.decode()
    )
    return {key: bool(ticked) for key, ticked in found}  # fmt: skip


def test_a_report_offers_its_recommendations_ticked_with_their_pages(leader):
    page = leader.get(BEGIN)
    assert list(boxes(page).values()) == [True, True]
    assert "1. Interview children who come back. page 4 Missing children" in words_of(page)


def test_what_is_ticked_becomes_drafts_and_the_rest_does_not(leader):
    first = next(iter(boxes(leader.get(BEGIN))))
    sent = leader.post(BEGIN, {"title": "Our plan", "sentences": first, **DAY}, follow=True)
    plan = Plan.objects.get()
    assert plan.baseline == date(2018, 5, 18)
    assert [one.words for one in plan.objectives.all()] == ["Interview children who come back."]
    assert "The plan is begun. Its objectives are drafts." in words_of(sent)


def test_a_plan_without_a_title_is_asked_for_one_and_keeps_what_was_ticked(leader):
    second = list(boxes(leader.get(BEGIN)))[1]
    page = leader.post(BEGIN, {"title": "", "sentences": second, **DAY})
    assert "Title of the plan is missing." in words_of(page)
    assert boxes(page) == {key: key == second for key in boxes(page)}
    assert not Plan.objects.exists()


def written(workspace, documents) -> None:
    write_tables(documents, workspace / "documents")


def test_a_report_without_a_recommendation_says_so_and_offers_what_it_found_wanting(
    leader, workspace
):
    documents = made_up_documents()
    documents.recommendations = []
    weak = Finding(
        "report.pdf", 7, "21", "Help", "", "weakness", ("missing",), "Nobody asked them."
    )
    documents.findings = [weak, replace(weak, polarity="strength", text="All is well.")]
    written(workspace, documents)
    page = leader.get(BEGIN)
    assert "This document makes no recommendation." in words_of(page)
    assert "Nobody asked them." in words_of(page)
    assert "All is well." not in words_of(page)


def test_a_report_in_which_nothing_was_read_begins_a_plan_without_an_objective(leader, workspace):
    documents = made_up_documents()
    documents.recommendations = []
    written(workspace, documents)
    assert "No recommendation and no weakness was read" in words_of(leader.get(BEGIN))
    leader.post(BEGIN, {"title": "Our plan", **DAY})
    assert not Plan.objects.get().objectives.exists()


@pytest.mark.parametrize("role", ["practitioner", "team_manager", "member"])
def test_others_cannot_begin_a_plan_and_are_not_offered_it(sign_in, role):
    client = sign_in(role)
    assert client.get(BEGIN).status_code == 403
    assert client.post(BEGIN, {"title": "Mine", **DAY}).status_code == 403
    assert "Begin a plan" not in words_of(client.get("/improvement/"))
    assert AuditEntry.objects.exclude(refused_because="").count() == 2


def test_the_plan_shows_both_colours_of_each_objective_and_that_figures_are_not_the_councils(
    leader, plan
):
    page = words_of(leader.get(f"/improvement/plans/{plan.pk}/"))
    assert "1. Interview children who come back." in page
    assert "Nobody has said" in page
    assert "Improved and held" in page
    assert "The figures on this page are made up. They are not Barsetshire's." in page.replace(
        "&#39;", "'"
    )
    assert "2. Make better use of the budget." in page


def test_an_owner_who_left_is_shown_on_the_plan(leader, plan):
    gone = Person.objects.create(username="gone", role="team_manager", is_active=False)
    Objective.objects.filter(number=1).update(owner=gone)
    assert "Owner or sponsor has left: hand over" in words_of(
        leader.get(f"/improvement/plans/{plan.pk}/")
    )


def test_posts_and_money_stand_on_the_plan_and_on_the_page(leader, plan):
    by = Person.objects.get(username="leader")
    posts_and_money.say_who_holds(
        by=by, plan=plan, role="Director", standing="interim", since=date(2018, 4, 1), holder="Sam Other",
    )  # fmt: skip
    money = posts_and_money.put_money(
        by=by,
        plan=plan,
        amount=2_000_000,
        what_for="Recruit social workers",
        since=date(2018, 4, 1),
    )
    posts_and_money.say_spent(by=by, money=money, spent=2_500_000, on=date(2019, 4, 1))
    page = words_of(leader.get(f"/improvement/plans/{plan.pk}/"))
    assert "Sam Other Interim 1 April 2018" in page
    assert "£2,000,000" in page
    assert "£2,500,000 by 1 April 2019 More than was put in" in page
    assert "no measure was chosen" in page
    short = words_of(leader.get(f"/improvement/plans/{plan.pk}/on-a-page/"))
    assert "Director: Sam Other, interim since April 2018." in short
    assert "£2,000,000 for Recruit social workers, £2,500,000 spent by April 2019." in short


def test_several_drafts_are_taken_up_at_once(leader, plan):
    draft = plan.objectives.get(number=2)
    address, by = f"/improvement/plans/{plan.pk}/take-up/", Person.objects.get(username="leader")
    due = {"due-day": "1", "due-month": "6", "due-year": "2030"}
    wrong = leader.post(address, {"drafts": draft.pk, **due})
    assert "There is no owner." in words_of(wrong)
    leader.post(address, {"drafts": draft.pk, "owner": by.pk, **due})
    draft.refresh_from_db()
    assert (draft.state, draft.owner, draft.due) == ("open", by, date(2030, 6, 1))


LATER = Event(
    file="later.pdf", sha256="cd" * 32, kind="ilacs_inspection", authority="Barsetshire", urn="80999",
    starts=date(2021, 3, 1), ends=date(2021, 3, 12), published=date(2021, 4, 20),
)  # fmt: skip


@pytest.fixture
def later(plan, workspace):
    """The address of the plan beside a later report, which asks for interviews again."""
    Plan.objects.update(urn="80999")
    documents = made_up_documents()
    documents.events = [replace(documents.events[0], urn="80999"), LATER]
    documents.recommendations += [
        Recommendation("later.pdf", 1, "Listen to children who went missing.", 3, themes=("missing",)),
        Recommendation("later.pdf", 2, "Offer advocates.", 3, themes=("advocacy_iv",)),
    ]  # fmt: skip
    written(workspace, documents)
    return f"/improvement/plans/{plan.pk}/after/{'cd' * 8}/"


def test_a_later_report_is_laid_beside_the_plan_and_decides_nothing(leader, plan, later):
    assert later in leader.get(f"/improvement/plans/{plan.pk}/").content.decode()
    page = words_of(leader.get(later))
    assert re.search(
        r"Listen to children who went missing\. .*Asked last time on its themes Recommendation 1 page 4 Interview",
        page,
    )
    assert "Nothing was asked on these themes last time." in page
    assert "Asked again: recommendation 1 of March 2021." in page
    assert "The report says nothing on its themes. That is no evidence that it is met." in page
    assert [one.state for one in plan.objectives.all()] == ["open", "draft"]


def test_what_is_decided_after_it_names_the_report_and_the_person(leader, plan, later, address):
    sent = leader.post(
        f"{address('decide/carry/')}?report={'cd' * 8}",
        {"reason": "It was asked again."},
        follow=True,
    )
    assert sent.redirect_chain[-1][0] == later
    assert "Decided after this report: carried on by leader" in words_of(sent)
    assert plan.objectives.get(number=1).steps.last().report_sha == LATER.sha256


def test_a_report_that_is_no_later_one_of_the_authority_has_no_such_page(leader, plan):
    assert leader.get(f"/improvement/plans/{plan.pk}/after/{REPORT}/").status_code == 404


def test_a_document_replaced_is_said_on_plan_and_objective_and_nothing_moves(
    leader, plan, workspace, address
):
    documents = made_up_documents()
    corrected = replace(documents.events[0], file="corrected.pdf", sha256="ef" * 32)
    documents.events = [corrected]
    documents.recommendations = [
        replace(documents.recommendations[0], file="corrected.pdf", page=5, text="Interview all children who come back."),
    ]  # fmt: skip
    written(workspace, documents)
    for page in (leader.get(f"/improvement/plans/{plan.pk}/"), leader.get(address())):
        assert "The document was replaced." in words_of(page)
        assert "no longer among those read" in words_of(page)
    beside = words_of(leader.get(f"/improvement/plans/{plan.pk}/document/"))
    assert "Interview children who come back. 4 Reads otherwise Interview all children" in beside
    assert "Make better use of the budget. 4 Not in it" in beside
    assert plan.sentences.first().page == 4


def test_a_plan_that_is_not_there_is_not_found(leader):
    for page in ("plans/99/", "objectives/99/", "actions/99/", "evidence/99/withdraw/"):
        assert leader.get(f"/improvement/{page}").status_code == 404
