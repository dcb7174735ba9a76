"""Audits from design to moderation, and a look-back review to its last child, in the browser."""

import pytest
from django.test import Client

from sightline.casework.models import AuditCase, CaseAudit, LookBack, Notice, Person, Task

DESIGN = {"title": "Interviews", "own": "Was the child heard?", "grades": "Good\nNot good enough"}
DRAW = {"size": "6", "seed": "7"}
DUE = {"due-day": "1", "due-month": "1", "due-year": "2090"}


@pytest.fixture
def quality(sign_in):
    return sign_in("quality_assurance")


def another(name: str, role: str = "quality_assurance") -> tuple[Person, Client]:
    person = Person.objects.create(username=name, role=role, first_name=name.title())
    browser = Client()
    browser.force_login(person)
    return person, browser


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


@pytest.fixture
def audit(quality):
    answer = quality.post("/audits/design/?theme=missing", DESIGN, follow=True)
    assert "The audit is designed" in text_of(answer)
    return CaseAudit.objects.get()


@pytest.fixture
def case(quality, audit):
    text_of(quality.post(f"/audits/{audit.pk}/draw/", DRAW, follow=True))
    return AuditCase.objects.get(child="C003")


def page(case, part=""):
    return f"/audits/cases/{case.pk}/{part}"


def answered(browser, case, words, grade):
    audit = case.draw.audit
    answers = {
        f"{key}-{part}": words for key, _ in audit.questions for part in ("words", "evidence")
    }
    return browser.post(
        page(case, "answer/"), {**answers, "grade": grade, "reason": words}, follow=True
    )


def test_the_questions_of_a_theme_are_offered_and_ones_own_stand_beside(quality):
    offered = text_of(quality.get("/audits/design/?theme=missing"))
    assert "What is asked" in offered
    quality.post("/audits/design/?theme=missing", DESIGN)
    assert [words for _, words in CaseAudit.objects.get().questions] == ["Was the child heard?"]


def test_a_sample_shows_its_seed_and_is_drawn_again_only_with_a_reason(quality, audit):
    drawn = text_of(quality.post(f"/audits/{audit.pk}/draw/", DRAW, follow=True))
    assert "with the seed 7" in drawn
    assert "Cora Field" in drawn
    refused = text_of(quality.post(f"/audits/{audit.pk}/draw/", {"size": "2", "seed": "8"}))
    assert "Why is it drawn again is missing" in refused
    sent = {"size": "2", "seed": "8", "why": "Fewer auditors.", "ids": "C001 C002"}
    again = text_of(quality.post(f"/audits/{audit.pk}/draw/", sent, follow=True))
    assert "with the seed 7" in again
    assert "Drawn again because: Fewer auditors." in again
    assert "named to be left out: fewer than 5" in again


def test_two_people_grade_blind_and_a_third_moderates(quality, case):
    (ann, anns), (bob, bobs) = another("ann"), another("bob")
    quality.post(page(case, "auditors/"), {"first": ann.pk, "second": bob.pk})
    assert "For you to audit" in text_of(bobs.get("/audits/"))
    assert "Your answers are kept" in text_of(answered(anns, case, "A telling word", "Good"))
    for browser in (bobs, quality):
        for address in (page(case), f"/audits/{case.draw.audit_id}/", "/audits/themes/missing/"):
            told = text_of(browser.get(address))
            assert "A telling word" not in told
            assert "Good: 1" not in told
    assert quality.get(page(case, "moderate/")).status_code == 200
    assert "not been graded twice" in text_of(
        quality.post(page(case, "moderate/"), {"grade": "Good", "reason": "So."})
    )
    both = text_of(answered(bobs, case, "Another word", "Not good enough"))
    assert "A telling word" in both
    moderated = quality.post(
        page(case, "moderate/"),
        {"grade": "Not good enough", "reason": "Nobody asked."},
        follow=True,
    )
    assert "Nobody asked." in text_of(moderated)
    whole = text_of(quality.get(f"/audits/{case.draw.audit_id}/"))
    assert "Of 1 case graded twice and blind, 0 were graded alike" in whole
    assert "kappa is not shown" in whole
    assert "Return interviews held within 72 hours" in text_of(
        quality.get("/audits/themes/missing/")
    )


