"""Children's records: who sees them, what is kept of it, and what never stands in an address."""

import csv
import io
import json

import pytest
from django.utils import timezone

from sightline.casework.concern_keys import ConcernKey
from sightline.casework.models import AuditEntry, Person, TeamMembership
from sightline.web.child_addresses import token_of
from sightline.web.concern_addresses import address_part
from tests.web.made_up_service import INTERVIEWS, LATEST, NAMES

LIST = f"/measures/{INTERVIEWS.name}/{LATEST}/children/"
FILE = f"/measures/{INTERVIEWS.name}/{LATEST}/children.csv"


def page_of(child, workspace):
    return f"/children/{token_of(child, workspace)}/"


def test_reading_a_child_leaves_an_entry(sign_in, workspace):
    response = sign_in("leader").get(page_of("C001", workspace))
    assert response.status_code == 200
    entry = AuditEntry.objects.latest("pk")
    assert (entry.person, entry.action, entry.children) == (
        "leader",
        "read a child's record",
        '["C001"]',
    )
    assert entry.refused_because == ""


def test_the_child_page_shows_concerns_with_dates_evidence_and_the_rule(sign_in, workspace):
    page = sign_in("leader").get(page_of("C001", workspace) + "concerns/").content.decode()
    assert "Ada Marsh" in page
    assert page.index("Return interview not held") < page.index("Assessment beyond 45")
    for words in ("8 March 2024", "Rowan Ash, Assessment North", "Went missing", "4 March 2024"):
        assert words in page
    key = ConcernKey("return_interview_not_in_72_hours", "C001", "missing episode 2024-03-04")
    assert f'href="{page_of("C001", workspace)}concerns/{address_part(key, workspace)}/"' in page
    assert "Made-up child" in page


def test_the_timeline_tells_what_happened_by_year(sign_in, workspace):
    page = sign_in("leader").get(page_of("C001", workspace) + "timeline/").content.decode()
    assert page.index("Went missing") < page.index("Child protection plan ended")
    assert "Child protection visit" in page
    assert "<svg" in page


def test_the_list_holds_everybody_behind_the_figure_and_is_kept(sign_in, made_up):
    page = sign_in("analyst").get(LIST).content.decode()
    rows = made_up.rows_behind(INTERVIEWS.name, LATEST)
    missed = [row for row in rows if not row.in_numerator]
    assert f"not among the interviews held within 72 hours ({len(missed)})" in page
    assert page.index("Eve Wood") < page.index("Ada Marsh"), "those to look at come first"
    for given, family in NAMES.values():
        assert f"{given} {family}" in page
    entry = AuditEntry.objects.latest("pk")
    assert json.loads(entry.children) == sorted(NAMES)


def test_the_file_says_it_is_made_up_and_starts_no_formula(sign_in):
    response = sign_in("leader").get(FILE)
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert "made-up-" in response["Content-Disposition"]
    assert {row["made_up"] for row in rows} == {"yes"}
    assert {row["authority"] for row in rows} == {"Sandbourne"}
    assert [row["given_name"] for row in rows if row["child"] == "C005"] == ["'=1+1"]
    assert AuditEntry.objects.latest("pk").action == "export children behind a figure"


@pytest.mark.parametrize("address", [LIST, FILE, "child"])
def test_a_member_is_refused_and_the_refusal_is_kept(sign_in, workspace, address):
    address = page_of("C001", workspace) if address == "child" else address
    response = sign_in("member").get(address)
    assert response.status_code == 403
    assert "Marsh" not in response.content.decode()
    entry = AuditEntry.objects.latest("pk")
    assert entry.person == "member"
    assert entry.refused_because


def test_a_practitioner_sees_the_children_they_hold_and_no_other(sign_in, workspace):
    client = sign_in("practitioner", worker="W1")
    assert client.get(page_of("C002", workspace)).status_code == 200
    refused = client.get(page_of("C001", workspace))
    assert refused.status_code == 403
    assert "Ada" not in refused.content.decode()
    assert json.loads(AuditEntry.objects.latest("pk").children) == ["C001"]
    listed = client.get(LIST).content.decode()
    assert "Ben Marsh" in listed
    assert "Ada Marsh" not in listed
    assert "3 more rows are counted but not shown" in listed
    assert client.get(FILE).status_code == 403


def test_no_page_is_shown_that_could_not_be_kept(sign_in, workspace, monkeypatch):
    from sightline.casework import audit

    client = sign_in("leader")
    client.raise_request_exception = False

    def broken(**_):
        raise OSError("disk full")

    monkeypatch.setattr(audit, "record", broken)
    response = client.get(page_of("C001", workspace))
    assert response.status_code == 500
    assert "Ada" not in response.content.decode()


def test_no_address_on_any_page_holds_a_name_a_birth_date_or_an_id(sign_in, workspace):
    import re

    client = sign_in("leader")
    for page in (LIST, page_of("C001", workspace)):
        told = client.get(page).content.decode()
        # A token is letters by chance, three of which may read as a name.
        for child in NAMES:
            told = told.replace(token_of(child, workspace), "token")
        addresses = re.findall(r'(?:href|src|srcset|action)="([^"]*)"', told)
        for child, (given, family) in NAMES.items():
            for secret in (child, given, family, "2011-05-06"):
                assert not [address for address in addresses if secret.lower() in address.lower()]


def test_the_token_is_stable_here_and_different_in_another_workspace(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    assert token_of("C001", here) == token_of("C001", here)
    assert token_of("C001", here) != token_of("C001", there)
    assert (here / "keys" / "child_addresses").stat().st_mode & 0o077 == 0


def test_an_unknown_address_is_not_found_and_says_nothing(sign_in):
    assert sign_in("leader").get("/children/aaaaaaaaaaaaaaaaaaaaaaaa/").status_code == 404


def test_the_audit_page_says_whether_the_trail_is_whole(sign_in, workspace):
    client = sign_in("leader")
    client.get(page_of("C005", workspace))
    assert "read a child" in client.get("/audit/").content.decode()
    assert "The trail is whole: 1 entries" in client.get("/audit/?check=yes").content.decode()
    assert sign_in("analyst").get("/audit/").status_code == 403


def test_a_child_opens_by_other_work_by_team_and_by_circumstance(sign_in, workspace):
    officer = sign_in("reviewing_officer", worker="W9")
    assert officer.get(page_of("C001", workspace)).status_code == 200
    assert officer.get(page_of("C002", workspace)).status_code == 403

    chair = sign_in("conference_chair")
    assert chair.get(page_of("C002", workspace)).status_code == 200
    assert chair.get(page_of("C003", workspace)).status_code == 403
    listed = chair.get(LIST).content.decode()
    assert "Ada Marsh" in listed
    assert "Cora Field" not in listed

    manager = sign_in("team_manager")
    person = Person.objects.get(username="team_manager")
    TeamMembership.objects.create(
        person=person, team="Assessment South", given_by=person, given_at=timezone.now()
    )
    assert manager.get(page_of("C002", workspace)).status_code == 200
    assert manager.get(page_of("C001", workspace)).status_code == 403
