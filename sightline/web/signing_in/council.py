"""The council's own sign-on by OpenID Connect: whom it names, and whether it asked for two factors.

Nobody is made by signing in: whoever the council names must be a person an administrator made, with
that name as their ``sign_on``. Nothing the council says of them is kept.
"""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from sightline.casework import audit
from sightline.casework.models import Person
from sightline.casework.signing_in import SIGN_IN

PROVIDER = "council"
ASKED_FOR_TWO = "council_asked_for_two"


class Council(DefaultSocialAccountAdapter):
    """What allauth asks when somebody comes back from the council's sign-on."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody is made by signing in."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the person whom the council names, anew each time."""
        person = person_named(sociallogin)
        if person is None:
            audit.record(
                by=None,
                action=SIGN_IN,
                thing="the council's sign-on",
                refused_because="nobody here has the name it gave",
            )
            raise ImmediateHttpResponse(_not_in(request, KNOWS_NOBODY))
        sociallogin.user = person

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """It did not work out, or the person turned back."""
        raise ImmediateHttpResponse(_not_in(request, DID_NOT_ANSWER))


KNOWS_NOBODY = (
    "Your council knows you, but nobody has made you a person here yet.",
    "Ask whoever runs Sightline for you to add you, with the name your council's sign-on gives you.",
)
DID_NOT_ANSWER = (
    "Your council's sign-on did not let you in, or you turned back.",
    "Try again. If it goes on, tell whoever runs your council's sign-on.",
)


def is_set_up() -> bool:
    """Whether people may sign in by their council."""
    return bool(settings.COUNCIL_SIGN_ON)


def person_named(sociallogin: Any) -> Person | None:
    """The person whom the council names by the claim that was agreed; None where there is none.

    An address counts only where the council says that it was verified.
    """
    claim, claims = settings.COUNCIL_SIGN_ON["claim"], claims_of(sociallogin)
    name = claims.get(claim)
    if not isinstance(name, str | int) or not str(name).strip():
        return None
    if claim == "email" and claims.get("email_verified") is not True:
        return None
    return Person.objects.filter(sign_on=str(name).strip(), is_active=True).first()


def claims_of(sociallogin: Any) -> dict[str, Any]:
    """What the council says of whoever signed in: the signed token goes before the user's page."""
    told = sociallogin.account.extra_data or {}
    page, token = told.get("userinfo") or {}, told.get("id_token") or {}
    if page and token and page.get("sub") != token.get("sub"):
        return {}  # they speak of two people
    return {**page, **token}


def gave_two(sociallogin: Any) -> bool:
    """Whether the council says, in its signed token, that it asked for a second factor."""
    if sociallogin is None:
        return False
    token = (sociallogin.account.extra_data or {}).get("id_token") or {}
    methods = token.get("amr") or []
    said = {str(one) for one in methods} if isinstance(methods, list) else set()
    return bool((said | {str(token.get("acr") or "")}) & settings.COUNCIL_SIGN_ON["two_factors"])


def keep_what_it_asked(request: HttpRequest, sociallogin: Any) -> None:
    """Remember for this session whether the council asked for two factors."""
    request.session[ASKED_FOR_TWO] = gave_two(sociallogin)


def asked_for_two(request: HttpRequest) -> bool:
    """Whether this session began with two factors at the council."""
    return bool(request.session.get(ASKED_FOR_TWO))


def _not_in(request: HttpRequest, why: tuple[str, str]):
    from sightline.web.pages import problems

    return problems.not_signed_in(request, *why)
