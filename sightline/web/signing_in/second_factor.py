"""The second factor, as django-allauth asks of us: who is asked, codes that count once, secrets that are locked."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.adapter import get_adapter as second_factor
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from sightline.casework import signing_in
from sightline.casework.models import Person
from sightline.web import keys
from sightline.web.signing_in import council
from sightline.web.signing_in.accounts import PAUSED

APP = Authenticator.Type.TOTP


def has_one(person: Person) -> bool:
    """Whether this person's app or recovery codes are asked for when they sign in."""
    return second_factor().is_mfa_enabled(person, [APP])


def is_missing(request: HttpRequest) -> bool:
    """Whether whoever is signed in must set up a second factor before anything else."""
    person = request.user
    if not signing_in.must_have_second_factor(person) or council.asked_for_two(request):
        return False
    return not has_one(person)


class SecondFactors(DefaultMFAAdapter):
    """What allauth asks about second factors."""

    error_messages = {  # noqa: RUF012 - allauth reads it from the class
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "The code is not right, or was used before. Wait for the next one.",
    }

    def get_totp_label(self, user: Person) -> str:
        """What the app calls it, beside "Sightline"."""
        return user.username

    def get_totp_issuer(self) -> str:
        """Whose code it is, in the app."""
        return "Sightline"

    def encrypt(self, text: str) -> str:
        """Locked with the workspace's key, so that the database alone opens nothing."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Unlocked again."""
        return _lock().decrypt(encrypted_text.encode()).decode()


def _lock() -> Fernet:
    key = (
        keys.key_of(settings.WORKSPACE, "second_factors")
        if settings.WORKSPACE
        else settings.SECRET_KEY
    )
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest()))


class Asked(AuthenticateStage):
    """Asks for the second factor, but of those whose council asked for two already."""

    def handle(self) -> tuple:
        """Ask, or go on."""
        signal = self.login.signal_kwargs or {}
        if council.gave_two(signal.get("sociallogin")):
            return None, True
        return super().handle()


class _CountsFailures:
    """A code is an attempt like any other: the same count, the same pause."""

    def clean_code(self) -> str:
        """The code, if it is right."""
        from django.core.exceptions import ValidationError

        try:
            noted = signing_in.attempt(self.user.username)
        except signing_in.Paused:
            raise ValidationError(PAUSED) from None
        try:
            code = super().clean_code()
            if self.authenticator.type == APP and not signing_in.spend(self.user, code):
                raise second_factor().validation_error("incorrect_code")
        except ValidationError:
            signing_in.failed(self.user.username, "code")
            raise
        noted.delete()
        return code


class CodeForm(_CountsFailures, AuthenticateForm):
    """Asked when somebody signs in."""


class CodeAgainForm(_CountsFailures, ReauthenticateForm):
    """Asked of somebody who is in, before they change their second factor."""
