"""Actions and evidence on pages: the owner's day, hand-over, documents kept and saved."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sightline.casework.models import AuditEntry, Person
from sightline.improvement import actions
from sightline.improvement.models import Action, Evidence
from tests.web.read_pages import words_of

PDF = b"%PDF-1.7 made up"


def day(name: str, of) -> dict[str, str]:
    """A day as its three boxes send it."""
    return {
        f"{name}-day": str(of.day),
        f"{name}-month": str(of.month),
        f"{name}-year": str(of.year),
    }


@pytest.fixture
def owner(sign_in):
    """The browser of the team manager, who owns the action."""
    return sign_in("team_manager")


@pytest.fixture
def action(owner, objective):
    """An action ten days overdue, set forty days ago."""
    # At noon, so that forty days are forty by the calendar when the clocks change between.
    set_on = timezone.make_aware(
        datetime.combine(timezone.localdate() - timedelta(days=40), time(12))
    )
    made = actions.set_action(
        by=Person.objects.get(username="leader"), objective=objective, words="Ask every child.",
        due=timezone.localdate() - timedelta(days=10),
        owner=Person.objects.get(username="team_manager"),
    )  # fmt: skip
    Action.objects.update(set_at=set_on)
    return made


def test_overdue_and_silent_actions_are_on_their_owners_page(owner, leader, action):
    page = words_of(owner.get("/improvement/my-actions/"))
    assert "Ask every child." in page
    assert "10 days overdue" in page
    assert "No note for 40 days" in page
    assert "Ask every child." not in words_of(leader.get("/improvement/my-actions/"))


def test_an_owner_who_left_is_shown_to_those_who_can_hand_over(leader, action):
    Person.objects.filter(username="team_manager").update(is_active=False)
    assert "Owner has left: hand over" in words_of(leader.get("/improvement/my-actions/"))
    page = words_of(leader.get(f"/improvement/actions/{action.pk}/"))
    assert "Its owner no longer signs in here." in page
    to = Person.objects.get(username="leader")
    sent = {
        "words": action.words,
        "owner": to.pk,
        "seen": 1,
        "why": "They left.",
        **day("due", action.due),
    }
    leader.post(f"/improvement/actions/{action.pk}/change/", sent)
    action.refresh_from_db()
    assert action.owner == to
    assert "Owner: was “team_manager”" in words_of(leader.get(f"/improvement/actions/{action.pk}/"))


def test_the_owner_writes_a_note_and_says_it_is_done_and_no_colour_turns(owner, action, objective):
    objective.measures.update(wanted="lower")
    owner.post(f"/improvement/actions/{action.pk}/how-it-goes/", {"words": "All are asked."})
    page = owner.post(f"/improvement/actions/{action.pk}/end/", {"ended_as": "done"}, follow=True)
    said = words_of(page)
    assert "What the measures say does not change by it." in said
    assert "Worse It is done, and its measure has not shown a change that held." in said
    whole = words_of(owner.get(f"/improvement/objectives/{objective.pk}/"))
    assert "All its actions are done, and no measure shows that anything changed." in whole
    assert "The owner says Nobody has said" in whole


def test_nobody_else_writes_of_the_action(sign_in, action):
    other = sign_in("practitioner")
    for page in ("how-it-goes/", "end/", "change/", "waits-for/"):
        assert other.get(f"/improvement/actions/{action.pk}/{page}").status_code == 403
    refused = AuditEntry.objects.filter(person="practitioner").exclude(refused_because="")
    assert refused.count() == 4


def test_an_action_that_would_wait_for_itself_is_refused_in_words(leader, action, objective):
    by = Person.objects.get(username="leader")
    other = actions.set_action(by=by, objective=objective, words="Train.", due=action.due, owner=by)
    actions.wait_for(by=by, action=action, needs=other)
    assert "Waits for 1 other" in words_of(leader.get(f"/improvement/actions/{action.pk}/"))
    page = leader.post(f"/improvement/actions/{other.pk}/waits-for/", {"needs": action.pk})
    assert "Each would wait for the other." in words_of(page)


def test_an_action_without_an_owner_is_refused_in_words(leader, address):
    sent = {"words": "Ask.", **day("due", timezone.localdate())}
    assert "The action has no owner." in words_of(leader.post(address("set-an-action/"), sent))
    leader.post(address("set-an-action/"), {**sent, "partner": "Barset police"})
    assert Action.objects.get().partner == "Barset police"


def kept(browser, address, name="Ada Marsh minutes.pdf", content=PDF, **more):
    """Keep a document as evidence."""
    sent = {"file": SimpleUploadedFile(name, content), "words": "The minutes.", **more}
    return browser.post(
        address("evidence/document/"), sent | day("on", timezone.localdate()), follow=True
    )


def test_a_document_is_kept_and_saved_again_under_a_name_that_says_nothing(
    leader, sign_in, address
):
    page = kept(leader, address)
    assert "The evidence is kept." in words_of(page)
    link = re.search(r"/improvement/evidence/[0-9a-f]{32}/", page.content.decode()).group()
    saved = leader.get(link)
    assert saved.content == PDF
    assert re.fullmatch(r'attachment; filename="evidence-\d+\.pdf"', saved["Content-Disposition"])
    assert saved["X-Content-Type-Options"] == "nosniff"
    assert AuditEntry.objects.filter(
        thing="a document kept as evidence", refused_because=""
    ).exists()
    assert sign_in("member").get(link).status_code == 403


def test_a_document_that_was_altered_is_not_handed_out(leader, address, workspace):
    kept(leader, address)
    row = Evidence.objects.get()
    (workspace / "evidence" / row.stored_as).write_bytes(b"%PDF-1.7 another")
    assert leader.get(f"/improvement/evidence/{row.stored_as}/").status_code == 404


def test_what_is_no_document_is_refused_in_words(leader, address):
    page = kept(leader, address, name="page.pdf", content=b"<html>")
    assert "The document is named .pdf, but its content is something else." in words_of(page)
    assert not Evidence.objects.exists()


def test_a_figure_kept_is_worked_out_again_and_a_difference_is_said(leader, address):
    leader.post(
        address("evidence/figure/"),
        {"measure": "return_interview_in_72_hours", "period": "2018-05"},
    )
    assert "The same today" in words_of(leader.get(address()))
    Evidence.objects.update(numerator=1)
    assert "Not the same today The records of 31 March 2024 say otherwise" in words_of(
        leader.get(address())
    )
    wrong = leader.post(
        address("evidence/figure/"), {"measure": "return_interview_in_72_hours", "period": "soon"}
    )
    assert "The measure cannot be told for that period." in words_of(wrong)


def test_an_audits_numbers_that_do_not_fit_are_refused_in_words(leader, address):
    sent = {"question": "Any good?", "looked_at": "5", "met": "6", "words": "Yes."}
    page = leader.post(address("evidence/audit/"), sent | day("on", timezone.localdate()))
    assert "The numbers of the audit do not fit." in words_of(page)
    leader.post(address("evidence/audit/"), sent | {"met": "4"} | day("on", timezone.localdate()))
    assert "So in 4 of 5 cases." in words_of(leader.get(address()))


def test_evidence_for_an_action_is_written_by_the_actions_owner(owner, action, address):
    sent = {"kind": "young_person", "words": "They asked me.", **day("on", timezone.localdate())}
    assert owner.post(address("evidence/words/"), sent).status_code == 403
    owner.post(f"{address('evidence/words/')}?action={action.pk}", sent)
    assert Evidence.objects.get().action == action
    page = owner.get(f"/improvement/actions/{action.pk}/")
    assert "They asked me." in words_of(page)
    assert owner.get(f"{address('evidence/words/')}?action=999").status_code == 404


def test_evidence_is_withdrawn_with_a_reason_and_stays_to_be_seen(leader, address):
    kept(leader, address)
    row = Evidence.objects.get()
    leader.post(f"/improvement/evidence/{row.pk}/withdraw/", {"reason": "Of another service."})
    assert "Withdrawn by leader: Of another service." in words_of(leader.get(address()))
