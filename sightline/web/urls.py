"""Every address of the application. None holds anything personal.

A room of pages (``pages/<room>/``) declares its own in its ``urls.py``, which is taken in here; the
names of pages are unlike each other in the whole application.
"""

from django.urls import include, path

from sightline.web.pages import (
    audit_trail,
    authorities,
    children_behind,
    comparisons,
    gaps,
    home,
    inspections,
    line_of_sight,
    measures,
    national,
    ready_for_inspection,
    report_pages,
    rule_book,
    search,
    standards,
    themes,
)

urlpatterns = [
    path("", include("sightline.web.api.urls")),
    path("", home.home, name="home"),
    path("first/", home.first, name="first"),
    path("", include("sightline.web.pages.sign_in.urls")),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/<slug:report>/", line_of_sight.report, name="line-of-sight"),
    path(
        "inspections/<slug:report>/pages/<int:page>/", report_pages.report_page, name="report-page"
    ),
    path(
        "inspections/<slug:report>/pages/<int:page>.png",
        report_pages.picture,
        name="report-page-picture",
    ),
    path("ready/", ready_for_inspection.ready, name="ready"),
    path("search/", search.search, name="search"),
    path("authorities/", authorities.authorities, name="authorities"),
    path("authorities/<slug:urn>/", authorities.authority, name="authority"),
    path("themes/<slug:theme>/", themes.theme, name="theme"),
    path("compare/", comparisons.compare, name="compare"),
    path("compare/sources/", comparisons.sources, name="compare-sources"),
    path("compare/themes/<slug:theme>/", comparisons.theme, name="compare-theme"),
    path("compare/<slug:indicator>/", comparisons.comparison, name="comparison"),
    path(
        "compare/<slug:indicator>/chart-<slug:size>.svg",
        comparisons.chart,
        name="comparison-chart",
    ),
    path("improvement/", include("sightline.web.pages.improvement.urls")),
    path("national/", national.national, name="national"),
    path("national/<slug:chart>-<slug:size>.svg", national.chart, name="national-chart"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<slug:measure>/", measures.measure, name="measure"),
    path("measures/<slug:measure>/chart-<slug:size>.svg", measures.chart, name="chart"),
    path(
        "measures/<slug:measure>/<slug:period>/children/",
        children_behind.children_behind,
        name="children-behind",
    ),
    path(
        "measures/<slug:measure>/<slug:period>/children.csv",
        children_behind.children_behind_file,
        name="children-behind-file",
    ),
    path("", include("sightline.web.pages.access.urls")),
    path("", include("sightline.web.pages.child.urls")),
    path("", include("sightline.web.pages.data_quality.urls")),
    path("", include("sightline.web.pages.day.urls")),
    path("", include("sightline.web.pages.teams.urls")),
    path("rules/", rule_book.rules, name="rules"),
    path("rules/<slug:name>/", rule_book.rule, name="rule"),
    path("standards/", standards.standards, name="standards"),
    path("cannot-tell/", gaps.cannot_tell, name="cannot-tell"),
    path("set-aside/", gaps.set_aside, name="set-aside"),
    path("", include("sightline.web.pages.ending.urls")),
    path("", include("sightline.web.pages.trackers.urls")),
    path("", include("sightline.web.pages.supervision.urls")),
    path("audits/", include("sightline.web.pages.audits.urls")),
    path("look-back/", include("sightline.web.pages.lookback.urls")),
    path("service-changes/", include("sightline.web.pages.service_change.urls")),
    path("audit/", audit_trail.audit_trail, name="audit-trail"),
]

handler403 = "sightline.web.pages.problems.not_allowed"
handler404 = "sightline.web.pages.problems.not_found"
handler500 = "sightline.web.pages.problems.failed"
