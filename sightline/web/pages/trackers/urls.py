"""Addresses of the trackers."""

from django.urls import path

from sightline.web.pages.trackers import all_trackers, emergency, panel, tracker

urlpatterns = [
    path("trackers/", all_trackers.all_trackers, name="trackers"),
    path("trackers/emergency/", emergency.emergency, name="emergency"),
    path("trackers/emergency/children.csv", emergency.emergency_file, name="emergency-file"),
    path("trackers/<slug:tracker>/", tracker.tracker, name="tracker"),
    path("trackers/<slug:tracker>/children.csv", tracker.tracker_file, name="tracker-file"),
    path("children/<slug:token>/panel/<slug:tracker>/", panel.panel, name="panel"),
    path("children/<slug:token>/contact/", emergency.contact, name="emergency-contact"),
]
