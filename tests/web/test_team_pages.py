"""Teams: side by side, one team, a worker's list, who is to hold a case, and who sees which of it."""

import json
import re

import pytest
from django.utils import timezone

from sightline.casework.access_actions import restrict
from sightline.casework.models import AllocationDecision, AuditEntry, Person, TeamMembership
from sightline.casework.policy import LIST_CHILDREN, READ_CHILD, ChildRecord
from sightline.web.concern_addresses import opaque
from tests.web.made_up_service import LATEST

pytestmark = pytest.mark.django_db

NORTH, SOUTH = "Assessment North", "Assessment South"
MEASURE = "return_interview_in_72_hours"


@pytest.fixture
def manager(sign_in):
    """The browser of the manager of Assessment North: C001, C003 and C005, all held by W2."""
    browser = sign_in("team_manager")
    joined(Person.objects.get(username="team_manager"))
    return browser


@pytest.fixture
def team(workspace):
    """The address of a team, or of one of its workers."""

    def address(name: str = NORTH, worker: str = "") -> str:
        here = f"/teams/{opaque('team', name, workspace)}/"
        return f"{here}workers/{opaque('worker', worker, workspace)}/" if worker else here

    return address


def joined(person: Person) -> None:
    TeamMembership.objects.create(
        person=person, team=NORTH, given_by=person, given_at=timezone.now()
    )


def page(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def plain(shown: str) -> str:
    """The words of a page, its marks and white space left out."""
    return " ".join(re.sub(r"<[^>]*>", " ", shown).split())


def test_teams_stand_side_by_side_in_the_order_of_the_alphabet(sign_in):
    shown = plain(page(sign_in("leader"), f"/teams/?measure={MEASURE}"))
    assert shown.index(NORTH) < shown.index(SOUTH)
    assert "95% interval" in shown
    assert "never a place in a league" in shown


def test_the_chart_has_each_team_and_its_words(sign_in):
    answer = sign_in("leader").get(f"/teams/chart-narrow.svg?measure={MEASURE}")
    drawn = answer.content.decode()
    assert answer["Content-Type"] == "image/svg+xml"
    assert NORTH[:10] in drawn
    assert "made-up authority" in drawn.lower()


def test_who_may_not_see_small_numbers_sees_none(sign_in):
    member, leader = sign_in("member"), sign_in("leader")
    assert f"{NORTH} 3 0" in plain(page(leader, "/teams/"))
    assert f"{NORTH} Small number" in plain(page(member, "/teams/"))


def test_a_manager_sees_caseloads_by_weight(manager, team):
    shown = plain(page(manager, team()))
    # C001 is on a protection plan and counts for one and a half; C003 and C005 count for one.
    assert "Jo Birch 3 1 3.5" in shown
    assert "Rowan Ash" not in shown
    assert AuditEntry.objects.filter(action=LIST_CHILDREN, thing="a team").exists()


def test_a_member_sees_figures_of_a_team_and_no_worker(sign_in, team):
    shown = page(sign_in("member"), team())
    assert "Who holds whom" not in shown
    assert "Jo Birch" not in shown


def test_a_colleagues_list_is_closed_to_a_practitioner(holder, team):
    assert "Jo Birch" not in page(holder, team())
    assert holder.get(team(NORTH, "W2")).status_code == 404
    assert "Ben Marsh" in page(holder, team(SOUTH, "W1"))


def test_four_clicks_lead_from_a_figure_to_the_visit_and_each_is_kept(manager, team):
    before = AuditEntry.objects.count()
    behind = f"?measure={MEASURE}&period={LATEST}"
    first = page(manager, team() + behind)
    link = f"{team(NORTH, 'W2')}?measure={MEASURE}&amp;period={LATEST}"
    assert link in first
    second = page(manager, link.replace("&amp;", "&"))
    assert "=1+1 Brook" in plain(second)
    visits = re.findall(r'href="(/children/\w+/plans/)"', second)
    third = page(manager, visits[0])
    assert "9 December 2022" in third
    kept = list(AuditEntry.objects.order_by("pk")[before:])
    assert [one.action for one in kept] == [LIST_CHILDREN, LIST_CHILDREN, READ_CHILD]
    assert json.loads(kept[1].children) == ["C005"]


def test_a_restricted_child_is_counted_and_not_shown(manager, team):
    by = Person.objects.create(username="service", role="service_manager")
    joined(by)
    record = ChildRecord(child="C001", teams=frozenset({NORTH}))
    restrict(by=by, record=record, kind="staff_family", why="Made-up words.", manager=by)
    shown = plain(page(manager, team()))
    assert "Jo Birch 2 0 2.0" in shown
    assert "Fewer than 5 more are counted but not shown." in shown
    assert "Ada Marsh" not in page(manager, team(NORTH, "W2"))


def test_a_manager_decides_who_is_to_hold_a_case_and_it_says_what_that_is(
    manager, team, at, workspace
):
    address = at("allocate/", "C001")
    assert "The case system holds the allocation." in plain(page(manager, address))
    who = opaque("holder", f"W1\n{SOUTH}", workspace)
    sent = {"who": who, "from_day-day": "1", "from_day-month": "5", "from_day-year": "2024"}
    assert "There is a problem" in manager.post(address, sent).content.decode()
    answer = manager.post(address, sent | {"reason": "She moves south."})
    assert answer.status_code == 302
    decided = AllocationDecision.objects.get()
    assert (decided.child, decided.worker, decided.held_by) == ("C001", "W1", "W2")
    shown = plain(page(manager, team()))
    assert "Rowan Ash, Assessment South 1 May 2024 She moves south." in shown


def test_who_holds_it_already_need_not_be_decided(manager, at, workspace):
    who = opaque("holder", f"W2\n{NORTH}", workspace)
    sent = {"who": who, "from_day-day": "1", "from_day-month": "5", "from_day-year": "2024"}
    answer = manager.post(at("allocate/", "C001"), sent | {"reason": "The same."})
    assert "That worker holds the case already." in answer.content.decode()
    assert not AllocationDecision.objects.exists()


def test_a_practitioner_decides_no_allocation(holder, at):
    assert holder.get(at("allocate/")).status_code == 403


def test_a_manager_decides_none_of_another_team(manager, at):
    assert manager.get(at("allocate/", "C002")).status_code == 403


def test_a_team_or_a_figure_there_is_not_is_not_found(manager, team):
    assert manager.get("/teams/nothing/").status_code == 404
    assert manager.get(f"{team()}?measure={MEASURE}&period=1066-10").status_code == 404
    assert manager.get("/teams/?measure=nothing").status_code == 404
