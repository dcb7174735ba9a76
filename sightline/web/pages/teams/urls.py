"""The addresses of teams: a team and a worker stand in them as keyed hashes of their names."""

from django.urls import path

from sightline.web.pages.teams import allocating, side_by_side, team, worker

urlpatterns = [
    path("teams/", side_by_side.teams, name="teams"),
    path("teams/chart-<slug:size>.svg", side_by_side.chart, name="teams-chart"),
    path("teams/<slug:team>/", team.team, name="team"),
    path("teams/<slug:team>/workers/<slug:worker>/", worker.worker, name="team-worker"),
    path("children/<slug:token>/allocate/", allocating.allocate, name="allocate"),
]
