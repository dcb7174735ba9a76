"""Signing in: nothing without it, a pause after failures, and headers on every answer."""

import random

import pytest
from django.test import Client

from sightline.casework.models import AuditEntry, Person
from sightline.web.pages.sign_in.urls import OPEN_TO_ALL
from sightline.web.security_headers import HEADERS
from tests.web.routes import ROUTES


class OneChild:
    """As much of a world as addresses need."""

    children = ("C001",)


def address_of(route):
    """An address of the route, the same each time."""
    return route.address(OneChild, random.Random(1))


FOR_PROGRAMS = [route for route in ROUTES if route.template.startswith("api/")]
PAGES = [route for route in ROUTES if route not in FOR_PROGRAMS]


@pytest.mark.parametrize("route", [r for r in PAGES if r.name not in OPEN_TO_ALL], ids=str)
def test_signed_out_people_see_nothing(db, made_up, route):
    response = Client().get(address_of(route))
    if route.template.startswith("api/"):
        # Programs are told that a key is missing, or, before that, that nothing is read there.
        assert response.status_code in (401, 404, 405)
        return
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("route", FOR_PROGRAMS, ids=str)
def test_programs_without_a_key_see_nothing_signed_in_or_not(sign_in, route):
    for client in (Client(), sign_in("leader")):
        answer = client.get(address_of(route))
        assert answer.status_code in (401, 404, 405)
        assert "Marsh" not in answer.content.decode()
        assert "Sandbourne" not in answer.content.decode()


@pytest.mark.parametrize("name", sorted(OPEN_TO_ALL))
def test_what_is_open_to_all_shows_no_records(db, made_up, name):
    client = Client(raise_request_exception=False)
    page = client.get(address_of(next(route for route in ROUTES if route.name == name)))
    assert page.status_code in (200, 302, 403, 404)
    assert "Sandbourne" not in page.content.decode()


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_every_answer_carries_the_headers(sign_in, route):
    client = sign_in("leader")
    client.raise_request_exception = False
    response = client.get(address_of(route))
    for name, value in HEADERS.items():
        assert response[name] == value
    assert "unsafe-inline" not in response["Content-Security-Policy"]


@pytest.fixture
def ada(db, made_up):
    return Person.objects.create_user("ada", password="a long password", role="leader")


def test_right_name_and_password_lead_on(ada):
    client = Client()
    response = client.post(
        "/sign-in/?next=/rules/", {"login": "ada", "password": "a long password"}
    )
    assert response["Location"] == "/rules/"
    assert client.get("/").status_code == 200
    assert AuditEntry.objects.latest("pk").action == "sign in"


def test_nobody_is_led_to_another_site(ada):
    sent = {"login": "ada", "password": "a long password", "next": "https://example.org/"}
    assert Client().post("/sign-in/", sent)["Location"] == "/first/"


def test_five_failures_pause_signing_in_even_with_the_right_password(ada):
    client = Client()
    for _ in range(5):
        assert client.post("/sign-in/", {"login": "Ada", "password": "wrong"}).status_code == 403
    paused = client.post("/sign-in/", {"login": "ada", "password": "a long password"})
    assert paused.status_code == 403
    assert "Wait 15 minutes" in paused.content.decode()


def test_the_trail_never_holds_what_was_typed(ada):
    Client().post("/sign-in/", {"login": "my secret password", "password": "wrong"})
    kept = str(list(AuditEntry.objects.values()))
    assert "my secret password" not in kept


def test_signing_out_ends_the_session(ada):
    client = Client()
    client.force_login(ada)
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/").status_code == 302


def test_no_page_holds_an_inline_script_or_style(sign_in):
    client = sign_in("leader")
    for address in ("/", "/inspections/", "/measures/", "/rules/", "/cannot-tell/"):
        page = client.get(address).content.decode()
        assert "<script>" not in page
        assert " style=" not in page
        assert "onclick" not in page


def test_pages_work_and_say_so_without_the_front_end_packages(sign_in, monkeypatch, tmp_path):
    from sightline.web import static_files

    monkeypatch.setattr(static_files, "STYLES", tmp_path / "missing.css")
    page = sign_in("leader").get("/").content.decode()
    assert "style sheets of these pages are not installed" in page
