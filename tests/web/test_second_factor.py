"""The second factor: who must have one, what is asked, what counts once, and what is kept of it."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from sightline.casework.models import AuditEntry, Notice, Person
from sightline.casework.signing_in import FAILURES_ALLOWED

PASSWORD = "three words apart"


@pytest.fixture
def ada(db, made_up, settings):
    """A leader with a password, where a second factor is required."""
    settings.SECOND_FACTOR = "required"
    return Person.objects.create_user("ada", password=PASSWORD, role="leader")


def sign_in(password: str = PASSWORD) -> tuple[Client, str]:
    """A browser in which the password was given, and where it led."""
    client = Client()
    answer = client.post("/sign-in/?next=/rules/", {"login": "ada", "password": password})
    return client, answer.get("Location", "")


def code_of(secret: str, later: int = 0) -> str:
    """The code the app shows, now or some half minutes later."""
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + later))


def set_up(client: Client) -> tuple[str, list[str]]:
    """Set up the app as its owner would: its secret, and the recovery codes."""
    page = client.get("/your-sign-in/app/").content.decode()
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    answer = client.post("/your-sign-in/app/", {"code": code_of(secret)})
    assert answer["Location"] == "/your-sign-in/codes/"
    shown = client.get("/your-sign-in/codes/").content.decode()
    return secret, re.findall(r"<li>(\d{8})</li>", shown)


def test_whoever_reads_children_sets_one_up_before_anything_else(ada):
    client, _ = sign_in()
    for address in ("/", "/measures/", "/rules/", "/your-sign-in/", "/your-sign-in/codes/"):
        assert client.get(address)["Location"] == "/your-sign-in/app/"
    set_up(client)
    assert client.get("/measures/").status_code == 200
    kept = list(AuditEntry.objects.values_list("action", "thing"))
    assert ("change a second factor", "an app was set up") in kept


def test_a_member_sees_no_child_and_needs_none(ada):
    Person.objects.create_user("max", password=PASSWORD, role="member")
    client = Client()
    client.post("/sign-in/", {"login": "max", "password": PASSWORD})
    assert client.get("/measures/").status_code == 200


def test_the_password_alone_opens_nothing_once_it_is_set_up(ada):
    secret, _ = set_up(sign_in()[0])
    client, where = sign_in()
    assert where == "/sign-in/code/"
    assert client.get("/measures/")["Location"].startswith("/sign-in/")
    answer = client.post("/sign-in/code/", {"code": code_of(secret, later=1)})
    assert answer["Location"] == "/rules/"
    assert client.get("/measures/").status_code == 200
    assert AuditEntry.objects.latest("pk").thing == (
        "signed in by password, second factor: an app's code"
    )


def test_a_code_opens_once(ada):
    secret, _ = set_up(sign_in()[0])
    code = code_of(secret, later=1)
    assert sign_in()[0].post("/sign-in/code/", {"code": code}).status_code == 302
    cache.clear()  # as in another process, which has a cache of its own
    refused = sign_in()[0].post("/sign-in/code/", {"code": code})
    assert refused.status_code == 403
    assert "was used before" in refused.content.decode()


def test_a_recovery_code_opens_once(ada):
    _, codes = set_up(sign_in()[0])
    assert len(codes) == 10
    assert sign_in()[0].post("/sign-in/code/", {"code": codes[3]}).status_code == 302
    assert AuditEntry.objects.latest("pk").thing.endswith("a recovery code")
    assert sign_in()[0].post("/sign-in/code/", {"code": codes[3]}).status_code == 403


def test_recovery_codes_are_shown_once(ada):
    client, _ = sign_in()
    _, codes = set_up(client)
    again = client.get("/your-sign-in/codes/").content.decode()
    assert "cannot be shown again" in again
    assert not [code for code in codes if code in again]


def test_guessed_codes_pause_signing_in_and_a_right_password_between_does_not_help(ada):
    secret, _ = set_up(sign_in()[0])
    for _ in range(FAILURES_ALLOWED):
        client, where = sign_in()
        assert where == "/sign-in/code/"
        assert client.post("/sign-in/code/", {"code": "000000"}).status_code == 403
    paused = client.post("/sign-in/code/", {"code": code_of(secret, later=1)})
    assert "Wait 15 minutes" in paused.content.decode()
    assert sign_in()[1] == ""
    assert AuditEntry.objects.filter(action="pause signing in").count() == 1
    assert Notice.objects.get().to == ada


def test_failures_are_kept_with_the_name_of_whoever_it_was_and_nothing_typed(ada):
    sign_in("wrong")
    Client().post("/sign-in/", {"login": "a password typed in the wrong box", "password": "x"})
    kept = list(AuditEntry.objects.order_by("pk").values_list("thing", "refused_because"))
    assert kept == [
        ("sign-in page, under the name ada", "wrong name or password"),
        ("sign-in page", "wrong name or password"),
    ]


def test_giving_the_app_up_is_kept_and_another_is_asked_for(ada):
    client, _ = sign_in()
    set_up(client)
    assert client.post("/your-sign-in/app/give-up/").status_code == 302
    assert not Authenticator.objects.exists()
    assert client.get("/measures/")["Location"] == "/your-sign-in/app/"
    assert AuditEntry.objects.latest("pk").thing == "an app was given up"


def test_whoever_signed_in_a_while_ago_says_again_who_they_are(ada):
    client, _ = sign_in()
    set_up(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 600
    session.save()
    answer = client.get("/your-sign-in/app/give-up/")
    assert answer["Location"].startswith("/sign-in/again/")
    assert Authenticator.objects.filter(type="totp").exists()
    client.post("/sign-in/again/", {"password": PASSWORD, "next": "/your-sign-in/"})
    assert client.get("/your-sign-in/app/give-up/").status_code == 200


def test_the_database_alone_gives_no_secret_away(ada):
    secret, codes = set_up(sign_in()[0])
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not [code for code in codes if code in kept]


def test_the_pages_hold_no_inline_style(ada):
    client, _ = sign_in()
    for address in ("/your-sign-in/app/", "/your-sign-in/password/"):
        page = client.get(address).content.decode()
        assert " style=" not in page
        assert "<style" not in page
        assert page.count("<h1") == 1


def test_another_password_is_asked_for_the_old_one_and_must_be_long(ada, settings):
    settings.SECOND_FACTOR = "as people choose"
    client, _ = sign_in()
    sent = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    assert "at least 12" in client.post("/your-sign-in/password/", sent).content.decode()
    sent |= {"new_password1": "four other words apart", "new_password2": "four other words apart"}
    wrong = {**sent, "old_password": "wrong"}
    assert client.post("/your-sign-in/password/", wrong).status_code == 403
    assert client.post("/your-sign-in/password/", sent).status_code == 302
    assert client.get("/").status_code == 200, "who changed it stays signed in"
    assert sign_in("four other words apart")[1] == "/rules/"
    assert AuditEntry.objects.filter(action="set a password").count() == 1
