"""Pages for when something cannot be shown. Their words and titles hold nothing personal."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.casework.policy import GIVE_A_REASON, may
from sightline.web.navigation import sections

FOR_PROGRAMS = "/api/"


def _problem(
    request: HttpRequest, status: int, heading: str, why: str, what_to_do: str, **more: object
):
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse({"fault": why, "next_step": what_to_do}, status=status)
    content = {
        **more,
        "heading": heading,
        "why": why,
        "what_to_do": what_to_do,
        "sections": sections(request) if hasattr(request, "user") else [],
        "authority": None,
    }
    return render(request, "problem.html", content, status=status)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The policy said no, and why."""
    return _problem(
        request, 403, "You cannot see this page", str(exception),
        "If you need it for your work, speak to your manager. That you asked has been kept.",
        reason=_where_a_reason_is_given(request),
    )  # fmt: skip


def _where_a_reason_is_given(request: HttpRequest) -> str:
    """Where this child's record is opened by giving a reason: the same whichever child it is. "" where
    the page was of no child, or the person's role gives no reasons."""
    here = request.resolver_match
    if here is None or not here.route.startswith("children/") or here.url_name == "child-reason":
        return ""
    if not may(getattr(request, "user", None), GIVE_A_REASON):
        return ""
    return reverse("child-reason", kwargs={"token": here.kwargs["token"]})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    return _problem(
        request, 404, "There is no such page",
        "The address is not right, or what it showed is no longer in the records.",
        "Go back to the home page and look from there.",
    )  # fmt: skip


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke."""
    return _problem(
        request, 500, "Something went wrong", "The page could not be made. It is our fault.",
        "Try again. If it goes on, tell whoever runs Sightline for you.",
    )  # fmt: skip


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form had no valid token: the sign-in had ended, or cookies are off."""
    return _problem(
        request, 403, "The form could not be sent",
        "Your sign-in had ended, or your browser does not keep cookies for this site.",
        "Go back, load the page again and send it once more.",
    )  # fmt: skip


def not_signed_in(request: HttpRequest, why: str, what_to_do: str) -> HttpResponse:
    """The council's sign-on led nowhere."""
    return _problem(request, 403, "You are not signed in", why, what_to_do)


def not_recorded(request: HttpRequest, why: str, what_to_do: str) -> HttpResponse:
    """What somebody pressed cannot be done, or not any more."""
    return _problem(request, 409, "Nothing was recorded", why, what_to_do)


def nothing_loaded(request: HttpRequest, why: str, what_to_do: str) -> HttpResponse:
    """Nothing has been loaded, or asked, yet."""
    return _problem(request, 503, "There are no records to show yet", why, what_to_do)
