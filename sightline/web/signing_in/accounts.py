"""Passwords, as django-allauth asks of us: one count of failures, stages, what is kept."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.contrib.auth import authenticate
from django.contrib.auth import login as begin_session
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sightline.casework import signing_in
from sightline.casework.models import Person
from sightline.web.signing_in import council, kept_form, session_time

WRONG = "The name or the password is not right."
PAUSED = "Signing in under this name failed too often. Wait 15 minutes and try again."
ASKED_AGAIN_AFTER = 5 * 60
"""Seconds after which somebody is asked again who they are before they change their second factor."""

BACKEND = "django.contrib.auth.backends.ModelBackend"
HOW = {
    "totp": "second factor: an app's code",
    "recovery_codes": "second factor: a recovery code",
}


class Accounts(DefaultAccountAdapter):
    """What allauth asks when somebody signs in by password."""

    error_messages = {  # noqa: RUF012 - allauth reads it from the class
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "incorrect_password": "The password is not right.",
        "too_many_login_attempts": PAUSED,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes themselves a person; an administrator does."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """The person of that name and password. Every attempt counts towards the pause."""
        name = credentials["username"]
        try:
            noted = signing_in.attempt(name)
        except signing_in.Paused:
            raise self.validation_error("too_many_login_attempts") from None
        person = authenticate(
            request, username=name.strip(), password=credentials.get("password", "")
        )
        if person is None:
            signing_in.failed(name, "name or password")
        else:
            noted.delete()
        return person

    def get_login_stages(self) -> list[str]:
        """After the password: the second factor, and nothing else."""
        return ["sightline.web.signing_in.second_factor.Asked"]

    def login(self, request: HttpRequest, user: Person) -> None:
        """Begin the session, or go on with the one that had ended."""
        with session_time.same_form_key(request, user):
            begin_session(request, user, backend=BACKEND)
        session_time.begin(request)
        signing_in.signed_in(user, _how(request, user))

    def post_login(self, request: HttpRequest, user: Person, **told: Any) -> HttpResponse:
        """Where the person was going, by way of a form that came in after their session had ended."""
        signal = told.get("signal_kwargs") or {}
        council.keep_what_it_asked(request, signal.get("sociallogin"))
        if kept_form.is_there(request):
            return HttpResponseRedirect(reverse("kept-form"))
        return HttpResponseRedirect(told.get("redirect_url") or reverse("first"))

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        """Somebody who has left is nobody."""
        return HttpResponseRedirect(reverse("account_login"))

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our own pages say what was done."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in a moment ago is not asked again."""
        request = self.request or _request()
        records = get_authentication_records(request, request.user)
        return not any(time.time() - one["at"] < ASKED_AGAIN_AFTER for one in records)


def _request() -> HttpRequest:
    from allauth.core import context

    return context.request


def _how(request: HttpRequest, user: Person) -> str:
    """By what somebody signed in, in the words of the audit trail."""
    records = get_authentication_records(request, user)
    by = {one["method"]: one for one in records}
    first = "the council's sign-on" if "socialaccount" in by else "password"
    second = HOW.get(by["mfa"].get("type", "")) if "mfa" in by else ""
    return f"signed in by {first}" + (f", {second}" if second else "")
