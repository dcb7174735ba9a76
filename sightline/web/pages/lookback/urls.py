"""Addresses of look-back reviews: numbers, which say nothing of a child."""

from django.urls import path

from sightline.web.pages.lookback import cohorts, one_child, reviews

urlpatterns = [
    path("", reviews.all_reviews, name="look-backs"),
    path("begin/", cohorts.fix, name="fix-cohort"),
    path("<int:review>/", reviews.review, name="look-back"),
    path("<int:review>/report/", reviews.report, name="look-back-report"),
    path("<int:review>/give/", reviews.give, name="give-children"),
    path("<int:review>/close/", reviews.close, name="close-look-back"),
    path("children/<int:one>/", one_child.one_child, name="look-back-child"),
    path("children/<int:one>/reviewer/", one_child.assign, name="assign-reviewer"),
    path("children/<int:one>/outcome/", one_child.outcome, name="look-back-outcome"),
]
