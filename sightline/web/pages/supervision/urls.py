"""Addresses of supervision and of managers' decisions."""

from django.urls import path

from sightline.web.pages.supervision import decision, due, session

urlpatterns = [
    path("supervision/", due.due, name="supervision"),
    path("supervision/<slug:worker>/", session.session, name="supervision-session"),
    path("children/<slug:token>/manager-decides/", decision.decision, name="manager-decides"),
]
