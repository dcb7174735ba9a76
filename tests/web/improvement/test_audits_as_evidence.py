"""What an audit made here found becomes evidence of an objective, counted and never typed in."""

from datetime import date

import pytest
from django.utils import timezone

from sightline.casework.models import AuditCase, AuditDraw, CaseAudit, Grading, Person
from sightline.improvement import evidence
from sightline.improvement.models import Evidence
from sightline.improvement.writing import NotRecorded
from tests.web.read_pages import words_of

GRADES = ("Good", "Good", "Good", "Some good", "Some good", "Not good enough", None)


@pytest.fixture
def audited(objective):
    """An audit on the objective's theme: six cases answered, a seventh not."""
    return an_audit(objective.themes, GRADES)


def an_audit(themes, grades):
    person, now = Person.objects.get(username="leader"), timezone.now()
    audit = CaseAudit.objects.create(
        title="Were they asked why?", themes=themes, questions=[["asked", "Was the child asked?"]],
        grades=["Good", "Some good", "Not good enough"], designed_by=person, designed_at=now,
    )  # fmt: skip
    drawn = AuditDraw.objects.create(
        audit=audit, number=1, seed=7, size=len(grades), asked_for=["All"], population=9,
        left_out={}, records_of=date(2024, 3, 31), by=person, at=now,
    )  # fmt: skip
    for place, grade in enumerate(grades, start=1):
        case = AuditCase.objects.create(
            draw=drawn, child=f"C00{place}", kind="in care", team="North", ages="5 to 9"
        )
        given = {"grade": grade, "reason": "As it is.", "given_at": now} if grade else {}
        Grading.objects.create(
            case=case, auditor=person, assigned_by=person, assigned_at=now, **given
        )
    return audit


def test_a_grade_or_better_is_counted_among_the_cases_answered(leader, address, audited):
    page = leader.get(address())
    assert "what an audit made here found" in words_of(page)
    asked = words_of(leader.get(address("evidence/audit-made-here/")))
    assert "Were they asked why?: graded “Good” or better in 3 of 6 cases" in asked
    assert "Were they asked why?: graded “Some good” or better in 5 of 6 cases" in asked
    assert "“Not good enough” or better" not in asked
    sent = {"audit": f"{audited.pk} 1", "words": "Most were asked."}
    page = words_of(leader.post(address("evidence/audit-made-here/"), sent, follow=True))
    assert "Were they asked why?: graded “Some good” or better? So in 5 of 6 cases." in page
    kept = Evidence.objects.get(kind="audit")
    assert (kept.met, kept.looked_at, kept.on) == (5, 6, timezone.localdate())


def test_audits_of_other_themes_and_of_few_cases_are_not_offered(leader, address, objective):
    an_audit(["adoption"], GRADES)
    few = an_audit(objective.themes, GRADES[:4])
    page = words_of(leader.get(address()))
    assert "what an audit made here found" not in page
    assert "the result of an audit" in page
    assert leader.get(address("evidence/audit-made-here/")).status_code == 404
    sent = {"audit": f"{few.pk} 0", "words": "All were asked."}
    leader.post(address("evidence/audit-made-here/"), sent)
    with pytest.raises(NotRecorded, match="no audit to keep"):
        evidence.keep_audit_made_here(
            by=Person.objects.get(username="leader"), objective=objective, audit=few.pk,
            grade="Good", words="All were asked.",
        )  # fmt: skip
    assert not Evidence.objects.filter(kind="audit").exists()


def test_somebody_who_may_not_see_audits_is_refused(sign_in, address, audited):
    refused = sign_in("member").get(address("evidence/audit-made-here/"))
    assert refused.status_code == 403
    assert "Were they asked why?" not in words_of(refused)
