"""Changes to services: every child is listed, each needs a destination and somebody responsible."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sightline.casework import service_changes
from sightline.casework.models import AuditEntry, Destination, Notice
from sightline.casework.policy import ChildRecord
from sightline.casework.writing import NotRecorded, Refused
from tests.casework.people import CHILD, somebody

OTHER = ChildRecord(child="C2", held_by=frozenset({"W2"}), teams=frozenset({"South"}))
RECORDS = {"C1": CHILD, "C2": OTHER}


@pytest.fixture
def leader(db):
    return somebody("leader")


@pytest.fixture
def worker(db):
    return somebody("practitioner", "worker", worker="W1")


def begun(person, children=("C1", "C2"), **more):
    given = {
        "name": "North closes", "kind": "team_closes", "concerns": "North", "since": None,
        "found_by": "Team North.", "why": "Two teams become one.", "planned": date(2024, 6, 1),
        "led_by": person, "on": date(2024, 3, 31), "children": children,
    }  # fmt: skip
    return service_changes.begin(by=person, **(given | more))


def decided(person, change, child, responsible, **more):
    given = {"where": "team", "to": "South", "reason": "Nearer to school."}
    return service_changes.decide_destination(
        by=person,
        affected=change.children.get(child=child),
        record=RECORDS[child],
        responsible=responsible,
        **(given | more),
    )


def test_a_change_lists_every_child_once_and_none_of_them_is_ready(leader):
    change = begun(leader, ("C1", "C2", "C1"))
    told = service_changes.readiness_of(change)
    assert (told.children, told.without_destination, told.not_ready) == (2, 2, 2)


def test_who_leads_no_service_begins_none_and_a_change_needs_a_leader_and_children(leader, worker):
    with pytest.raises(Refused):
        begun(worker)
    with pytest.raises(NotRecorded, match="Nobody leads"):
        begun(leader, led_by=worker)
    with pytest.raises(NotRecorded, match="No child was found"):
        begun(leader, ())


def test_a_child_is_ready_with_a_destination_and_somebody_responsible_who_is_told(leader, worker):
    change = begun(leader)
    decided(leader, change, "C1", None)
    assert service_changes.readiness_of(change).without_responsible == 1
    decided(leader, change, "C1", worker)
    told = service_changes.readiness_of(change)
    assert (told.without_responsible, told.without_destination) == (0, 1)
    assert Notice.objects.get(to=worker).kind == service_changes.RESPONSIBLE
    assert Destination.objects.count() == 2, "what was decided before is kept"


def test_a_child_left_with_somebody_who_has_gone_is_not_ready(leader, worker):
    change = begun(leader)
    decided(leader, change, "C1", worker)
    worker.is_active = False
    worker.save()
    assert service_changes.readiness_of(change).without_responsible == 1


@pytest.mark.parametrize(
    ("more", "fault"),
    [({"to": " "}, "is not named"), ({"where": "away"}, "no destination"), ({"reason": ""}, "no reason")],
)  # fmt: skip
def test_a_destination_that_says_too_little_is_refused(leader, worker, more, fault):
    change = begun(leader)
    with pytest.raises(NotRecorded, match=fault):
        decided(leader, change, "C1", worker, **more)
    assert not Destination.objects.exists()


def test_where_a_child_goes_is_decided_by_a_manager_of_that_child(leader, worker):
    change = begun(leader)
    for person in (worker, somebody("team_manager", "far"), somebody("quality_assurance")):
        with pytest.raises(Refused):
            decided(person, change, "C1", worker)
    assert AuditEntry.objects.exclude(refused_because="").count() == 3


def test_a_change_goes_ahead_unready_only_with_a_reason_which_stays(leader):
    change, today = begun(leader), timezone.localdate()
    with pytest.raises(NotRecorded, match="has not come"):
        service_changes.go_ahead(by=leader, change=change, on=today + timedelta(days=1), because="")
    with pytest.raises(NotRecorded, match="2 children are not ready"):
        service_changes.go_ahead(by=leader, change=change, on=today, because=" ")
    gone = service_changes.go_ahead(by=leader, change=change, on=today, because="The lease ended.")
    assert (gone.not_ready, gone.because, gone.counted_from) == (2, "The lease ended.", today)
    with pytest.raises(NotRecorded, match="is over"):
        service_changes.call_off(by=leader, change=change, because="No.")


def test_who_has_come_since_is_listed_and_nobody_leaves(leader):
    change = begun(leader, ("C1",))
    with pytest.raises(NotRecorded, match="Nobody has come"):
        service_changes.take_in(by=leader, change=change, on=date(2024, 4, 30), children=["C1"])
    service_changes.take_in(by=leader, change=change, on=date(2024, 4, 30), children=["C2"])
    assert dict(change.children.values_list("child", "found_on")) == {
        "C1": date(2024, 3, 31),
        "C2": date(2024, 4, 30),
    }


def test_nothing_is_decided_for_a_change_that_was_called_off(leader, worker):
    change = begun(leader)
    service_changes.call_off(by=leader, change=change, because="The team stays.")
    with pytest.raises(NotRecorded, match="called off"):
        decided(leader, change, "C1", worker)
