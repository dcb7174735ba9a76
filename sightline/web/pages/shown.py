"""How every page is put together: its template, and what all pages show."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.web import service
from sightline.web.navigation import navigation


def shown(
    request: HttpRequest, template: str, content: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page, with whose records these are and the navigation."""
    content = dict(content or {})
    content.setdefault("authority", service.current().authority())
    content["navigation"] = navigation
    return render(request, template, content, status=status)
