"""The casework application, as Django knows it."""

from django.apps import AppConfig


class Casework(AppConfig):
    """People, the policy and the audit trail."""

    name = "sightline.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
