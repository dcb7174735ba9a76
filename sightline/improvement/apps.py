"""The improvement application, as Django knows it."""

from django.apps import AppConfig


class Improvement(AppConfig):
    """Plans from what inspectors wrote to the evidence that it changed."""

    name = "sightline.improvement"
    label = "improvement"
    default_auto_field = "django.db.models.BigAutoField"
