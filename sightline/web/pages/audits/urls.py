"""Addresses of audits: numbers of audits and cases, which say nothing of a child."""

from django.urls import path

from sightline.web.pages.audits import designing, drawing, one_audit, one_case

urlpatterns = [
    path("", designing.all_audits, name="audits"),
    path("design/", designing.choose_themes, name="design-audit"),
    path("themes/<slug:theme>/", one_audit.on_theme, name="audits-on-theme"),
    path("<int:audit>/", one_audit.one_audit, name="case-audit"),
    path("<int:audit>/draw/", drawing.draw, name="draw-sample"),
    path("cases/<int:case>/", one_case.one_case, name="audit-case"),
    path("cases/<int:case>/auditors/", one_case.assign, name="assign-auditors"),
    path("cases/<int:case>/answer/", one_case.answer, name="answer-audit"),
    path("cases/<int:case>/moderate/", one_case.moderate, name="moderate-audit"),
    path("cases/<int:case>/action/", one_case.act, name="audit-action"),
    path("cases/<int:case>/again/", one_case.again, name="audit-again"),
]
