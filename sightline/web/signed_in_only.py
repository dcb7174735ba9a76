"""Nothing is shown to anybody who has not signed in: the door is here, not on each page."""

from urllib.parse import quote

from django.http import HttpResponseRedirect
from django.urls import reverse

from sightline.web.pages.sign_in.urls import OPEN_TO_ALL, OPEN_WITHOUT_SECOND_FACTOR
from sightline.web.signing_in import kept_form, second_factor

ASKS_FOR_A_KEY = "api"
"""The interface for other programs knows no sessions: it asks for a key itself, and only for that."""


class SignedInOnly:
    """Sends people who are not signed in to the sign-in page, whatever they asked for.

    Those who must have a second factor and have none go and set it up.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer the request."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Refuse every page but those open to all. Their wish is remembered by its path alone."""
        if request.resolver_match.namespace == ASKS_FOR_A_KEY:
            return None
        here = request.resolver_match.url_name
        if here in OPEN_TO_ALL:
            return None
        if not request.user.is_authenticated:
            if request.session_is_over:
                kept_form.keep(request)
            return HttpResponseRedirect(f"{reverse('account_login')}?next={quote(request.path)}")
        if here not in OPEN_WITHOUT_SECOND_FACTOR and second_factor.is_missing(request):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        if request.method == "POST":
            kept_form.sent_again(request)
        return None
