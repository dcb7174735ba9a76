"""The addresses of the interface for other programs."""

from django.urls import path

from sightline.web.api import children, figures
from sightline.web.api.interface import api

api.add_router("", figures.router)
api.add_router("/children", children.router)

urlpatterns = [path("api/", api.urls)]
