"""The web application, as Django knows it."""

from django.apps import AppConfig


class Web(AppConfig):
    """The pages."""

    name = "sightline.web"
    label = "web"
