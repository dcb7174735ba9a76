"""Somebody at a keyboard: Tab, Enter, Space, arrows and typing, each press counted; nothing clicked."""

from playwright.sync_api import ElementHandle, Locator, Page

MOST_TABS = 400
HAS_FOCUS = "one => one === document.activeElement"
SAME_RADIOS = (
    "one => one.type === 'radio' && document.activeElement.type === 'radio'"
    " && one.name === document.activeElement.name"
)


class Keyboard:
    """The keys of one page. ``presses`` counts every key sent, ``typed`` the letters and figures among them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0
        self.typed = 0

    def press(self, key: str) -> None:
        """Press one key."""
        self.page.keyboard.press(key)
        self.presses += 1

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self.page.keyboard.type(words)
        self.presses += len(words)
        self.typed += len(words)

    def to(self, wanted: Locator) -> None:
        """Press Tab until this has the focus. Fails where no number of tabs reaches it."""
        self._tab_until(_one(wanted), HAS_FOCUS, wanted)

    def fill(self, label: Locator, words: str) -> None:
        """Go to a box and type in it."""
        self.to(label)
        self.type(words)

    def day(self, group: Locator, day: str) -> None:
        """Type a day, such as ``27 3 2026``, in the three boxes of a date."""
        for box, number in zip(("Day", "Month", "Year"), day.split(), strict=True):
            self.fill(group.get_by_label(box, exact=True), number)

    def tick(self, box: Locator) -> None:
        """Go to a box and tick it."""
        self.to(box)
        self.press("Space")
        assert box.is_checked()

    def choose(self, radio: Locator) -> None:
        """Choose one of several radio buttons: Tab goes to the group, arrows go through it."""
        wanted = _one(radio)
        self._tab_until(wanted, SAME_RADIOS, radio)
        for _ in range(MOST_TABS):
            if wanted.evaluate(HAS_FOCUS):
                break
            self.press("ArrowDown")
        if not wanted.is_checked():
            self.press("Space")
        assert wanted.is_checked()

    def pick(self, box: Locator, words: str = "") -> None:
        """Pick an entry of a list by arrows; the next one where it does not matter which."""
        self.to(box)
        for _ in range(MOST_TABS):
            self.press("ArrowDown")
            if words in box.locator("option:checked").inner_text():
                return
        raise AssertionError(f"No arrow down reached {words!r}.")

    def follow(self, link: Locator) -> None:
        """Go to a link or a button and press Enter; wait until its page is there."""
        self.to(link)
        with self.page.expect_navigation():
            self.press("Enter")

    def open(self, words: str) -> None:
        """Open what is folded away under these words."""
        self.to(self.page.locator("summary").filter(has_text=words))
        self.press("Enter")

    def skip(self) -> None:
        """Go past what stands above the content, by the link that is there for it."""
        self.to(self.page.get_by_role("link", name="Skip to main content"))
        self.press("Enter")

    def jump(self, words: str) -> None:
        """Go to a part of the page by its link at the top."""
        self.to(self.page.get_by_role("link", name=words, exact=True))
        self.press("Enter")

    def _tab_until(self, handle: ElementHandle, reached: str, wanted: Locator) -> None:
        for _ in range(MOST_TABS):
            if handle.evaluate(reached):
                return
            self.press("Tab")
        raise AssertionError(f"{MOST_TABS} tabs did not reach {wanted}.")


def _one(wanted: Locator) -> ElementHandle:
    """The first element that this says, once it is there."""
    found = wanted.first.element_handle()
    assert found is not None
    return found
