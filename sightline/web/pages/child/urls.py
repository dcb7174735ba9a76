"""The addresses of a child's pages, each under the child's token, and of attendance as a file."""

from django.urls import path

from sightline.web.pages.child import (
    attendance,
    chronology,
    concerns,
    plans_and_visits,
    reads,
    record,
    recorded_here,
    several,
    story,
    timeline,
)

urlpatterns = [
    path("attendance/", attendance.attendance, name="attendance-file"),
    path("children/<slug:token>/", story.story, name="child"),
    path("children/<slug:token>/timeline/", timeline.timeline, name="child-timeline"),
    path("children/<slug:token>/chronology/", chronology.chronology, name="child-chronology"),
    path(
        "children/<slug:token>/chronology/choose/",
        chronology.choose,
        name="child-chronology-choose",
    ),
    path(
        "children/<slug:token>/chronology/<slug:entry>/",
        chronology.what_it_meant,
        name="child-what-it-meant",
    ),
    path("children/<slug:token>/plans/", plans_and_visits.plans_and_visits, name="child-plans"),
    path("children/<slug:token>/concerns/", concerns.concerns, name="child-concerns"),
    path("children/<slug:token>/recorded/", recorded_here.recorded_here, name="child-recorded"),
    path(
        "children/<slug:token>/recorded/<int:number>/correct/",
        recorded_here.correct,
        name="child-correct",
    ),
    path(
        "children/<slug:token>/recorded/<int:number>/withdraw/",
        recorded_here.withdraw,
        name="child-withdraw",
    ),
    path("children/<slug:token>/reads/", reads.reads, name="child-reads"),
    path("children/<slug:token>/record/", record.record_something, name="child-record"),
    path(
        "children/<slug:token>/record/<slug:table>/",
        record.record_form,
        name="child-record-form",
    ),
    path(
        "children/<slug:token>/record/<slug:table>/several/",
        several.for_several,
        name="child-record-several",
    ),
]
