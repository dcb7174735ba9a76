"""Finding a child at the front door: those open to one, and of others what may be said and no more."""

import json
import re

import pytest

from sightline.casework import access_actions
from sightline.casework.models import AuditEntry, Person, ReasonedAccess
from sightline.web.child_addresses import token_of

BORN = {"born-day": "6", "born-month": "5", "born-year": "2011"}
EXACT = {"name": "ada  MARSH", **BORN}


@pytest.fixture
def restricted(made_up, db):
    """The record of C001, Ada Marsh, restricted."""
    manager = Person.objects.create(username="pat.brook", first_name="Pat", last_name="Brook",
                                    role="service_manager")  # fmt: skip
    leader = Person.objects.create(username="places-it", role="leader")
    access_actions.restrict(
        by=leader, record=made_up.record_of("C001"), kind="refuge", why="must not be found",
        manager=manager,
    )  # fmt: skip


def found(client, **asked) -> str:
    """What the page says was found."""
    page = client.post("/find/", asked).content.decode()
    return page[page.index('id="found"') :] if 'id="found"' in page else page


def test_what_is_open_is_found_by_any_name_and_leads_to_the_record(sign_in, workspace):
    leader = sign_in("leader")
    both = found(leader, name="mar")
    assert both.index("Ada Marsh") < both.index("Ben Marsh")
    assert f"/children/{token_of('C001', workspace)}/" in both
    assert "Cora" not in both
    assert "Ada Marsh" in found(leader, name="marsh ad")
    assert "Ada Marsh" in found(leader, council_id=" c001 ")
    entry = AuditEntry.objects.order_by("pk")[0]
    assert (entry.action, json.loads(entry.children)) == ("search for a child", ["C001", "C002"])
    assert "mar" not in entry.thing.split()


def test_nothing_typed_stands_in_an_address(sign_in):
    page = sign_in("leader").post("/find/", EXACT).content.decode()
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page)
    assert not [one for one in addresses if "ada" in one.lower() or "2011" in one]
    assert 'method="post"' in page


def test_of_children_who_are_not_theirs_nothing_is_said_but_at_an_exact_match(sign_in):
    worker = sign_in("practitioner", worker="W1")
    for asked in ({"name": "ada"}, {"name": "Ada Marsh"}, {"name": "Ada Mars", **BORN}):
        said = found(worker, **asked)
        assert "Ada Marsh" not in said.replace("marsh ada", "")
        assert "Nobody is found among the records open to you" in said
    other_day = {**EXACT, "born-day": "7"}
    assert "Nobody is found" in found(worker, **other_day)
    assert "Ben Marsh" in found(worker, name="marsh"), "their own child is shown"


@pytest.mark.parametrize("asked", [EXACT, {"council_id": "C001"}])
def test_an_exact_match_offers_a_reason_and_nothing_else(sign_in, workspace, asked):
    worker = sign_in("practitioner", worker="W1")
    said = found(worker, **asked)
    assert "There is a record of exactly that" in said
    assert token_of("C001", workspace) not in said
    assert "Rowan" not in said
    assert json.loads(AuditEntry.objects.latest("pk").children) == ["C001"]
    refused = worker.post("/find/open/", {**asked, "why": ""}).content.decode()
    assert "is missing" in refused
    opened = worker.post("/find/open/", {**asked, "why": "A call at night.", "submission": "s"})
    assert opened["Location"] == f"/children/{token_of('C001', workspace)}/"
    assert ReasonedAccess.objects.get().why == "A call at night."
    assert "Ada Marsh" in worker.get(opened["Location"]).content.decode()


@pytest.mark.parametrize("role", ["practitioner", "duty", "leader", "analyst", "team_manager"])
def test_a_restricted_record_is_spoken_of_by_its_manager_alone(
    sign_in, workspace, restricted, role
):
    client = sign_in(role, worker="W2")
    for asked in ({"name": "ada"}, {"name": "Ada Marsh"}, {"name": "marsh"}):
        said = found(client, **asked)
        assert "Pat Brook" not in said
        assert "Ada Marsh" not in said
    said = found(client, **EXACT)
    assert "Speak to Pat Brook" in said
    assert token_of("C001", workspace) not in said
    assert "C001" not in said
    assert "give-reason" not in said
    assert json.loads(AuditEntry.objects.latest("pk").children) == ["C001"]
    if role != "analyst":
        assert client.post("/find/open/", {**EXACT, "why": "A call."}).status_code == 403
    assert not ReasonedAccess.objects.exists()


def test_an_inexact_look_asks_and_answers_the_same_whether_anybody_is_there(
    sign_in, restricted, django_assert_num_queries
):
    client = sign_in("practitioner", worker="W9")
    client.get("/find/")
    said, asked = [], []
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for name in ("ada", "nobody of that name", "cora"):
        with CaptureQueriesContext(
            connection,
        ) as counted:
            answer = client.post("/find/", {"name": name})
        asked.append(len(counted))
        said.append((answer.status_code, found(client, name=name)))
    assert len(set(asked)) == 1
    assert (
        len(
            {(status, re.sub('value="[^"]*"|data-left="[^"]*"', "", text)) for status, text in said}
        )
        == 1
    )


def test_too_little_is_asked_again(sign_in):
    leader = sign_in("leader")
    for asked in ({}, {"name": "a"}, BORN):
        assert "at least two letters" in leader.post("/find/", asked).content.decode()


@pytest.mark.parametrize("role", ["member", "administrator"])
def test_members_and_administrators_find_nobody(sign_in, role):
    client = sign_in(role)
    assert client.get("/find/").status_code == 403
    assert client.post("/find/", EXACT).status_code == 403
    assert client.post("/find/open/", {**EXACT, "why": "x"}).status_code == 403
    assert "/find/" not in client.get("/").content.decode()
