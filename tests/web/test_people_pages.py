"""An administrator's pages: people, their roles and teams, how they sign in; and no child anywhere."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from sightline.casework.models import AuditEntry, Notice, Person, TeamMembership

PASSWORD = "three words apart"


@pytest.fixture
def administrator(sign_in):
    return sign_in("administrator")


@pytest.fixture
def anna(db):
    return Person.objects.create_user("anna", password=PASSWORD, role="practitioner")


def test_a_person_is_added_gets_a_link_and_signs_in(administrator):
    sent = {"name": "anna@council.example", "full_name": "Anna Brook", "role": "practitioner",
            "worker": "W1", "submission": "once"}  # fmt: skip
    answers = [administrator.post("/people/add/", sent) for _ in range(2)]
    person = Person.objects.get(username="anna@council.example")
    assert [one["Location"] for one in answers] == [f"/people/{person.pk}/"] * 2
    page = administrator.get(f"/people/{person.pk}/").content.decode()
    assert "W1, Rowan Ash" in page
    made = administrator.post(f"/people/{person.pk}/password/").content.decode()
    link = re.search(r"http://testserver(/sign-in/password/[^<\s]+)", made)[1]
    browser = Client()
    form = browser.get(link)["Location"]
    page = browser.get(form).content.decode()
    assert "Set your password" in page
    words = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert browser.post(form, words)["Location"] == "/sign-in/"
    assert "does not work any more" in Client().get(link).content.decode()
    signed_in = browser.post("/sign-in/", {"login": person.username, "password": PASSWORD})
    assert signed_in.status_code == 302
    assert browser.get("/").status_code == 200


def test_a_link_is_sent_where_mail_is_set_up_and_not_shown(administrator, anna, settings):
    settings.EMAIL_HOST = "mail.council.example"
    Person.objects.filter(pk=anna.pk).update(email="anna@council.example")
    answer = administrator.post(f"/people/{anna.pk}/password/")
    assert answer["Location"] == f"/people/{anna.pk}/"
    assert mail.outbox[0].to == ["anna@council.example"]
    assert "/sign-in/password/" in mail.outbox[0].body


def test_a_mail_server_that_refuses_leaves_the_link_with_the_administrator(
    administrator, anna, settings, monkeypatch
):
    from sightline.web.pages.access import first_password

    def refuses(*args, **more):
        raise OSError("no route")

    monkeypatch.setattr(first_password, "send_mail", refuses)
    settings.EMAIL_HOST = "mail.council.example"
    Person.objects.filter(pk=anna.pk).update(email="anna@council.example")
    page = administrator.post(f"/people/{anna.pk}/password/").content.decode()
    assert "did not take it" in page
    assert "/sign-in/password/" in page


def test_role_end_and_teams_are_set(administrator, anna):
    page = f"/people/{anna.pk}/"
    refused = administrator.post(f"{page}role/", {"role": "inspector"}).content.decode()
    assert "An inspector&#39;s access has no end" in refused
    sent = {"role": "inspector", "until-day": "1", "until-month": "2", "until-year": "2090"}
    assert administrator.post(f"{page}role/", sent).status_code == 302
    assert "1 February 2090" in administrator.get(page).content.decode()
    assert administrator.post(f"{page}teams/", {"team": "Assessment South"}).status_code == 302
    assert "Assessment South" in administrator.get(page).content.decode()
    membership = TeamMembership.objects.get()
    assert administrator.post(f"{page}teams/{membership.pk}/").status_code == 302
    membership.refresh_from_db()
    assert membership.ended_at
    assert administrator.post(f"{page}teams/", {"team": "No such team"}).status_code == 200


def test_details_are_changed_and_shown_again(administrator, anna):
    boss = Person.objects.create(username="boss", role="team_manager")
    address = f"/people/{anna.pk}/details/"
    sent = {"full_name": "Anna Brook", "worker": "W2", "manager": boss.pk, "sign_on": "S-1"}
    assert administrator.post(address, sent).status_code == 302
    form = administrator.get(address).content.decode()
    for value in ("Anna Brook", "W2", "S-1"):
        assert f'value="{value}"' in form
    assert re.search(rf'value="{boss.pk}" checked', form)
    taken = {**sent, "manager": ""}
    again = administrator.post(f"/people/{boss.pk}/details/", taken).content.decode()
    assert "Somebody else has that name" in again


def test_a_second_factor_is_reset_with_a_reason_and_its_owner_is_told(administrator, anna):
    Authenticator.objects.create(user=anna, type="totp", data={"secret": "x"})
    address = f"/people/{anna.pk}/second-factor/"
    assert "is missing" in administrator.post(address, {"why": ""}).content.decode()
    assert administrator.post(address, {"why": "Phone lost."}).status_code == 302
    assert not Authenticator.objects.exists()
    assert Notice.objects.get().to == anna


def test_whoever_left_is_signed_out_at_once_and_may_come_back(administrator, anna):
    browser = Client()
    browser.force_login(anna)
    assert browser.get("/").status_code == 200
    page = f"/people/{anna.pk}/"
    administrator.post(f"{page}left/", {"why": "New job."})
    assert browser.get("/")["Location"].startswith("/sign-in/")
    assert "has left" in administrator.get(page).content.decode()
    administrator.post(f"{page}back/")
    assert Person.objects.get(pk=anna.pk).is_active
    assert AuditEntry.objects.filter(thing__startswith="let go (New job.)").exists()


def test_nobody_changes_themselves(administrator):
    me = Person.objects.get(username="administrator")
    page = administrator.get(f"/people/{me.pk}/").content.decode()
    assert "This is you" in page
    assert "Change" not in page[page.index("Who they are") :]
    for address, sent in (("role/", {"role": "leader"}), ("details/", {"worker": "W1"}),
                          ("left/", {"why": "x"}), ("second-factor/", {"why": "x"})):  # fmt: skip
        said = administrator.post(f"/people/{me.pk}/{address}", sent).content.decode()
        assert "Nobody may" in said
    assert administrator.post(f"/people/{me.pk}/back/").status_code == 409
    assert Person.objects.get(pk=me.pk).role == "administrator"


@pytest.mark.parametrize("role", ["leader", "service_manager", "practitioner", "member"])
def test_nobody_else_sees_people(sign_in, anna, role):
    client = sign_in(role)
    for address in ("/people/", "/people/add/", f"/people/{anna.pk}/", f"/people/{anna.pk}/role/"):
        assert client.get(address).status_code == 403
        assert client.post(address).status_code == 403


def test_an_administrator_reaches_no_child(administrator, workspace):
    from sightline.web.child_addresses import token_of
    from tests.web.made_up_service import NAMES

    child = f"/children/{token_of('C001', workspace)}/"
    for address in (child, f"{child}access/", f"{child}reason/", "/find/", "/restricted/"):
        refused = administrator.get(address)
        assert refused.status_code == 403
        words = set(re.findall(r"\w+", refused.content.decode()))
        assert not words & {name for names in NAMES.values() for name in names}
