"""Self-evaluation: claims tied to dated evidence, what is stale or unproven, the last report beside."""

from datetime import date

import pytest

from sightline.casework.models import Person
from sightline.improvement import evidence, self_evaluation
from sightline.improvement.models import Claim, ClaimTie
from sightline.improvement.writing import NotRecorded, Stale, changes_of
from sightline.inspections.facts import Documents, Finding
from tests.web.read_pages import words_of

DAY = date(2024, 6, 3)
SAID = "We ask every child who comes back."


@pytest.fixture
def person(plan):
    """The leader, who writes the plan."""
    return Person.objects.get(username="leader")


@pytest.fixture
def claim(person, plan):
    """A claim on missing children, with nothing behind it yet."""
    return self_evaluation.make_claim(by=person, plan=plan, words=SAID, themes=["missing"])


def audit_of(person, objective, on):
    return evidence.keep_audit(
        by=person, objective=objective, question="Was the child asked?", looked_at=12, met=9,
        on=on, words="Nine were.",
    )  # fmt: skip


def now(plan, day=DAY, documents=None, local=None):
    return self_evaluation.claims_of(plan, documents or Documents(), day, local)


def test_a_claim_without_evidence_says_so_until_it_is_tied(person, plan, objective, claim):
    assert now(plan)[0].has_none
    kept = audit_of(person, objective, date(2024, 5, 1))
    self_evaluation.tie(by=person, claim=claim, evidence=[kept])
    assert not now(plan)[0].has_none
    assert not now(plan)[0].is_stale
    evidence.withdraw(by=person, evidence=kept, reason="The sample was wrong.")
    assert now(plan)[0].has_none, "evidence that was withdrawn no longer counts"


@pytest.mark.parametrize(
    ("day", "stale"),
    [(date(2024, 7, 31), False), (date(2024, 8, 1), False), (date(2024, 8, 2), True)],
)
def test_evidence_is_stale_once_it_is_more_than_six_months_old(
    person, plan, objective, claim, day, stale
):
    self_evaluation.tie(
        by=person, claim=claim, evidence=[audit_of(person, objective, date(2024, 2, 1))]
    )
    assert now(plan, day)[0].is_stale is stale


def test_one_recent_piece_keeps_a_claim_from_being_stale(person, plan, objective, claim):
    both = [audit_of(person, objective, on) for on in (date(2022, 1, 1), date(2024, 6, 1))]
    self_evaluation.tie(by=person, claim=claim, evidence=both)
    stands = now(plan)[0]
    assert [one.is_stale for one in stands.evidence] == [False, True]
    assert not stands.is_stale


def test_what_inspectors_said_last_time_on_its_themes_stands_beside_it(plan, claim):
    def finding(theme, text, file=plan.document_file):
        return Finding(file, 7, "21", "Help", "", "weakness", (theme,), text)

    documents = Documents(
        findings=[
            finding("missing", "Nobody asked them."),
            finding("neglect", "Neglect is understood."),
            finding("missing", "Of another report.", "other.pdf"),
        ]
    )
    assert [one.text for one in now(plan, documents=documents)[0].last_time] == [
        "Nobody asked them."
    ]


def test_a_claim_keeps_what_it_said_and_refuses_a_stale_edit(person, plan, claim):
    more = {"by": person, "claim": claim, "themes": ["missing"]}
    self_evaluation.change_claim(seen=1, words="We ask most children.", why="Weekends.", **more)
    assert changes_of(claim)[0].before["words"] == SAID
    with pytest.raises(Stale):
        self_evaluation.change_claim(seen=1, words="Something else.", **more)
    self_evaluation.withdraw_claim(by=person, claim=claim, reason="No longer so.")
    assert now(plan) == []
    assert Claim.objects.get().withdrawn_because == "No longer so."


def test_a_claim_rests_on_evidence_of_its_own_plan_only(person, objective, claim):
    kept = audit_of(person, objective, date(2024, 5, 1))
    evidence.withdraw(by=person, evidence=kept, reason="Wrong.")
    with pytest.raises(NotRecorded, match="withdrawn"):
        self_evaluation.tie(by=person, claim=claim, evidence=[kept])


def test_on_its_pages_a_claim_is_made_tied_and_untied(leader, person, plan, objective):
    address = f"/improvement/plans/{plan.pk}/self-evaluation/"
    page = leader.post(f"{address}claim/", {"words": SAID, "themes": "missing"}, follow=True)
    assert f"1. {SAID} No evidence" in words_of(page)
    kept = audit_of(person, objective, date(2020, 1, 6))
    claim = Claim.objects.get()
    page = leader.post(
        f"/improvement/claims/{claim.pk}/evidence/", {"evidence": str(kept.pk)}, follow=True
    )
    assert "Stale evidence only" in words_of(page)
    assert "9 of 12 cases" in words_of(page)
    tied = ClaimTie.objects.get()
    page = leader.post(f"/improvement/claims/evidence/{tied.pk}/untie/", follow=True)
    assert "No evidence" in words_of(page)


def test_elected_members_do_not_see_it_and_are_not_led_to_it(plan, sign_in):
    member = sign_in("member")
    assert member.get(f"/improvement/plans/{plan.pk}/self-evaluation/").status_code == 403
    assert "Self-evaluation" not in words_of(member.get(f"/improvement/plans/{plan.pk}/"))
    assert member.get(f"/improvement/plans/{plan.pk}/papers/self-evaluation.pdf").status_code == 403
