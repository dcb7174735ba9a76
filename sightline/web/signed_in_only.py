"""Nothing is shown to anybody who has not signed in: the door is here, not on each page."""

from urllib.parse import quote

from django.http import HttpResponseRedirect
from django.urls import reverse

OPEN_TO_ALL = {"sign-in"}


class SignedInOnly:
    """Sends people who are not signed in to the sign-in page, whatever they asked for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer the request."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Refuse every page but the sign-in page. Their wish is remembered by its path alone."""
        if request.user.is_authenticated or request.resolver_match.url_name in OPEN_TO_ALL:
            return None
        return HttpResponseRedirect(f"{reverse('sign-in')}?next={quote(request.path)}")
