"""Django's settings of the application, with the casework database on a PostgreSQL server."""

import os

from sightline.web.settings import *  # noqa: F403

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "postgres",
        "USER": os.environ.get("CASEWORK_ROLE", "sightline"),
        "HOST": os.environ["CASEWORK_HOST"],
    }
}
