"""The addresses of data quality."""

from django.urls import path

from sightline.web.pages.data_quality import pages, settling

urlpatterns = [
    path("data-quality/", pages.overview, name="data-quality"),
    path("data-quality/disputes/<int:dispute>/", settling.settle_dispute, name="settle-dispute"),
    path("data-quality/<slug:to_mend>.csv", pages.file_of_kind, name="data-quality-file"),
    path("data-quality/<slug:to_mend>/", pages.of_kind, name="data-quality-kind"),
]
