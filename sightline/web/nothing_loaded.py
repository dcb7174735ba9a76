"""Turns "nothing has been loaded" into a page that says what to do."""

from sightline.sources.could_not import CouldNot
from sightline.web.pages import problems


class NothingLoadedPage:
    """Catches what the ledger says it could not do, on whichever page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """A page in place of an error."""
        if isinstance(exception, CouldNot):
            return problems.nothing_loaded(request, exception.fault, exception.next_step)
        return None
