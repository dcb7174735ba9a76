"""Addresses of changes to services: numbers, which say nothing of a child."""

from django.urls import path

from sightline.web.pages.service_change import changes, following, one_child, preparing

urlpatterns = [
    path("", changes.all_changes, name="service-changes"),
    path("begin/", preparing.begin, name="begin-service-change"),
    path("<int:change>/", changes.change, name="service-change"),
    path("<int:change>/newcomers/", preparing.take_in, name="take-in-children"),
    path("<int:change>/destinations/", preparing.place, name="place-children"),
    path("<int:change>/happened/", preparing.happened, name="service-change-happened"),
    path("<int:change>/call-off/", preparing.call_off, name="call-off-service-change"),
    path("<int:change>/afterwards/", following.following, name="service-change-following"),
    path("<int:change>/afterwards/chart-<slug:size>.svg", following.chart, name="following-chart"),
    path(
        "<int:change>/afterwards/<int:days>/<slug:outcome>/",
        following.children,
        name="children-followed",
    ),
    path("children/<int:affected>/", one_child.one_child, name="affected-child"),
    path("children/<int:affected>/destination/", one_child.decide, name="decide-destination"),
]
