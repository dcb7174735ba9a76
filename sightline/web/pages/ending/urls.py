"""Addresses of the pages about plans that end."""

from django.urls import path

from sightline.web.pages.ending import all_endings, end_plan, plan_checks, the_record

urlpatterns = [
    path("children/<slug:token>/end-plan/", end_plan.latest_plan, name="end-latest-plan"),
    path("children/<slug:token>/end-plan/<int:plan>/", end_plan.end_a_plan, name="end-plan"),
    path("children/<slug:token>/plan-checks/", plan_checks.plan_checks, name="plan-checks"),
    path(
        "children/<slug:token>/endings/<int:recording>/",
        the_record.ending_record,
        name="ending-record",
    ),
    path(
        "children/<slug:token>/endings/<int:recording>/withdraw/",
        the_record.withdraw_ending,
        name="withdraw-ending",
    ),
    path("endings/", all_endings.endings, name="endings"),
    path("endings/children/", all_endings.children, name="children-of-endings"),
    path("endings/children.csv", all_endings.children_file, name="children-of-endings-file"),
    path("endings/recorded/", all_endings.recorded, name="endings-recorded"),
]
