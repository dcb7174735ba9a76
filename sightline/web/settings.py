"""Django settings, from the environment. ``docs/running.md`` lists every variable.

Without SIGHTLINE_WORKSPACE (tests, tools) there is no workspace: nothing is written, and pages say
what is missing.
"""

import os
import secrets
from pathlib import Path

from sightline.web import keys, static_files
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
LOGIN_URL = "sign-in"
CSRF_FAILURE_VIEW = "sightline.web.pages.problems.form_refused"

SESSION_COOKIE_AGE = 4 * 60 * 60
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
