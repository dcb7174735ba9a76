"""How long people stay signed in, and that nothing they typed is lost when it ends."""

import re

import pytest
from django.test import Client

from sightline.casework.models import Person
from sightline.web.signing_in.session_time import BEGAN, ENDS

PASSWORD = "three words apart"


@pytest.fixture
def ada(db, made_up):
    return Person.objects.create_user("ada", password=PASSWORD, role="leader")


@pytest.fixture
def browser(ada):
    client = Client()
    sign_in(client)
    return client


def sign_in(client: Client, name: str = "ada", to: str = "/rules/"):
    return client.post("/sign-in/", {"login": name, "password": PASSWORD, "next": to})


def earlier(client: Client, minutes: float) -> None:
    """Let time pass since the last page was opened."""
    session = client.session
    session[ENDS] -= minutes * 60
    session[BEGAN] -= minutes * 60
    session.save()


def test_each_page_says_when_the_session_ends_and_makes_it_longer(browser):
    page = browser.get("/").content.decode()
    assert re.search(r"signed in until <strong[^>]*>\d+:\d\d<", page)
    earlier(browser, 20)
    before = browser.session[ENDS]
    browser.get("/")
    assert browser.session[ENDS] - before == pytest.approx(20 * 60, abs=5)


def test_asking_how_long_does_not_make_it_longer_and_staying_does(browser):
    earlier(browser, 20)
    assert browser.get("/session/").json()["left"] == pytest.approx(600, abs=5)
    assert browser.get("/session/").json()["left"] == pytest.approx(600, abs=5)
    assert browser.post("/session/").json()["left"] == pytest.approx(1800, abs=5)


def test_after_half_an_hour_nothing_opens_and_one_comes_back_to_the_page(browser):
    earlier(browser, 31)
    answer = browser.get("/measures/")
    assert answer["Location"] == "/sign-in/?next=/measures/"
    asked = browser.get(answer["Location"]).content.decode()
    assert "nothing was opened for 30 minutes" in asked
    assert "Sign out" not in asked
    assert sign_in(browser, to="/measures/")["Location"] == "/measures/"
    assert browser.get("/measures/").status_code == 200


def test_nobody_stays_signed_in_for_longer_than_a_day_of_work(browser):
    for _ in range(26):
        earlier(browser, 28)
        browser.get("/")
    assert browser.get("/")["Location"].startswith("/sign-in/")


def test_a_form_sent_too_late_is_kept_and_sent_after_signing_in(browser):
    earlier(browser, 31)
    words = 'Seen at school. "Fine", she said.'
    answer = browser.post("/your-sign-in/", {"notes": words, "who": ["a", "b"]})
    assert answer["Location"].startswith("/sign-in/")
    assert sign_in(browser)["Location"] == "/sign-in/form/"
    page = browser.get("/sign-in/form/").content.decode()
    assert 'action="/your-sign-in/"' in page
    assert page.count('name="who"') == 2
    assert "Seen at school." in page
    assert browser.post("/your-sign-in/", {"notes": words}).status_code == 200
    assert browser.get("/sign-in/form/")["Location"] == "/", "it was sent, and waits no more"


def test_a_form_sent_too_late_is_shown_to_nobody_else(browser, ada):
    Person.objects.create_user("max", password=PASSWORD, role="leader")
    earlier(browser, 31)
    browser.post("/your-sign-in/", {"notes": "Seen at school."})
    assert sign_in(browser, "max")["Location"] == "/rules/"
    assert browser.get("/sign-in/form/")["Location"] == "/"
    assert "Seen at school." not in str(browser.session.items())


def test_what_a_stranger_sends_is_not_kept(made_up, db):
    stranger = Client()
    stranger.post("/your-sign-in/", {"notes": "anything"})
    assert "form_kept" not in stranger.session


def test_a_page_left_open_can_still_be_sent_after_signing_in_elsewhere(ada):
    browser = Client(enforce_csrf_checks=True)
    token = form_key(browser, "/sign-in/")
    sent = {"login": "ada", "password": PASSWORD, "csrfmiddlewaretoken": token}
    browser.post("/sign-in/", sent)
    left_open = form_key(browser, "/your-sign-in/codes/new/")
    earlier(browser, 31)
    browser.post("/sign-in/", {**sent, "csrfmiddlewaretoken": form_key(browser, "/sign-in/")})
    answer = browser.post("/session/", {"csrfmiddlewaretoken": left_open})
    assert answer.status_code == 200


def form_key(client: Client, address: str) -> str:
    """The hidden key in a page's form."""
    page = client.get(address).content.decode()
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
