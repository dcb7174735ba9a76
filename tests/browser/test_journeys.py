"""The main journeys, by keyboard alone: with and without JavaScript, on a wide and a narrow screen."""

from datetime import date, timedelta

import pytest

from tests.browser.conftest import SIZES
from tests.browser.journey import Journey

pytestmark = [pytest.mark.browser, pytest.mark.long]

SOON = date.today() + timedelta(days=9)
SOON_TYPED = f"{SOON.day} {SOON.month} {SOON.year}"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request) -> bool:
    return request.param


@pytest.fixture(params=[1280, 390])
def width(request) -> int:
    return request.param


@pytest.fixture
def set_out(chromium, open_page, width, scripts):
    """Begins a journey as one of the demonstration people."""
    glass = (
        None if scripts else chromium.new_page(viewport={"width": width, "height": SIZES[width]})
    )

    def begin(name: str) -> Journey:
        return Journey(open_page(width, scripts, name), glass)

    yield begin
    if glass:
        glass.close()


def test_my_day_from_the_list_to_a_decision(set_out):
    walk = set_out("practitioner")
    page, keys = walk.page, walk.keys
    walk.arrive("My day")
    keys.skip()
    walk.follow(page.get_by_role("link", name="Open from before"), "My day")
    of_all = walk.number_in("#how-many")
    keys.skip()
    keys.open("Narrow what is shown")
    keys.pick(page.get_by_label("Kind"), "Duties (a clock)")
    walk.follow(page.get_by_role("button", name="Show these"), "My day")
    assert 0 < walk.number_in("#how-many") < of_all
    assert page.get_by_text("Narrowed to:").is_visible()
    keys.skip()
    first = page.locator(".group .row__what a").first
    walk.follow(first, first.inner_text())
    keys.skip()
    walk.follow(page.get_by_role("link", name="Say what will be done"), "Say what will be done")
    keys.fill(page.get_by_label("What will be done?"), "Visit on Monday.")
    keys.pick(page.get_by_label("Who will do it?"))
    keys.day(page.get_by_role("group", name="By which day?"), SOON_TYPED)
    keys.fill(page.get_by_label("Why this, and why now?"), "Nobody has been since.")
    walk.send("Set this task", "The task is set.")
    assert page.get_by_text("Visit on Monday.").first.is_visible()
