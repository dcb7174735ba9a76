"""The second factor: asking for it, setting it up, recovery codes, giving it up."""

from typing import Any

from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from markupsafe import Markup

from sightline.casework import audit
from sightline.web.pages.shown import shown
from sightline.web.pages.sign_in.parts import OurPage, where_to
from sightline.web.signing_in import council, second_factor

SECOND_FACTOR = "change a second factor"


class Code(OurPage, AuthenticateView):
    """Ask for the code of the app, or a recovery code."""

    page = "sign_in/code.html"

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """Nobody is signed in yet, so whose records these are is not said."""
        return {"authority": None}


class CodeAgain(OurPage, ReauthenticateView):
    """Ask for a code once more, before the second factor is changed."""

    page = "sign_in/code.html"

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """Where they were going."""
        return {"next": where_to(self.request), "again": True}


class SetUp(OurPage, ActivateTOTPView):
    """Set up an authenticator app."""

    page = "sign_in/set_up_app.html"

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """The secret, drawn and in letters."""
        secret = context["form"].secret
        return {
            "drawing": Markup(_drawn(context["totp_svg"])),
            "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
            "is_missing": second_factor.is_missing(self.request),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """It is set up."""
        with transaction.atomic():
            audit.record(by=self.request.user, action=SECOND_FACTOR, thing="an app was set up")
            return super().form_valid(form)


class GiveUp(OurPage, DeactivateTOTPView):
    """Give the app up, as when the phone is another."""

    page = "sign_in/give_up_app.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """It is given up, and its recovery codes with it."""
        with transaction.atomic():
            audit.record(by=self.request.user, action=SECOND_FACTOR, thing="an app was given up")
            return super().form_valid(form)


class RecoveryCodes(OurPage, ViewRecoveryCodesView):
    """The codes for when the phone is lost, shown once."""

    page = "sign_in/recovery_codes.html"

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """The codes, if they have not been shown before."""
        return {
            "codes": context["unused_codes"] if context["can_view_codes"] else [],
            "left": len(context["unused_codes"]),
        }


class NewRecoveryCodes(OurPage, GenerateRecoveryCodesView):
    """Make new codes; the old ones are then over."""

    page = "sign_in/new_recovery_codes.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """They are made."""
        with transaction.atomic():
            audit.record(by=self.request.user, action=SECOND_FACTOR, thing="new recovery codes")
            return super().form_valid(form)


def your_sign_in(request: HttpRequest) -> HttpResponse:
    """How somebody signs in, and what they can change about it."""
    codes = Authenticator.objects.filter(
        user=request.user, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    content = {
        "has_app": second_factor.has_one(request.user),
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "by_council": council.asked_for_two(request),
        "has_password": request.user.has_usable_password(),
    }
    return shown(request, "sign_in/your_sign_in.html", content)


def _drawn(svg: str) -> str:
    """The square that phones read, without the line that only a file of its own begins with."""
    return svg[svg.index("<svg") :]
