"""Turns "nothing has been loaded" and "that cannot be recorded" into pages that say what to do."""

from sightline.casework.writing import NotRecorded
from sightline.sources.could_not import CouldNot
from sightline.web.pages import problems


class NothingLoadedPage:
    """Catches what the ledger or casework says it could not do, on whichever page.

    A page with a form says it in the form (``forms.told``); one with a button alone leaves it to this.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """A page in place of an error."""
        if isinstance(exception, CouldNot):
            return problems.nothing_loaded(request, exception.fault, exception.next_step)
        if isinstance(exception, NotRecorded):
            return problems.not_recorded(request, exception.fault, exception.next_step)
        return None
