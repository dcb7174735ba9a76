"""What the pages of signing in share: an allauth view shown by a page of ours."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from sightline.web.pages.shown import shown


class OurPage:
    """Put before one of allauth's views: it does its work, and ``page`` is what is shown."""

    page: str

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        """The page, with what is wrong with the form."""
        faults = faults_of(context.get("form"))
        content = {**self.content(context), "faults": faults, "form": context.get("form")}
        return shown(self.request, self.page, content, status=403 if faults else 200)

    def content(self, context: dict[str, Any]) -> dict[str, Any]:
        """What the page shows beyond its form."""
        return {}


def faults_of(form: Any) -> list[dict[str, str]]:
    """What is wrong with a form of Django's, as the GOV.UK error summary takes it."""
    if form is None or not form.is_bound:
        return []
    return [
        {
            "text": _said(form, name, str(words)),
            "href": f"#{next(iter(form.fields), 'form') if name == '__all__' else name}",
            "at": "" if name == "__all__" else name,
        }
        for name, faults in form.errors.items()
        for words in faults
    ]


def _said(form: Any, name: str, words: str) -> str:
    """The fault in words that name what is missing."""
    if words == "This field is required.":
        return f"{LABELS.get(name, name)} is missing. Fill it in."
    return words


LABELS = {
    "login": "Name",
    "password": "Password",
    "code": "Code",
    "old_password": "Password you have now",
    "new_password1": "New password",
    "new_password2": "New password again",
}


def where_to(request: HttpRequest) -> str:
    """The page asked for before signing in, if it is one of ours. Whoever asked for the front door
    comes to their first page."""
    wish = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wish, {request.get_host()}, request.is_secure())
    return wish if ours and wish != reverse("home") else reverse("first")