def test_who_works_with_the_child_is_not_offered_as_an_auditor(quality, case, made_up):
    near = Person.objects.create(
        username="near", role="practitioner", worker="W2", first_name="Near"
    )
    far, _ = another("far")
    offered = text_of(quality.get(page(case, "auditors/")))
    assert f'value="{far.pk}"' in offered
    assert f'value="{near.pk}"' not in offered


def test_an_action_is_a_task_and_a_child_is_audited_again(quality, case):
    ann, anns = another("ann")
    quality.post(page(case, "auditors/"), {"first": ann.pk})
    answered(anns, case, "As it was.", "Good")
    sent = {"words": "See the child alone.", "owner": ann.pk, **DUE}
    assert "See the child alone." in text_of(anns.post(page(case, "action/"), sent, follow=True))
    assert Task.objects.get().child == "C003"
    text_of(quality.post(page(case, "again/"), {}, follow=True))
    again = AuditCase.objects.get(again=case)
    assert f'href="{page(case)}"' in text_of(quality.get(page(again)))
    assert "is audited again" in text_of(quality.get(page(case)))


def test_a_worker_sees_only_their_own_children_in_an_audit_and_designs_none(quality, case, sign_in):
    holder = sign_in("practitioner", worker="W1")
    told = text_of(holder.get(f"/audits/{case.draw.audit_id}/"))
    assert "Ben Marsh" in told
    assert "Cora Field" not in told
    assert holder.get(page(case)).status_code == 403
    assert holder.get("/audits/design/").status_code == 403
    assert sign_in("member").get("/audits/").status_code == 403


def begun(browser, **more):
    sent = {
        "title": "Not seen",
        "question": "Was a concern missed?",
        "how": "list",
        "ids": "C003\nC005",
    }
    return browser.post("/look-back/begin/", {**sent, **more}, follow=True)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"how": "rule", "rule": "third_referral_without_plan"}, "0 of 6"),
        ({"how": "referrals", "times": "2", "since-day": "1", "since-month": "1", "since-year": "2020"}, "0 of 6"),
        ({"how": "list"}, "0 of 2"),
    ],
)  # fmt: skip
def test_a_cohort_is_fixed_by_a_rule_by_referrals_or_by_a_list(quality, asked, found):
    assert found in text_of(begun(quality, **asked))


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"how": "rule"}, "No rule is chosen"),
        ({"how": "referrals", "times": "3"}, "a first day"),
        ({"ids": "C003 X999"}, "1 id is nobody’s"),
        ({"ids": ""}, "No child was found"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(quality, asked, fault):
    assert fault in text_of(begun(quality, **asked))
    assert not LookBack.objects.exists()


def test_a_review_is_closed_after_its_last_child_and_what_is_urgent_is_told_at_once(quality):
    begun(quality)
    review = LookBack.objects.get()
    ann, anns = another("ann")
    given = quality.post(
        f"/look-back/{review.pk}/give/", {"reviewer": ann.pk, "number": "5"}, follow=True
    )
    assert "Given: 2." in text_of(given)
    first, last = review.children.order_by("child")
    outcome = {"outcome": "missed", "words": "Three visits were not made."}
    urgent = {"urgent": "See the child today.", "owner": ann.pk, **DUE}
    text_of(
        anns.post(f"/look-back/children/{first.pk}/outcome/", {**outcome, **urgent}, follow=True)
    )
    assert Notice.objects.filter(words="See the child today.", child="C003").exists()
    closing = quality.post(f"/look-back/{review.pk}/close/", {"learned": "Much."})
    assert "1 child has no outcome yet" in text_of(closing)
    report = text_of(quality.get(f"/look-back/{review.pk}/report/"))
    assert "1 of 2" in report
    assert "Cora Field" not in report
    text_of(anns.post(f"/look-back/children/{last.pk}/outcome/", outcome, follow=True))
    closed = quality.post(f"/look-back/{review.pk}/close/", {"learned": "Ask sooner."}, follow=True)
    assert "Ask sooner." in text_of(closed)
