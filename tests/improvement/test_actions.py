"""Actions: owners inside and outside, notes, dependencies, what comes to an owner's day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.casework.models import AuditEntry
from sightline.casework.writing import NotRecorded, Refused
from sightline.improvement import actions, objectives
from sightline.improvement.models import Action, Note
from sightline.improvement.owners_day import actions_for
from sightline.improvement.writing import changes_of
from tests.casework.people import somebody
from tests.improvement.plans_made_up import begun, taken_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return somebody("leader")


@pytest.fixture
def owner():
    return somebody("team_manager")


@pytest.fixture
def objective(leader):
    return taken_up(leader, begun(leader))


def today():
    return timezone.localdate()


def in_days(number):
    return today() + timedelta(days=number)


def set_by(by, objective, words="Ask every child", due=None, **more):
    given = {} if "partner" in more or "owner_elsewhere" in more else {"owner": by}
    return actions.set_action(
        by=by, objective=objective, words=words, due=due or in_days(20), **(given | more)
    )


def test_an_owner_is_a_person_or_a_partner_by_name_and_never_nobody(leader, owner, objective):
    inside = set_by(leader, objective, owner=owner)
    outside = set_by(leader, objective, owner_elsewhere="Insp. Reed", partner="Barset police")
    assert actions.owner_of(inside) == "team_manager"
    assert actions.owner_of(outside) == "Insp. Reed, Barset police"
    for more, why in (
        ({"owner": None}, "no owner"),
        ({"owner": owner, "partner": "Health"}, "Two"),
    ):
        with pytest.raises(NotRecorded, match=why):
            actions.set_action(
                by=leader, objective=objective, words="Ask", due=in_days(3), **more
            )  # fmt: skip


def test_the_owner_writes_notes_and_says_when_it_is_done(leader, owner, objective):
    action = set_by(leader, objective, owner=owner)
    actions.note(by=owner, objective=objective, action=action, words="Begun.", colour="amber")
    actions.end_action(by=owner, action=action, ended_as="done")
    action.refresh_from_db()
    assert (action.state, action.ended_by) == ("done", owner)
    with pytest.raises(NotRecorded, match="has ended: done"):
        actions.end_action(by=owner, action=action, ended_as="dropped", because="No.")
    entries = AuditEntry.objects.filter(person="team_manager")
    assert {one.action for one in entries} == {"report on what one owns in an improvement plan"}


def test_nobody_writes_of_what_is_not_theirs_and_the_refusal_is_kept(leader, owner, objective):
    action = set_by(leader, objective, owner=owner)
    other = somebody("practitioner")
    for do in (
        lambda: actions.note(by=other, objective=objective, action=action, words="Mine now."),
        lambda: actions.end_action(by=other, action=action, ended_as="done"),
        lambda: actions.note(by=owner, objective=objective, words="Of the whole objective."),
        lambda: set_by(owner, objective),
    ):
        with pytest.raises(Refused):
            do()
    assert not Note.objects.exists()
    assert AuditEntry.objects.exclude(refused_because="").count() == 4


def test_the_objectives_owner_writes_of_its_actions_too(leader, owner):
    objective = taken_up(leader, begun(leader), owner=owner)
    action = set_by(leader, objective, partner="Barset police")
    said = actions.note(
        by=owner, objective=objective, action=action, words="They met.", told_by="Insp. Reed"
    )
    assert said.told_by == "Insp. Reed"


def test_dropped_says_why(leader, objective):
    action = set_by(leader, objective)
    with pytest.raises(NotRecorded, match="no reason"):
        actions.end_action(by=leader, action=action, ended_as="dropped")
    actions.end_action(by=leader, action=action, ended_as="dropped", because="Not needed.")
    action.refresh_from_db()
    assert action.ended_because == "Not needed."


def changed(by, action, **more):
    given = {"words": action.words, "due": action.due, "owner": action.owner} | more
    return actions.change_action(by=by, action=action, seen=action.version, **given)


def test_a_later_day_and_another_owner_say_why_and_what_stood_is_kept(leader, owner, objective):
    action = set_by(leader, objective, owner=owner)
    other = somebody("practitioner")
    for more in ({"due": in_days(40)}, {"owner": other}):
        with pytest.raises(NotRecorded, match="without a reason"):
            changed(leader, action, **more)
    changed(leader, action, owner=other, why="On leave.")
    (change,) = changes_of(action)
    assert (change.before["owner"], change.after["owner"]) == ("team_manager", "practitioner")
    assert changed(leader, action, due=in_days(10)).due == in_days(10)


def test_no_action_comes_to_wait_for_itself(leader, objective):
    one, two, three = (set_by(leader, objective, words) for words in ("One", "Two", "Three"))
    waits = actions.wait_for(by=leader, action=one, needs=two)
    actions.wait_for(by=leader, action=two, needs=three)
    for needs in (one, two):
        with pytest.raises(NotRecorded, match="wait for the other"):
            actions.wait_for(by=leader, action=needs if needs == one else three, needs=one)
    assert actions.all_it_waits_for(one) == {two.pk, three.pk}
    actions.wait_no_longer(by=leader, dependency=waits)
    actions.wait_for(by=leader, action=three, needs=one)
    assert actions.all_it_waits_for(two) == {three.pk, one.pk}


def test_actions_of_two_plans_do_not_wait_for_each_other(leader, objective):
    elsewhere = set_by(leader, taken_up(leader, begun(leader)))
    with pytest.raises(NotRecorded, match="two plans"):
        actions.wait_for(by=leader, action=set_by(leader, objective), needs=elsewhere)


def on_day(person, day, local=None):
    return [
        (one.action.words, one.days_overdue, one.silent_days)
        for one in actions_for(person, day, local)
    ]


def test_what_is_due_overdue_and_silent_comes_to_the_owners_day(leader, owner, objective):
    set_by(leader, objective, "Later", due=in_days(50), owner=owner)
    soon = set_by(leader, objective, "Soon", due=in_days(10), owner=owner)
    done = set_by(leader, objective, "Done", due=in_days(1), owner=owner)
    actions.end_action(by=owner, action=done, ended_as="done")
    assert on_day(owner, today()) == [("Soon", 0, 0), ("Later", 0, 0)]
    assert on_day(owner, in_days(30)) == [("Soon", 20, 0), ("Later", 0, 0)]
    assert on_day(owner, in_days(31)) == [("Soon", 21, 31), ("Later", 0, 31)]
    at = timezone.now() + timedelta(days=25)
    Note.objects.create(objective=objective, action=soon, words="Met.", by=owner, at=at)
    assert on_day(owner, in_days(31)) == [("Soon", 21, 0), ("Later", 0, 31)]
    assert on_day(leader, in_days(31)) == []


def test_how_long_is_silent_is_the_councils_own(leader, owner, objective):
    set_by(leader, objective, "Soon", due=in_days(50), owner=owner)
    local = {
        "IMP-01": [
            {"value": 14, "valid_to": in_days(20)},
            {"value": 7, "valid_from": in_days(21)},
        ]
    }
    assert on_day(owner, in_days(14), local) == [("Soon", 0, 0)]
    assert on_day(owner, in_days(15), local) == [("Soon", 0, 15)]
    assert on_day(owner, in_days(25), local) == [("Soon", 0, 25)]


def test_what_an_action_waits_for_is_told_until_it_is_done(leader, owner, objective):
    one, two = set_by(leader, objective, "One", owner=owner), set_by(leader, objective, "Two")
    actions.wait_for(by=leader, action=one, needs=two)
    (told,) = actions_for(owner, today())
    assert told.waits_for == (two,)
    actions.end_action(by=leader, action=two, ended_as="done")
    assert actions_for(owner, today())[0].waits_for == ()


def test_an_owner_who_left_is_shown_to_those_who_can_hand_over(leader, owner):
    theirs = somebody("practitioner", "objective owner")
    objective = taken_up(leader, begun(leader), owner=theirs)
    set_by(leader, objective, "Orphan", owner=owner)
    owner.is_active = False
    owner.save()
    for person in (leader, theirs):
        (told,) = actions_for(person, today())
        assert (told.action.words, told.is_nobodys) == ("Orphan", True)
    assert actions_for(owner, today()) == []
    assert actions_for(somebody("practitioner", "somebody else"), today()) == []
    action = Action.objects.get()
    with pytest.raises(NotRecorded, match="no longer signs in"):
        set_by(leader, objective, owner=owner)
    changed(leader, action, owner=theirs, why="They left.")
    assert [one.is_nobodys for one in actions_for(theirs, today())] == [False]


def test_access_that_ended_is_somebody_who_left(leader, owner, objective):
    set_by(leader, objective, owner=owner)
    owner.access_until = timezone.now() - timedelta(minutes=1)
    owner.save()
    assert [one.is_nobodys for one in actions_for(leader, today())] == [True]


def test_actions_of_an_objective_that_is_closed_come_to_nobody(leader, owner, objective):
    set_by(leader, objective, owner=owner)
    objective.state = "closed"
    objective.save()
    assert actions_for(owner, today()) == []


def test_actions_go_with_their_objective_when_it_is_merged(leader, owner):
    plan = begun(leader)
    one, two = taken_up(leader, plan, 1), taken_up(leader, plan, 2)
    set_by(leader, two, owner=owner)
    objectives.merge(by=leader, into=one, others=[two], reason="One.")
    assert [told.action.objective for told in actions_for(owner, today())] == [one]
