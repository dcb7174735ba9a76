"""Audits: a sample by lot, auditors with no part in the case, two who grade blind, what was agreed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.casework import access_actions, audits
from sightline.casework.agreement import agreement, kappa_of
from sightline.casework.audit_samples import Candidate, sample
from sightline.casework.models import AuditCase, AuditEntry, Task
from sightline.casework.policy import ChildRecord
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, somebody

DAY = date(2024, 3, 31)
GRADES = ("Good", "Not good enough")
ANSWERS = {"seen": {"words": "Yes, at home.", "evidence": "Visits of the spring."}}


def test_kappa_is_that_of_the_worked_examples():
    """Fifty claims: both yes 20, first alone 5, second alone 10, both no 15. 0.7 seen, 0.5 by chance."""
    grants = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa_of(grants) == pytest.approx(0.4)
    # Three grades of 20 cases: 13 alike.
    three = [("a", "a")] * 5 + [("a", "b")] * 3 + [("b", "b")] * 4 + [("b", "a")] * 2
    three += [("b", "c")] + [("c", "c")] * 3 + [("c", "b")] + [("c", "c")]
    by_chance = 8 / 20 * 7 / 20 + 7 / 20 * 8 / 20 + 5 / 20 * 5 / 20
    assert kappa_of(three) == pytest.approx((13 / 20 - by_chance) / (1 - by_chance))
    assert kappa_of([("y", "n"), ("n", "y")]) == pytest.approx(-1)
    assert kappa_of([("y", "y")] * 12) is None


def test_of_few_cases_agreement_is_told_plainly_and_kappa_is_not():
    few = agreement([("y", "y")] * 5 + [("n", "y")] * 4)
    assert (few.cases, few.alike, few.kappa) == (9, 5, None)
    assert "10 cases" in few.because
    enough = agreement([("y", "y")] * 5 + [("n", "n")] * 5)
    assert (enough.cases, enough.alike, enough.kappa) == (10, 10, 1)


def candidates(number=60):
    """Children in two teams, three kinds of plan, two ages."""
    return [
        Candidate(
            record=ChildRecord(child=f"C{place}", teams=frozenset({"North"})),
            kind=("in care", "protection plan", "child in need plan")[place % 3],
            team=("North", "South")[place % 2],
            ages="0 to 4" if place < number // 10 else "5 to 9",
        )
        for place in range(number)
    ]


def test_a_seed_draws_the_same_children_in_whatever_order_they_come_and_another_others():
    drawn = [one.record.child for one in sample(candidates(), 12, 7)]
    turned = [one.record.child for one in sample(candidates()[::-1], 12, 7)]
    assert drawn == turned
    assert len(set(drawn)) == 12
    assert set(drawn) != {one.record.child for one in sample(candidates(), 12, 8)}


def test_a_sample_is_spread_over_plans_teams_and_ages():
    drawn = sample(candidates(), 12, 3)
    for one in ("in care", "protection plan", "child in need plan"):
        assert sum(each.kind == one for each in drawn) == 4
    assert sum(each.team == "North" for each in drawn) == 6
    assert sum(each.ages == "0 to 4" for each in drawn) > 1


@pytest.fixture
def quality(db):
    return somebody("quality_assurance")


@pytest.fixture
def audit(quality):
    return audits.design(
        by=quality,
        title="Visits",
        themes=["child_voice"],
        questions=[("seen", "Was the child seen?")],
        grades=GRADES,
    )


def drawn_by(person, audit, **more):
    settings = {"candidates": candidates(), "size": 6, "seed": 7, "records_of": DAY, **more}
    return audits.draw(by=person, audit=audit, **settings)


@pytest.fixture
def case(quality, audit):
    of_one = Candidate(record=CHILD, kind="in care", team="North", ages="0 to 4")
    return drawn_by(quality, audit, candidates=[of_one]).cases.get()


def auditor(name, **more):
    """Somebody who may read every child."""
    return somebody("quality_assurance", name, **more)


def graded(case, person, grade="Good"):
    mine = case.gradings.get(auditor=person)
    return audits.grade(
        by=person, grading=mine, record=CHILD, answers=ANSWERS, grade=grade, reason="As it is."
    )


def test_who_has_no_part_in_designing_cannot_design_or_draw(audit):
    practitioner = somebody("practitioner")
    with pytest.raises(Refused):
        audits.design(by=practitioner, title="x", themes=["t"], questions=[("a", "b")], grades="ab")
    with pytest.raises(Refused):
        drawn_by(practitioner, audit)
    assert AuditEntry.objects.exclude(refused_because="").count() == 2


def test_a_restricted_child_is_never_drawn_for_who_may_not_read_it_and_is_counted(quality, audit):
    leader = somebody("leader")
    access_actions.restrict(
        by=leader, record=candidates()[0].record, kind="other", why="Made up.", manager=leader
    )
    drawn = drawn_by(quality, audit, size=60)
    assert drawn.population == 59
    assert drawn.left_out == {audits.NOT_OPEN: 1}
    assert not AuditCase.objects.filter(child="C0").exists()


def test_drawing_again_says_why_and_the_first_draw_stays(quality, audit):
    first = drawn_by(quality, audit)
    with pytest.raises(NotRecorded, match="reason for drawing again"):
        drawn_by(quality, audit, seed=8)
    drawn_by(quality, audit, seed=8, why="One team was left out by mistake.")
    assert [one.seed for one in audit.draws.order_by("number")] == [7, 8]
    assert first.cases.count() == 6
    assert audits.standing_draw(audit).seed == 8


def test_after_an_answer_nothing_is_drawn_again(quality, audit, case):
    audits.assign(by=quality, case=case, record=CHILD, first=auditor("ann"))
    graded(case, case.gradings.get().auditor)
    with pytest.raises(NotRecorded, match="have been audited"):
        drawn_by(quality, audit, why="I do not like it.")


@pytest.mark.parametrize(
    ("who", "because"),
    [
        (lambda: auditor("ann", worker="W1"), "works with this child"),
        (lambda: answering_for_north(), "answers for a team"),
        (lambda: manager_of_the_worker(), "is the manager of somebody"),
        (lambda: somebody("practitioner", "far", worker="W7"), "may not read"),
    ],
)
def test_nobody_near_the_case_audits_it(quality, case, who, because):
    with pytest.raises(NotRecorded, match=because):
        audits.assign(by=quality, case=case, record=CHILD, first=who())
    assert not case.gradings.exists()


def answering_for_north():
    manager = somebody("team_manager")
    administrator = somebody("administrator")
    access_actions.join_team(by=administrator, person=manager, team="North")
    return manager


def manager_of_the_worker():
    boss = auditor("boss")
    somebody("practitioner", "holder", worker="W1", manager=boss)
    return boss


def test_each_grades_blind_until_both_are_in(quality, case):
    ann, bob = auditor("ann"), auditor("bob")
    audits.assign(by=quality, case=case, record=CHILD, first=ann, second=bob)
    graded(case, ann)
    gradings = list(case.gradings.all())
    assert [one.auditor for one in audits.told_to(ann, gradings)] == [ann]
    assert audits.told_to(bob, gradings) == []
    assert audits.told_to(quality, gradings) == []
    assert audits.results_of(case.draw.audit).waiting == 1
    graded(case, bob, "Not good enough")
    assert len(audits.told_to(bob, list(case.gradings.all()))) == 2


def test_who_was_not_given_a_case_and_who_answered_it_cannot_answer(quality, case):
    ann = auditor("ann")
    audits.assign(by=quality, case=case, record=CHILD, first=ann)
    with pytest.raises(NotRecorded, match="somebody else"):
        audits.grade(
            by=quality, grading=case.gradings.get(), record=CHILD, answers=ANSWERS,
            grade="Good", reason="I know better.",
        )  # fmt: skip
    with pytest.raises(NotRecorded, match="evidence"):
        audits.grade(
            by=ann, grading=case.gradings.get(), record=CHILD,
            answers={"seen": {"words": "Yes."}}, grade="Good", reason="So.",
        )  # fmt: skip
    graded(case, ann)
    with pytest.raises(NotRecorded, match="You have answered"):
        graded(case, ann)


def test_a_second_is_not_added_once_the_first_has_answered(quality, case):
    ann = auditor("ann")
    audits.assign(by=quality, case=case, record=CHILD, first=ann)
    graded(case, ann)
    with pytest.raises(NotRecorded, match="has been answered"):
        audits.assign(by=quality, case=case, record=CHILD, first=ann, second=auditor("bob"))


def test_somebody_who_graded_neither_moderates_and_the_moderated_grade_stands(quality, case):
    ann, bob = auditor("ann"), auditor("bob")
    audits.assign(by=quality, case=case, record=CHILD, first=ann, second=bob)
    moderated = {"case": case, "record": CHILD, "grade": "Not good enough", "reason": "The visits."}
    graded(case, ann)
    with pytest.raises(NotRecorded, match="not been graded twice"):
        audits.moderate(by=quality, **moderated)
    graded(case, bob, "Not good enough")
    with pytest.raises(NotRecorded, match="graded this case yourself"):
        audits.moderate(by=ann, **moderated)
    assert audits.results_of(case.draw.audit).grades == {"Good": 1, "Not good enough": 0}
    audits.moderate(by=quality, **moderated)
    (result,) = audits.results_on("child_voice")
    assert result.grades == {"Good": 0, "Not good enough": 1}
    assert (result.agreement.cases, result.agreement.alike) == (1, 0)
    assert result.is_small
    assert audits.results_on("missing") == []


def test_an_action_follows_the_child_and_the_child_is_audited_again_with_a_link(quality, case):
    ann = auditor("ann")
    audits.assign(by=quality, case=case, record=CHILD, first=ann)
    with pytest.raises(NotRecorded, match="not been audited"):
        audits.audit_again(by=quality, case=case, record=CHILD)
    graded(case, ann)
    due = timezone.localdate() + timedelta(days=7)
    audits.set_action(
        by=ann, case=case, record=CHILD, words="See the child alone.", owner=quality, due=due
    )
    assert Task.objects.get(child=CHILD.child).owner == quality
    again = audits.audit_again(by=quality, case=case, record=CHILD)
    assert (again.again, again.child, again.draw) == (case, case.child, case.draw)
    assert audits.results_of(case.draw.audit).cases == 1
    with pytest.raises(NotRecorded, match="already"):
        audits.audit_again(by=quality, case=case, record=CHILD)
