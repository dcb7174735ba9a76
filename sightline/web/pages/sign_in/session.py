"""How long somebody stays signed in, and a form that came in too late."""

import time

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sightline.web.pages.shown import shown
from sightline.web.signing_in import kept_form, session_time
from sightline.web.words import clock_in_words


@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """When the session ends. Asking (GET) leaves it as it is; POST makes it longer."""
    ends = request.session[session_time.ENDS]
    return JsonResponse({"ends": clock_in_words(ends), "left": round(ends - time.time())})


@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """A form that was sent after the session had ended: send it now, or let it go."""
    form = kept_form.of(request)
    if form is None:
        return HttpResponseRedirect(reverse("home"))
    if request.method == "POST":
        kept_form.let_go(request)
        return HttpResponseRedirect(form["path"])
    return shown(request, "sign_in/kept_form.html", {"kept": form})
