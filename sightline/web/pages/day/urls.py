"""The addresses of my day, of one concern, of tasks and of the rules on worklists."""

from django.urls import path

from sightline.web.pages.day import concern, deciding, my_day, rules_on_worklists, several, task

urlpatterns = [
    path("my-day/", my_day.my_day, name="my-day"),
    path("my-day/several/", several.several, name="several"),
    path("my-day/rules/", rules_on_worklists.rules_on_worklists, name="rules-on-worklists"),
    path("my-day/rules/change/", rules_on_worklists.change, name="change-rules-on-worklists"),
    path("tasks/<int:task>/", task.task, name="task"),
    path("children/<slug:token>/concerns/<slug:concern>/", concern.concern, name="concern"),
    path(
        "children/<slug:token>/concerns/<slug:concern>/<slug:kind>/", deciding.decide, name="decide"
    ),
]
