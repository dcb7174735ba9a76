"""Look-back reviews: the cohort stays as fixed, nobody judges their own work, none is forgotten."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.casework import access_actions, look_backs
from sightline.casework.models import Notice, Task
from sightline.casework.policy import ChildRecord
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, somebody

OTHER = ChildRecord(child="C2", held_by=frozenset({"W2"}), teams=frozenset({"South"}))
RECORDS = {"C1": CHILD, "C2": OTHER}


@pytest.fixture
def quality(db):
    return somebody("quality_assurance")


def fixed(person, records=(CHILD, OTHER)):
    return look_backs.fix_cohort(
        by=person,
        title="Concerns nobody saw",
        question="Was a concern missed?",
        found_by="Three referrals or more.",
        on=date(2024, 3, 31),
        records=records,
    )


def reviewed(person, one, quality, **more):
    """Given to the person and answered by them."""
    record = RECORDS[one.child]
    look_backs.assign_reviewer(by=quality, one=one, record=record, reviewer=person)
    given = {"outcome": "known", "words": "It was answered in May.", **more}
    return look_backs.record_outcome(by=person, one=one, record=record, **given)


def test_a_cohort_holds_each_child_once_and_counts_who_may_not_be_read(quality):
    leader = somebody("leader")
    access_actions.restrict(by=leader, record=OTHER, kind="other", why="Made up.", manager=leader)
    review = fixed(quality, (CHILD, CHILD, OTHER))
    assert list(review.children.values_list("child", flat=True)) == ["C1"]
    assert review.kept_out == 1


def test_who_has_no_part_in_it_fixes_no_cohort(quality):
    with pytest.raises(Refused):
        fixed(somebody("practitioner"))


def test_nobody_reviews_their_own_work_or_what_was_given_to_another(quality):
    review = fixed(quality)
    one = review.children.get(child="C1")
    holder = somebody("practitioner", "holder", worker="W1")
    with pytest.raises(NotRecorded, match="works with this child"):
        look_backs.assign_reviewer(by=quality, one=one, record=CHILD, reviewer=holder)
    look_backs.assign_reviewer(
        by=quality, one=one, record=CHILD, reviewer=somebody("quality_assurance", "ann")
    )
    with pytest.raises(NotRecorded, match="somebody else"):
        look_backs.record_outcome(by=quality, one=one, record=CHILD, outcome="known", words="Yes.")


def test_a_review_is_not_closed_while_one_child_has_no_outcome(quality):
    review = fixed(quality)
    ann = somebody("quality_assurance", "ann")
    first, last = review.children.order_by("child")
    reviewed(ann, first, quality)
    progress = look_backs.progress_of(review)
    assert (progress.children, progress.done, progress.left) == (2, 1, 1)
    with pytest.raises(NotRecorded, match="1 child has no outcome"):
        look_backs.close(by=quality, review=review, learned="Much.")
    reviewed(ann, last, quality)
    closed = look_backs.close(by=quality, review=review, learned="Much.")
    assert closed.closed_by == quality
    assert (
        look_backs.progress_of(review).outcomes[
            "There was a concern, and it was known and answered"
        ]
        == 2
    )


def test_an_outcome_stands_as_it_was_given(quality):
    one = fixed(quality).children.get(child="C1")
    ann = somebody("quality_assurance", "ann")
    reviewed(ann, one, quality)
    with pytest.raises(NotRecorded, match="is recorded"):
        look_backs.record_outcome(by=ann, one=one, record=CHILD, outcome="missed", words="No.")


def test_what_is_urgent_is_a_task_and_the_manager_is_told_at_once(quality):
    boss = somebody("team_manager", "boss")
    access_actions.join_team(by=somebody("administrator"), person=boss, team="North")
    one = fixed(quality).children.get(child="C1")
    ann = somebody("quality_assurance", "ann")
    with pytest.raises(NotRecorded, match="an owner and a day"):
        reviewed(ann, one, quality, urgent="See the child today.")
    assert not Task.objects.exists()
    today = timezone.localdate()
    done = reviewed(
        ann, one, quality, outcome="missed", urgent="See the child today.", owner=boss, due=today
    )
    assert done.urgent.words == "See the child today."
    assert done.urgent.due < today + timedelta(days=1)
    told = Notice.objects.get(kind=look_backs.URGENT)
    assert (told.to, told.child) == (boss, "C1")
