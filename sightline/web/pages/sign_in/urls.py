"""Addresses of signing in. Names with an underscore are those by which django-allauth finds them."""

from allauth.socialaccount.providers.openid_connect import views as council
from django.urls import path

from sightline.web.pages.sign_in import password, second_factor, session

OPEN_TO_ALL = frozenset(
    {
        "account_login",
        "mfa_authenticate",
        "set-password",
        "openid_connect_login",
        "openid_connect_callback",
    }
)
"""Pages for people who are not signed in yet."""

OPEN_WITHOUT_SECOND_FACTOR = frozenset(
    {"mfa_activate_totp", "account_reauthenticate", "sign-out", "session", "change-password"}
)
"""Pages for people who must set up a second factor before anything else."""

urlpatterns = [
    path("sign-in/", password.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", second_factor.Code.as_view(), name="mfa_authenticate"),
    path("sign-in/again/", password.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("sign-in/again/code/", second_factor.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("sign-in/form/", session.kept, name="kept-form"),
    path(
        "sign-in/password/<uidb64>/<token>/", password.FirstPassword.as_view(), name="set-password"
    ),
    path("sign-in/by/<slug:provider_id>/", council.login, name="openid_connect_login"),
    path("sign-in/by/<slug:provider_id>/back/", council.callback, name="openid_connect_callback"),
    path("sign-out/", password.sign_out, name="sign-out"),
    path("session/", session.session, name="session"),
    path("your-sign-in/", second_factor.your_sign_in, name="mfa_index"),
    path("your-sign-in/password/", password.change_password, name="change-password"),
    path("your-sign-in/app/", second_factor.SetUp.as_view(), name="mfa_activate_totp"),
    path("your-sign-in/app/give-up/", second_factor.GiveUp.as_view(), name="mfa_deactivate_totp"),
    path(
        "your-sign-in/codes/", second_factor.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"
    ),
    path(
        "your-sign-in/codes/new/",
        second_factor.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
