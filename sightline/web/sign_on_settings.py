"""The council's own sign-on, from environment variables. ``web.doctor.VARIABLES`` says what each is."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

HERE = ("localhost", "127.0.0.1", "::1")


def council_sign_on(environment: Mapping[str, str]) -> dict[str, Any]:
    """What the environment says of the council's sign-on; empty where there is none."""
    address = environment.get("SIGHTLINE_COUNCIL_SIGN_ON", "").strip()
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in HERE:
        raise ImproperlyConfigured(
            "SIGHTLINE_COUNCIL_SIGN_ON must begin with https://: who people are is told over it."
        )
    for name in ("SIGHTLINE_COUNCIL_CLIENT_ID", "SIGHTLINE_COUNCIL_CLIENT_SECRET"):
        if not environment.get(name, "").strip():
            raise ImproperlyConfigured(f"SIGHTLINE_COUNCIL_SIGN_ON is set, and {name} is not.")
    two_factors = environment.get("SIGHTLINE_COUNCIL_TWO_FACTORS") or "mfa"
    return {
        "address": address,
        "client_id": environment["SIGHTLINE_COUNCIL_CLIENT_ID"].strip(),
        "client_secret": environment["SIGHTLINE_COUNCIL_CLIENT_SECRET"].strip(),
        "name": environment.get("SIGHTLINE_COUNCIL_NAME") or "your council",
        "claim": environment.get("SIGHTLINE_COUNCIL_CLAIM") or "sub",
        "two_factors": frozenset(one.strip() for one in two_factors.split(",") if one.strip()),
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
