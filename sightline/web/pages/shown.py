"""How every page is put together: its template, and what all pages show."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.web import service
from sightline.web.navigation import pages_beside, sections


def shown(
    request: HttpRequest, template: str, content: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page, with whose records these are and the navigation."""
    content = dict(content or {})
    content.setdefault("authority", service.current().authority())
    content["sections"], content["pages_beside"] = sections(request), pages_beside(request)
    content["told"] = get_messages(request)
    return render(request, template, content, status=status)
