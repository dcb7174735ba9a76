"""Signing in by the council: a second process is django-allauth's own OpenID Connect provider."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from sightline.casework.models import AuditEntry, Person
from sightline.web.sign_on_settings import council_sign_on, for_allauth
from tests.web.council.known import CLIENT_ID, CLIENT_SECRET, PASSWORD

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    "SIGHTLINE_COUNCIL_CLIENT_ID": CLIENT_ID,
    "SIGHTLINE_COUNCIL_CLIENT_SECRET": CLIENT_SECRET,
    "SIGHTLINE_COUNCIL_NAME": "Sandbourne Council",
    "SIGHTLINE_COUNCIL_CLAIM": "staff_number",
}


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    """The council's sign-on, running: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "tests.web.council.provider_settings",
        "COUNCIL_DATABASE": str(tmp_path_factory.mktemp("council") / "council.sqlite3"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.web.council.serve", str(port)],
        env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout.readline() == "ready\n"
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture
def council(provider, db, made_up, settings):
    """Sightline set up for that provider, with two people of the council."""
    settings.SECOND_FACTOR = "required"
    settings.COUNCIL_SIGN_ON = council_sign_on(
        {**ENVIRONMENT, "SIGHTLINE_COUNCIL_SIGN_ON": provider}
    )
    settings.SOCIALACCOUNT_PROVIDERS = for_allauth(settings.COUNCIL_SIGN_ON)
    Person.objects.create(username="p.marsh", role="leader", sign_on="S-pat")
    Person.objects.create(username="s.field", role="leader", sign_on="S-sam")
    return provider


def through_the_council(name: str, to: str = "/rules/") -> tuple[Client, str, str]:
    """Sign in at the council as somebody: our browser, where it led and what it said."""
    browser = Client()
    page = browser.get(f"/sign-in/?next={to}").content.decode()
    assert "Sign in with Sandbourne Council" in page
    sent_on = browser.get(f"/sign-in/by/council/?next={to}&process=login")
    with httpx.Client() as theirs:
        asked = theirs.get(sent_on["Location"], follow_redirects=True)
        key = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', asked.text)[1]
        answer = theirs.post(
            asked.url,
            data={"login": name, "password": PASSWORD, "csrfmiddlewaretoken": key},
            headers={"Referer": str(asked.url)},
        )
        while not answer.headers["location"].startswith("http://testserver/"):
            answer = theirs.get(httpx.URL(answer.url).join(answer.headers["location"]))
    back = browser.get(answer.headers["location"].removeprefix("http://testserver"))
    return browser, back.get("Location", ""), back.content.decode()


@pytest.mark.long
def test_whom_the_council_asked_for_two_factors_is_in(council):
    browser, where, _ = through_the_council("pat", to="/measures/")
    assert where == "/measures/"
    page = browser.get("/measures/")
    assert page.status_code == 200
    assert "p.marsh" in page.content.decode()
    entry = AuditEntry.objects.latest("pk")
    assert (entry.person, entry.thing) == ("p.marsh", "signed in by the council's sign-on")


@pytest.mark.long
def test_whom_it_asked_for_one_is_asked_for_ours(council):
    browser, _, _ = through_the_council("sam")
    assert browser.get("/measures/")["Location"] == "/your-sign-in/app/"
    page = browser.get("/your-sign-in/app/").content.decode()
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    browser.post("/your-sign-in/app/", {"code": _code(secret, 0)})
    assert browser.get("/measures/").status_code == 200

    again, where, _ = through_the_council("sam")
    assert where == "/sign-in/code/"
    assert again.get("/measures/")["Location"].startswith("/sign-in/")
    assert again.post("/sign-in/code/", {"code": _code(secret, 1)})["Location"] == "/rules/"
    assert again.get("/measures/").status_code == 200


@pytest.mark.long
def test_nobody_is_made_by_signing_in(council):
    Person.objects.filter(sign_on="S-pat").update(sign_on="S-somebody-else")
    people = Person.objects.count()
    browser, where, said = through_the_council("pat")
    assert where == ""
    assert "nobody has made you a person here" in said
    assert Person.objects.count() == people
    assert browser.get("/measures/")["Location"].startswith("/sign-in/")
    entry = AuditEntry.objects.latest("pk")
    assert entry.refused_because == "nobody here has the name it gave"
    assert "pat" not in entry.thing


@pytest.mark.long
def test_somebody_who_has_left_is_not_let_in(council):
    through_the_council("pat")
    Person.objects.filter(sign_on="S-pat").update(is_active=False)
    assert "nobody has made you a person here" in through_the_council("pat")[2]


@pytest.mark.long
def test_an_answer_that_was_not_asked_for_opens_nothing(council):
    answer = Client().get("/sign-in/by/council/back/?code=made-up&state=made-up")
    assert answer.status_code == 403
    assert "did not let you in" in answer.content.decode()


def test_the_address_must_be_safe_and_everything_given():
    far = {**ENVIRONMENT, "SIGHTLINE_COUNCIL_SIGN_ON": "http://council.example"}
    with pytest.raises(ImproperlyConfigured, match="https"):
        council_sign_on(far)
    with pytest.raises(ImproperlyConfigured, match="CLIENT_ID is not"):
        council_sign_on({"SIGHTLINE_COUNCIL_SIGN_ON": "https://council.example"})
    assert council_sign_on({}) == {}


@pytest.mark.parametrize(
    ("told", "two"),
    [
        ({"id_token": {"amr": ["pwd", "mfa"]}}, True),
        ({"id_token": {"amr": ["pwd"]}}, False),
        ({"id_token": {"acr": "mfa"}}, True),
        ({"id_token": {"amr": "mfa"}}, False),
        ({"userinfo": {"amr": ["mfa"]}}, False),
        ({}, False),
    ],
)
def test_only_the_signed_token_says_that_two_were_asked_for(settings, told, two):
    from sightline.web.signing_in import council

    settings.COUNCIL_SIGN_ON = {"claim": "sub", "two_factors": frozenset({"mfa"})}
    assert council.gave_two(_login(told)) is two


@pytest.mark.parametrize(
    ("claim", "told", "found"),
    [
        ("sub", {"id_token": {"sub": "S-1"}, "userinfo": {"sub": "S-1"}}, True),
        ("sub", {"id_token": {"sub": "S-1"}, "userinfo": {"sub": "S-2"}}, False),
        ("email", {"id_token": {"sub": "9", "email": "S-1", "email_verified": True}}, True),
        ("email", {"id_token": {"sub": "9", "email": "S-1"}}, False),
        ("oid", {"id_token": {"sub": "9", "oid": ""}}, False),
        ("oid", {"id_token": {"sub": "9", "oid": ["S-1"]}}, False),
    ],
)
def test_a_person_is_found_by_the_agreed_claim_alone(db, settings, claim, told, found):
    from sightline.web.signing_in import council

    settings.COUNCIL_SIGN_ON = {"claim": claim, "two_factors": frozenset({"mfa"})}
    person = Person.objects.create(username="a", role="leader", sign_on="S-1")
    Person.objects.create(username="b", role="leader")
    assert council.person_named(_login(told)) == (person if found else None)


def _login(told: dict):
    """As much of allauth's sign-in as is read."""

    class Login:
        class account:
            extra_data = told

    return Login


def _code(secret: str, later: int) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + later))
