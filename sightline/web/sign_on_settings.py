"""The council's own sign-on, from environment variables. Without the first there is none.

SIGHTLINE_COUNCIL_SIGN_ON      address of the council's OpenID Connect provider
SIGHTLINE_COUNCIL_CLIENT_ID    what the provider calls Sightline
SIGHTLINE_COUNCIL_CLIENT_SECRET  the secret agreed with it
SIGHTLINE_COUNCIL_NAME         what the button says: "Sign in with NAME"
SIGHTLINE_COUNCIL_CLAIM        the claim that names a person ("sub" by default)
SIGHTLINE_COUNCIL_TWO_FACTORS  values of amr or acr, with commas between, that say that the council
                               asked for a second factor ("mfa" by default)
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

BEGIN = "SIGHTLINE_COUNCIL_"
HERE = ("localhost", "127.0.0.1", "::1")


def council_sign_on(environment: Mapping[str, str]) -> dict[str, Any]:
    """What the environment says of the council's sign-on; empty where there is none."""
    given = {
        name: environment.get(f"{BEGIN}{name}", "").strip()
        for name in ("SIGN_ON", "CLIENT_ID", "CLIENT_SECRET", "NAME", "CLAIM", "TWO_FACTORS")
    }
    if not given["SIGN_ON"]:
        return {}
    address = urlsplit(given["SIGN_ON"])
    if address.scheme != "https" and address.hostname not in HERE:
        raise ImproperlyConfigured(
            f"{BEGIN}SIGN_ON must begin with https://: who people are is told over it."
        )
    for name in ("CLIENT_ID", "CLIENT_SECRET"):
        if not given[name]:
            raise ImproperlyConfigured(f"{BEGIN}SIGN_ON is set, and {BEGIN}{name} is not.")
    return {
        "address": given["SIGN_ON"],
        "client_id": given["CLIENT_ID"],
        "client_secret": given["CLIENT_SECRET"],
        "name": given["NAME"] or "your council",
        "claim": given["CLAIM"] or "sub",
        "two_factors": frozenset(
            one.strip() for one in (given["TWO_FACTORS"] or "mfa").split(",") if one.strip()
        ),
    }


def for_allauth(sign_on: Mapping[str, Any]) -> dict[str, Any]:
    """The same as django-allauth takes it."""
    if not sign_on:
        return {}
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "council",
                    "name": sign_on["name"],
                    "client_id": sign_on["client_id"],
                    "secret": sign_on["client_secret"],
                    "settings": {"server_url": sign_on["address"], "oauth_pkce_enabled": True},
                }
            ],
        }
    }
