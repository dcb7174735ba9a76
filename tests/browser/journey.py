"""One person's way through pages: every page passed is looked at, and nothing wrong is found."""

import re

from playwright.sync_api import Locator, Page

from tests.browser.keyboard import Keyboard
from tests.browser.looking import sideways, violations

HTML = "text/html; charset=utf-8"


class Journey:
    """A signed-in page and its keys.

    axe-core is itself a script: where the page may run none, ``glass`` is a page that may, and looks
    at what was served to the other.
    """

    def __init__(self, page: Page, glass: Page | None = None) -> None:
        self.page = page
        self.keys = Keyboard(page)
        self._glass = glass

    def arrive(self, heading: str) -> None:
        """Be on the page of this heading, find nothing wrong with it, and see whose records it shows."""
        found = self.page.get_by_role("heading", level=1).inner_text()
        assert heading.lower() in found.lower(), found
        assert self.page.get_by_role("region", name="About these records").is_visible()
        assert self.violations() == []
        assert not sideways(self.page)

    def follow(self, link: Locator, heading: str) -> None:
        """Follow a link or press a button by keyboard, and arrive."""
        self.keys.follow(link)
        self.arrive(heading)

    def go_to_part(self, part: str, heading: str) -> None:
        """Go to a part of the application by the bar at the top, which a narrow screen folds away."""
        menu = self.page.get_by_role("button", name="Menu")
        if menu.is_visible():
            self.keys.to(menu)
            self.keys.press("Enter")
        self.follow(self.page.get_by_role("link", name=part, exact=True), heading)

    def send(self, button: str, said: str) -> None:
        """Send a form by its button; the page that comes says that it is kept."""
        self.keys.follow(self.page.get_by_role("button", name=button, exact=True))
        assert self.page.get_by_text(said).is_visible(), self.faults()
        assert self.violations() == []

    def faults(self) -> str:
        """What a form says is wrong with it."""
        return " ".join(self.page.locator(".govuk-error-summary").all_inner_texts())

    def number_in(self, place: str) -> int:
        """The first number of a sentence."""
        found = re.search(r"[\d,]+", self.page.locator(place).inner_text())
        assert found is not None
        return int(found[0].replace(",", ""))

    def violations(self) -> list[str]:
        """What axe-core finds wrong with the page."""
        if self._glass is None:
            return violations(self.page)
        served = re.sub(r"<script\b.*?</script>", "", self.page.content(), flags=re.DOTALL)
        address = self.page.url.partition("#")[0]
        self._glass.route(address, lambda route: route.fulfill(body=served, content_type=HTML))
        self._glass.goto(address)
        self._glass.unroute(address)
        return violations(self._glass)
