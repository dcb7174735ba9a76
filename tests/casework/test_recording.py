"""What people record for a child: whole, corrected in the open, never lost, never twice."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from sightline.casework import audit, drafts, recording
from sightline.casework.models import AuditEntry, Draft, Recording, RecordingVersion
from sightline.casework.policy import ChildRecord
from sightline.casework.recording import Stale, ToDo
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, somebody

pytestmark = pytest.mark.django_db

SISTER = ChildRecord(child="C2", held_by=frozenset({"W1"}))
OTHER = ChildRecord(child="C3", held_by=frozenset({"W5"}))
INTERVIEW = {"missing_episode": "2024-03-01", "offered": "2024-03-02", "held": "2024-03-03"}


@pytest.fixture
def holder():
    return somebody("practitioner", worker="W1")


def record(by, given=INTERVIEW, table="return_interviews", child=CHILD, **more) -> Recording:
    """Record one row for the made-up child."""
    return recording.record(by=by, child=child, table=table, given=given, **more)


def content(one: Recording) -> dict:
    """What a recording says now."""
    return recording.standing_version(Recording.objects.get(pk=one.pk)).content


def test_what_is_recorded_says_who_and_when_and_is_audited(holder):
    one = record(holder, INTERVIEW | {"independent": True, "agency": "voluntary", "worker": ""})
    assert content(one) == INTERVIEW | {"independent": True, "agency": "voluntary"}
    assert (one.made_by, one.made_on) == (holder, timezone.localdate())
    (entry,) = audit.reads_of_child("C1")
    assert (entry.action, entry.thing) == ("record for a child", "return_interviews recorded")


@pytest.mark.parametrize(
    ("table", "given", "says"),
    [
        ("return_interviews", {}, "No day"),
        ("return_interviews", {"held": "yesterday"}, "Held is no day"),
        ("return_interviews", {"held": "2999-01-01"}, "cannot be that day"),
        ("return_interviews", {"held": "0202-03-01"}, "cannot be that day"),
        ("return_interviews", INTERVIEW | {"independent": "yes"}, "neither yes nor no"),
        ("return_interviews", INTERVIEW | {"agency": "circus"}, "no such choice"),
        ("return_interviews", INTERVIEW | {"missing_episode": "M2"}, "is no day"),
        ("return_interviews", INTERVIEW | {"child": "C9"}, "no 'child'"),
        ("return_interviews", INTERVIEW | {"interview": "7"}, "no 'interview'"),
        (
            "risk_alerts",
            {"raised": "2024-03-02", "ended": "2024-03-01"},
            "Ended lies before raised",
        ),
        ("neglect_assessments", {"assessed": "2024-01-01", "grade": True}, "no number"),
        ("neglect_assessments", {"assessed": "2024-01-01", "grade": 2.5}, "no number"),
        ("significant_events", {"happened": "2024-01-01", "event": "Began school"}, "Impact on"),
        ("what_went_well", {"happened": "2024-01-01", "words": "a\0b"}, "cannot be kept"),
        ("children", {"born": "2020-01-01"}, "not recorded here"),
    ],
)
def test_what_cannot_be_is_not_recorded_and_says_why(holder, table, given, says):
    with pytest.raises(NotRecorded, match=says) as refused:
        record(holder, given, table)
    assert refused.value.next_step
    assert (Recording.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_a_planned_day_may_lie_ahead(holder):
    ahead = (timezone.localdate() + timedelta(days=90)).isoformat()
    given = {"assessed": "2024-01-01", "area": "safety", "grade": 3, "next_due": ahead}
    assert content(record(holder, given, "neglect_assessments"))["next_due"] == ahead


def test_a_correction_keeps_the_original_and_says_why(holder):
    one = record(holder)
    later = INTERVIEW | {"held": "2024-03-04"}
    recording.correct(by=holder, child=CHILD, recording=one, seen=1, given=later, why="Wrong day.")
    assert content(one)["held"] == "2024-03-04"
    assert [(v.number, v.content["held"], v.why) for v in recording.history_of(one)] == [
        (2, "2024-03-04", "Wrong day."),
        (1, "2024-03-03", ""),
    ]


def test_a_stale_edit_is_refused_with_both_versions(holder):
    one, colleague = record(holder), somebody("practitioner", "colleague", worker="W1")
    theirs = INTERVIEW | {"held": "2024-03-04"}
    yours = INTERVIEW | {"held": "2024-03-05"}
    recording.correct(
        by=colleague, child=CHILD, recording=one, seen=1, given=theirs, why="Wrong day."
    )
    with pytest.raises(Stale) as stale:
        recording.correct(by=holder, child=CHILD, recording=one, seen=1, given=yours, why="Wrong.")
    assert (stale.value.theirs.content, stale.value.yours) == (theirs, yours)
    assert stale.value.fault == "colleague changed this since you opened it."
    assert RecordingVersion.objects.count() == 2
    with pytest.raises(Stale):
        recording.withdraw(by=holder, child=CHILD, recording=one, seen=1, why="In error.")


def test_what_is_withdrawn_leaves_the_list_and_its_words_stay(holder):
    one = record(holder)
    recording.withdraw(by=holder, child=CHILD, recording=one, seen=1, why="Another child's.")
    assert recording.recorded_for("C1", "return_interviews") == []
    assert recording.history_of(one)[0].why == "Another child's."
    with pytest.raises(NotRecorded, match="withdrawn"):
        recording.correct(by=holder, child=CHILD, recording=one, seen=2, given=INTERVIEW, why="x")


def test_one_form_sent_twice_is_recorded_once(holder):
    first = record(holder, submission="form")
    assert record(holder, submission="form") == first
    assert (Recording.objects.count(), AuditEntry.objects.count()) == (1, 1)
    record(somebody("practitioner", "other", worker="W1"), submission="form")
    assert Recording.objects.count() == 2


def test_a_correction_sent_twice_is_one_version(holder):
    one = record(holder)
    for _ in range(2):
        recording.correct(
            by=holder, child=CHILD, recording=one, seen=1, given=INTERVIEW, why="Seen again.",
            submission="form",
        )  # fmt: skip
    assert RecordingVersion.objects.count() == 2


def test_several_children_each_get_their_own_part_or_none_gets_any(holder):
    group = {"held": "2024-03-01"}
    parts = [(CHILD, group | {"agencies_attended": 3}), (SISTER, group | {"agencies_attended": 2})]
    given = {"by": holder, "table": "core_groups", "submission": "form"}
    with pytest.raises(NotRecorded):
        recording.record_for_several(**given, parts=[*parts[:1], (SISTER, {})])
    with pytest.raises(Refused):
        recording.record_for_several(**given, parts=[*parts, (OTHER, group)])
    assert Recording.objects.count() == 0
    for _ in range(2):
        both = recording.record_for_several(**given, parts=parts)
    assert [(one.child, content(one)["agencies_attended"]) for one in both] == [
        ("C1", 3),
        ("C2", 2),
    ]
    assert Recording.objects.count() == 2


def test_actions_of_supervision_follow_the_child_and_come_back_at_the_next(holder):
    manager = somebody("service_manager", worker="W1")
    due = timezone.localdate() + timedelta(days=14)
    told = {"held": "2024-03-01", "plan_considered": True, "actions_reviewed": True}
    action = ToDo(words="See the child alone", owner=holder, due=due)
    record(manager, told, "supervision", to_do=[action])
    assert [task.words for task in recording.comes_back("C1")] == ["See the child alone"]
    assert recording.comes_back("C2") == []
    with pytest.raises(Refused):
        record(holder, told, "supervision")


def test_a_task_that_cannot_be_set_leaves_nothing_recorded(holder):
    action = ToDo(words="Ring", owner=somebody("member"), due=timezone.localdate())
    with pytest.raises(NotRecorded):
        record(holder, to_do=[action])
    assert Recording.objects.count() == 0


def test_a_draft_outlives_the_session_and_is_its_writers_alone(holder):
    given = {"child": CHILD, "form": "return_interviews"}
    drafts.save_draft(by=holder, **given, content={"held": "2024-0"}, seen=1)
    Session.objects.all().delete()
    drafts.save_draft(by=holder, **given, content={"held": "2024-03-0"}, seen=1)
    assert drafts.draft_of(by=holder, **given).content == {"held": "2024-03-0"}
    colleague = somebody("practitioner", "colleague", worker="W1")
    assert drafts.draft_of(by=colleague, **given) is None
    with pytest.raises(Refused):
        drafts.draft_of(by=somebody("practitioner", "stranger", worker="W9"), **given)
    drafts.drop_draft(by=holder, **given)
    assert not Draft.objects.exists()
