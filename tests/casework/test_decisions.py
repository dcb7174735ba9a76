"""Deciding about a concern: each kind, its reason, its history, and what it never does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.casework import access_actions, audit, decisions
from sightline.casework.concern_keys import ConcernKey, carry_over, history_of
from sightline.casework.models import AuditEntry, ConcernDecision, MovedConcern, Notice, Task
from sightline.casework.policy import ChildRecord
from sightline.casework.tasks import end_task, open_tasks, set_task
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, somebody

pytestmark = pytest.mark.django_db

LOCAL_RULE = "third_referral_without_plan"
INTERVIEW = ConcernKey("return_interview_not_in_72_hours", "C1", "missing episode 2024-03-01")


@pytest.fixture
def holder():
    return somebody("practitioner", worker="W1")


def today():
    return timezone.localdate()


def explain(by, concern=INTERVIEW, reason="The child was in hospital.", **more):
    """Explain a concern of the made-up child."""
    return decisions.explain(by=by, record=CHILD, concern=concern, reason=reason, **more)


def decided(concern) -> list[tuple[str, str]]:
    """Kind and where it was carried from, newest first."""
    return [(one.decision.kind, one.carried_from) for one in history_of(concern)]


def test_to_act_sets_a_task_on_its_owners_list(holder):
    due = today() + timedelta(days=3)
    decisions.act(
        by=holder, record=CHILD, concern=INTERVIEW, reason="Back since Friday.",
        task="Hold the interview", owner=holder, due=due,
    )  # fmt: skip
    (task,) = open_tasks(["C1"])
    assert (task.words, task.owner, task.due) == ("Hold the interview", holder, due)
    assert task.decision.reason == "Back since Friday."
    assert audit.verify() == []
    assert [entry.action for entry in audit.reads_of_child("C1")] == ["decide about a concern"]


def test_a_task_is_never_given_to_somebody_who_may_not_read_the_record(holder):
    stranger = somebody("practitioner", "stranger", worker="W9")
    for owner in (stranger, somebody("member")):
        with pytest.raises(NotRecorded, match="may not read"):
            decisions.act(
                by=holder, record=CHILD, concern=INTERVIEW, reason="Back.", task="See the child",
                owner=owner, due=today(),
            )  # fmt: skip
    assert (ConcernDecision.objects.count(), Task.objects.count()) == (0, 0)


def test_days_that_cannot_be_are_not_recorded(holder):
    given = {"by": holder, "record": CHILD, "concern": INTERVIEW, "reason": "Seen."}
    tomorrow, yesterday = today() + timedelta(days=1), today() - timedelta(days=1)
    for kind in (decisions.done_not_recorded, decisions.attempted):
        with pytest.raises(NotRecorded, match="lies ahead"):
            kind(**given, on=tomorrow)
        kind(**given, on=yesterday)
    with pytest.raises(NotRecorded, match="in the past"):
        decisions.act(**given, task="See", owner=holder, due=yesterday)
    assert decided(INTERVIEW) == [("attempted", ""), ("done_not_recorded", "")]


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_every_decision_has_a_reason(holder, reason):
    with pytest.raises(NotRecorded, match="no reason"):
        explain(holder, reason=reason)
    assert not AuditEntry.objects.exists()


def test_a_legal_duty_is_explained_and_never_accepted_away(holder):
    with pytest.raises(NotRecorded, match="cannot be accepted away"):
        decisions.accept(
            by=holder, record=CHILD, concern=INTERVIEW, reason="It is fine.",
            until=today() + timedelta(days=5),
        )  # fmt: skip
    assert explain(holder).kind == "explain"


def test_a_standard_of_the_councils_own_is_accepted_until_a_day(holder):
    local = ConcernKey(LOCAL_RULE, "C1", "case 2024-01-01")
    until = today() + timedelta(days=5)
    assert decisions.rests_on_local_standards(LOCAL_RULE)
    accepted = decisions.accept(
        by=holder, record=CHILD, concern=local, reason="Agreed with the manager.", until=until
    )
    assert accepted.until == until


def test_a_dispute_stands_in_data_quality_until_somebody_settles_it_once(holder):
    disputed = decisions.dispute(
        by=holder, record=CHILD, concern=INTERVIEW, reason="The day of return is wrong."
    )
    assert list(decisions.open_disputes()) == [disputed]
    decisions.settle(by=holder, record=CHILD, disputed=disputed, reason="Mended.")
    assert not decisions.open_disputes().exists()
    with pytest.raises(NotRecorded):
        decisions.settle(by=holder, record=CHILD, disputed=disputed, reason="Mended again.")
    assert decided(INTERVIEW) == [("settle", ""), ("dispute", "")]


def test_to_escalate_tells_a_named_person_who_may_read_the_record(holder):
    given = {"by": holder, "record": CHILD, "concern": INTERVIEW, "reason": "Nobody answers."}
    leader = somebody("leader")
    decisions.escalate(**given, to=leader)
    notice = Notice.objects.get()
    assert (notice.to, notice.words, notice.child) == (leader, "Nobody answers.", "C1")
    with pytest.raises(NotRecorded):
        decisions.escalate(**given, to=somebody("practitioner", "other", worker="W9"))


def test_who_may_not_read_the_record_decides_nothing_and_the_refusal_is_kept(holder):
    access_actions.restrict(
        by=somebody("leader"), record=CHILD, kind="other", why="made up", manager=somebody("service_manager")
    )  # fmt: skip
    for by in (holder, somebody("analyst"), somebody("inspector")):
        with pytest.raises(Refused):
            explain(by)
    assert not ConcernDecision.objects.exists()
    assert len([one for one in audit.reads_of_child("C1") if one.refused_because]) == 3


def test_a_concern_of_another_child_is_not_decided_through_this_one(holder):
    other = ConcernKey(INTERVIEW.rule, "C2", INTERVIEW.subject)
    with pytest.raises(NotRecorded, match="another child's"):
        explain(holder, concern=other)


def test_one_form_sent_twice_is_one_decision(holder):
    first = explain(holder, submission="form-1")
    assert explain(holder, submission="form-1") == first
    assert (ConcernDecision.objects.count(), AuditEntry.objects.count()) == (1, 1)
    with pytest.raises(NotRecorded, match="something else"):
        decisions.dispute(
            by=holder,
            record=ChildRecord(child="C2", held_by=frozenset({"W1"})),
            concern=ConcernKey(INTERVIEW.rule, "C2", INTERVIEW.subject),
            reason="Wrong.",
            submission="form-1",
        )


def moved_to(day: str) -> ConcernKey:
    """The concern under another start date."""
    return ConcernKey(INTERVIEW.rule, "C1", f"missing episode {day}")


def test_decisions_follow_a_corrected_date_and_say_where_they_were_made(holder):
    explain(holder)
    carry_over({INTERVIEW}, {moved_to("2024-03-02")})
    decisions.dispute(
        by=holder, record=CHILD, concern=moved_to("2024-03-02"), reason="Still not right."
    )
    carry_over({moved_to("2024-03-02")}, {moved_to("2024-03-03")})
    assert decided(moved_to("2024-03-03")) == [
        ("dispute", "missing episode 2024-03-02"),
        ("explain", "missing episode 2024-03-01"),
    ]
    assert audit.verify() == []


def test_a_date_moved_there_and_back_shows_each_decision_once(holder):
    explain(holder)
    carry_over({INTERVIEW}, {moved_to("2024-03-02")})
    carry_over({moved_to("2024-03-02")}, {INTERVIEW})
    assert decided(INTERVIEW) == [("explain", "")]


@pytest.mark.parametrize(
    "after",
    [
        {INTERVIEW, moved_to("2024-03-02")},
        {moved_to("2024-03-02"), moved_to("2024-02-28")},
        {moved_to("2024-06-02")},
        {ConcernKey(INTERVIEW.rule, "C2", "missing episode 2024-03-02")},
        {ConcernKey("other_rule", "C1", "missing episode 2024-03-02")},
        {ConcernKey(INTERVIEW.rule, "C1", "referral 2024-03-02")},
        set(),
    ],
    ids=["stands", "either", "far", "child", "rule", "kind", "gone"],
)
def test_nothing_is_carried_where_it_could_be_something_else(holder, after):
    explain(holder)
    assert carry_over({INTERVIEW}, after) == []
    assert not MovedConcern.objects.exists()
    assert decided(INTERVIEW) == [("explain", "")]


def test_a_task_ends_once_and_a_dropped_one_says_why(holder):
    task = set_task(by=holder, record=CHILD, words="Ring the school", owner=holder, due=today())
    with pytest.raises(NotRecorded, match="no reason"):
        end_task(by=holder, record=CHILD, task=task, ended_as="dropped")
    end_task(by=holder, record=CHILD, task=task, ended_as="done")
    assert open_tasks(["C1"]) == []
    with pytest.raises(NotRecorded, match="practitioner ended this task already: done"):
        end_task(by=holder, record=CHILD, task=task, ended_as="dropped", because="late")
