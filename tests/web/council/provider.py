"""A made-up council's sign-on: its addresses, and what it says of people."""

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.urls import include, path

from tests.web.council.known import ASKED

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
    path("", include("allauth.idp.urls")),
]


class Says(DefaultOIDCAdapter):
    """What the council says of whoever signed in."""

    def get_claims(self, purpose, user, client, scopes, email=None, **more):
        """The usual, and what it asked for."""
        claims = super().get_claims(purpose, user, client, scopes, email, **more)
        return {**claims, "staff_number": f"S-{user.username}", "amr": ASKED[user.username]}
