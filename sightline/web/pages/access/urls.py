"""Addresses of who may see what. Those about a child are under the child's token."""

from django.urls import path

from sightline.web.pages.access import (
    front_door,
    notices,
    of_child,
    people,
    reasons,
    restricted,
)

urlpatterns = [
    path("find/", front_door.find_child, name="find-child"),
    path("find/open/", front_door.open_found, name="find-child-open"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<int:notice>/seen/", notices.mark_seen, name="notice-seen"),
    path("restricted/", restricted.restricted, name="restricted"),
    path(
        "restricted/<int:restriction>/hand-over/", restricted.hand_over, name="restricted-hand-over"
    ),
    path("children/<slug:token>/reason/", reasons.give_a_reason, name="child-reason"),
    path("children/<slug:token>/access/", of_child.access, name="child-access"),
    path("children/<slug:token>/access/name/", of_child.name_somebody, name="child-access-name"),
    path(
        "children/<slug:token>/access/<int:grant>/end/",
        of_child.withdraw,
        name="child-access-withdraw",
    ),
    path("children/<slug:token>/access/restrict/", of_child.restrict, name="child-access-restrict"),
    path("children/<slug:token>/access/lift/", of_child.lift, name="child-access-lift"),
    path("people/", people.list_people, name="people"),
    path("people/add/", people.add, name="person-add"),
    path("people/<int:person>/", people.person, name="person"),
    path("people/<int:person>/details/", people.change, name="person-change"),
    path("people/<int:person>/role/", people.role, name="person-role"),
    path("people/<int:person>/teams/", people.join, name="person-join"),
    path("people/<int:person>/teams/<int:membership>/", people.leave, name="person-leave"),
    path("people/<int:person>/password/", people.link, name="person-link"),
    path("people/<int:person>/second-factor/", people.reset, name="person-reset"),
    path("people/<int:person>/left/", people.go, name="person-left"),
    path("people/<int:person>/back/", people.come_back, name="person-back"),
]
