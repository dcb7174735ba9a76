"""Data quality: what wants mending, by who may read it, and disputes from raised to settled."""

import csv
import io
import json

import pytest
from django.utils import timezone

from sightline.casework.access_actions import restrict
from sightline.casework.models import AuditEntry, ConcernDecision, Person, TeamMembership
from sightline.casework.policy import EXPORT_CHILDREN, LIST_CHILDREN, ChildRecord
from tests.web.made_up_service import NAMES

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(sign_in):
    """The browser of the manager of Assessment North: C001, C003 and C005."""
    browser = sign_in("team_manager")
    person = Person.objects.get(username="team_manager")
    joined(person)
    return browser


def joined(person: Person) -> None:
    """The person works in Assessment North from now on."""
    TeamMembership.objects.create(
        person=person, team="Assessment North", given_by=person, given_at=timezone.now()
    )


def page(browser, address: str = "") -> str:
    answer = browser.get(f"/data-quality/{address}")
    assert answer.status_code == 200, address
    return answer.content.decode()


def raised(child: str = "C002") -> ConcernDecision:
    by, _ = Person.objects.get_or_create(username="raiser", role="practitioner", worker="W1")
    return ConcernDecision.objects.create(
        rule="child_without_worker", child=child, subject="time without a worker 2023-01-09",
        kind="dispute", reason="He has had a worker all along.", by=by, at=timezone.now(),
    )  # fmt: skip


def test_a_practitioner_sees_own_children_and_only_that_there_are_others(holder):
    shown = page(holder, "set-aside/")
    assert "Ben Marsh" in shown
    assert "Dan Hill" in shown
    assert "Eve Wood" in shown
    assert "Ada Marsh" not in shown
    assert "Cora Field" not in shown
    assert "Fewer than 5 more are counted but not shown." in shown
    assert "The Sightline folder, protection_plans.csv, row 3" in shown
    entry = AuditEntry.objects.filter(action=LIST_CHILDREN).latest("pk")
    assert json.loads(entry.children) == ["C002", "C004", "C006"]


def test_a_practitioner_has_no_counts_by_worker_and_no_file(holder):
    assert "By worker" not in page(holder)
    assert holder.get("/data-quality/set-aside.csv").status_code == 403


def test_a_manager_sees_the_team_worker_by_worker_and_takes_the_file(manager):
    assert "By worker" in page(manager)
    assert "Jo Birch" in page(manager)
    answer = manager.get("/data-quality/set-aside.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["child"] for row in rows] == ["C001", "C003", "C005"]
    assert {row["made_up"] for row in rows} == {"yes"}
    assert rows[2]["given_name"] == "'=1+1"
    entry = AuditEntry.objects.filter(action=EXPORT_CHILDREN).latest("pk")
    assert json.loads(entry.children) == ["C001", "C003", "C005"]


def test_a_row_that_names_nobody_comes_to_those_who_read_every_child(sign_in, manager):
    words = "The row does not say"
    assert words in page(sign_in("quality_assurance"), "set-aside/")
    assert words not in page(manager, "set-aside/")


def test_a_restricted_child_is_counted_and_shown_nowhere(sign_in):
    browser = sign_in("leader")
    assert "Ada Marsh" in page(browser, "disagreements/")
    by = Person.objects.create(username="service", role="service_manager")
    joined(by)
    record = ChildRecord(child="C001", teams=frozenset({"Assessment North"}))
    restrict(by=by, record=record, kind="staff_family", why="Made-up words.", manager=by)
    shown = page(browser, "disagreements/")
    assert "Ada" not in shown
    assert "C001" not in shown
    assert "Fewer than 5 more are counted but not shown." in shown
    assert "C001" not in browser.get("/data-quality/disagreements.csv").content.decode()


def test_sources_that_disagree_are_both_named_and_no_other_childs_id_is(sign_in):
    shown = page(sign_in("leader"), "disagreements/")
    assert "The Sightline folder says 2022-05-01, which stands; Annex A says 2022-05-11." in shown
    assert "another id, not shown here" in shown
    assert "C001" not in shown
    assert "C002" not in shown


def test_faults_and_what_cannot_be_told_stand_with_why(holder):
    shown = page(holder)
    assert "An unknown code." in shown
    assert "Use a code of the list." in shown
    assert "The source gives no day on which an interview was held." in shown


def test_children_without_a_worker_are_found(sign_in):
    shown = page(sign_in("leader"), "without-worker/")
    assert shown.count("No worker holds the case") == len(NAMES)
    assert "9 January 2023" in shown


def test_a_dispute_is_settled_once_and_then_is_gone(holder):
    dispute = raised()
    shown = page(holder, "disputes/")
    assert "He has had a worker all along." in shown
    assert "raiser" in shown
    address = f"/data-quality/disputes/{dispute.pk}/"
    form = holder.get(address).content.decode()
    assert "What was found?" in form
    assert "There is a problem" in holder.post(address, {"reason": ""}).content.decode()
    answer = holder.post(address, {"reason": "The allocation was missing; it is there now."})
    assert answer.status_code == 302
    assert "He has had a worker all along." not in page(holder, "disputes/")
    assert ConcernDecision.objects.get(kind="settle").answers == dispute
    assert "Somebody has settled this dispute." in holder.get(address).content.decode()


def test_a_dispute_about_a_child_of_others_is_refused(holder):
    dispute = raised("C001")
    assert "He has had a worker" not in page(holder, "disputes/")
    assert holder.get(f"/data-quality/disputes/{dispute.pk}/").status_code == 403
    assert AuditEntry.objects.latest("pk").refused_because


@pytest.mark.parametrize("role", ["member", "administrator"])
def test_who_may_list_no_children_has_no_page(sign_in, role):
    assert sign_in(role).get("/data-quality/").status_code == 403


def test_a_kind_there_is_not_is_not_found(holder):
    assert holder.get("/data-quality/nothing/").status_code == 404
