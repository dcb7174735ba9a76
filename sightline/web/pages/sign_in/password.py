"""Signing in by password, signing out, and passwords that somebody sets themselves."""

from typing import Any

from allauth.account.views import LoginView, ReauthenticateView
from django.conf import settings
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.contrib.messages import success
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sightline.casework import audit
from sightline.web.pages.shown import shown
from sightline.web.pages.sign_in.parts import OurPage, faults_of, where_to
from sightline.web.signing_in import kept_form

SET_PASSWORD = "set a password"


class SignIn(OurPage, LoginView):
    """Ask for name and password, and go where the person was going."""

    page = "sign_in/sign_in.html"

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """Where they were going, and the council's own sign-on."""
        return {
            "authority": None,
            "next": where_to(self.request),
            "is_over": getattr(self.request, "session_is_over", False),
            "minutes": settings.SESSION_MINUTES,
            "keeps_form": kept_form.is_there(self.request),
            "council": settings.COUNCIL_SIGN_ON.get("name", ""),
            "without_second_factor": settings.SECOND_FACTOR != "required",
        }


class PasswordAgain(OurPage, ReauthenticateView):
    """Ask once more who it is, before a second factor is changed."""

    page = "sign_in/password_again.html"

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """Where they were going."""
        return {"next": where_to(self.request)}


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    audit.record(by=request.user, action="sign out", thing="sign-out button")
    logout(request)
    return HttpResponseRedirect(reverse("account_login"))


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Somebody sets another password. Their other sessions end."""
    form = PasswordChangeForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            person = form.save()
            audit.record(by=person, action=SET_PASSWORD, thing="their own password")
        update_session_auth_hash(request, person)
        success(request, "Your password is set.")
        return HttpResponseRedirect(reverse("mfa_index"))
    faults = faults_of(form)
    content = {"form": form, "faults": faults, "asks_old": True}
    return shown(request, "sign_in/set_password.html", content, status=403 if faults else 200)


class FirstPassword(OurPage, PasswordResetConfirmView):
    """The page of a link that an administrator made: it works once, for a day."""

    page = "sign_in/set_password.html"
    success_url = reverse_lazy("account_login")

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """Whether the link still works."""
        return {"authority": None, "is_over": not self.validlink, "asks_old": False}

    def form_valid(self, form: Any) -> HttpResponse:
        """Set the password; the link is then over."""
        with transaction.atomic():
            answer = super().form_valid(form)
            audit.record(by=self.user, action=SET_PASSWORD, thing="by a link made for them")
        success(self.request, "Your password is set. Sign in with it.")
        return answer
