"""Django settings, from the environment. ``docs/running.md`` lists every variable.

Without SIGHTLINE_WORKSPACE (tests, tools) there is no workspace: nothing is written, and pages say
what is missing.
"""

import os
import secrets
from pathlib import Path

from sightline.web import keys, sign_on_settings, static_files
from sightline.web.casework_database import casework_database

WORKSPACE = Path(os.environ["SIGHTLINE_WORKSPACE"]) if "SIGHTLINE_WORKSPACE" in os.environ else None

DEBUG = False
SECRET_KEY = keys.key_of(WORKSPACE, "sessions") if WORKSPACE else secrets.token_urlsafe(50)
HTTPS = os.environ.get("SIGHTLINE_HTTPS") == "yes"
ALLOWED_HOSTS = os.environ.get("SIGHTLINE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "sightline.casework.apps.Casework",
    "sightline.improvement.apps.Improvement",
    "sightline.web.apps.Web",
]

MIDDLEWARE = [
    "sightline.web.security_headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sightline.web.signing_in.session_time.SessionTime",
    "sightline.web.signed_in_only.SignedInOnly",
    "sightline.web.nothing_loaded.NothingLoadedPage",
]

ROOT_URLCONF = "sightline.web.urls"
WSGI_APPLICATION = "sightline.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"environment": "sightline.web.page_templates.environment"},
    }
]

DATABASE_ADDRESS = os.environ.get("SIGHTLINE_DATABASE", "")
DATABASES = {"default": casework_database(WORKSPACE, DATABASE_ADDRESS)}

AUTH_USER_MODEL = "casework.Person"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "first"
CSRF_FAILURE_VIEW = "sightline.web.pages.problems.form_refused"

# A second factor is required of everybody who reads children, or as people choose (made-up records).
SECOND_FACTOR = os.environ.get("SIGHTLINE_SECOND_FACTOR", "required")
COUNCIL_SIGN_ON = sign_on_settings.council_sign_on(os.environ)
ACCOUNT_ADAPTER = "sightline.web.signing_in.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = False  # one mechanism: sightline.casework.signing_in
MFA_ADAPTER = "sightline.web.signing_in.second_factor.SecondFactors"
MFA_FORMS = {
    "authenticate": "sightline.web.signing_in.second_factor.CodeForm",
    "reauthenticate": "sightline.web.signing_in.second_factor.CodeAgainForm",
}
MFA_RATE_LIMITS = False
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # half a minute either way: clocks differ
SOCIALACCOUNT_ADAPTER = "sightline.web.signing_in.council.Council"
SOCIALACCOUNT_PROVIDERS = sign_on_settings.for_allauth(COUNCIL_SIGN_ON)
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form could not be sent on to the council: form-action 'self'
SOCIALACCOUNT_STORE_TOKENS = False

# Without a mail server, links to set a password are shown to the administrator who makes them.
EMAIL_HOST, _, _port = os.environ.get("SIGHTLINE_MAIL_SERVER", "").partition(":")
EMAIL_PORT = int(_port or "25")
EMAIL_USE_TLS = _port == "587"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("SIGHTLINE_MAIL_FROM", "")

# Minutes in which nothing was opened, and the longest that anybody stays signed in.
SESSION_MINUTES = int(os.environ.get("SIGHTLINE_SESSION_MINUTES", "30"))
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

STATIC_URL = "/static/"
STATICFILES_DIRS = [static_files.FRONT_END] if static_files.FRONT_END.is_dir() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Django's own log lines carry addresses and, on an error, nothing of what a page showed.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "short"}},
    "formatters": {"short": {"format": "{levelname} {message}", "style": "{"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
