"""Signing in and out."""

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sightline.casework import audit
from sightline.casework.signing_in import Paused
from sightline.casework.signing_in import sign_in as check_sign_in
from sightline.web.pages.shown import shown

WRONG = "The name or the password is not right."
PAUSED = "Too many sign-ins failed. Wait 15 minutes and try again."


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password, and go where the person was going."""
    problem = ""
    if request.method == "POST":
        name = request.POST.get("name", "")
        try:
            person = check_sign_in(request, name, request.POST.get("password", ""))
        except Paused:
            person, problem = None, PAUSED
        if person:
            login(request, person)
            return HttpResponseRedirect(_where_to(request))
        problem = problem or WRONG
    content = {"problem": problem, "next": _where_to(request), "authority": None}
    return shown(request, "sign_in.html", content, status=403 if problem else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    audit.record(by=request.user, action="sign out", thing="sign-out button")
    logout(request)
    return HttpResponseRedirect(reverse("sign-in"))


def _where_to(request: HttpRequest) -> str:
    """The page asked for before signing in, if it is one of ours."""
    wish = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wish, {request.get_host()}, request.is_secure())
    return wish if ours else reverse("home")
