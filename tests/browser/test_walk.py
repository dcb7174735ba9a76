"""Report, figure, children, child, rule: walked by keyboard, with and without JavaScript."""

import re

import pytest

from tests.browser.looking import picture, sideways, violations

pytestmark = [pytest.mark.browser, pytest.mark.long]

WIDTHS = (1280, 390)
MOST_TABS = 400
BEHIND = re.compile(r"child(ren)? behind this figure")
PAGES = {
    "home": "/",
    "inspections": "/inspections/",
    "search": "/search/?words=children",
    "authorities": "/authorities/",
    "national": "/national/",
    "compare": "/compare/?council=001",
    "comparison": "/compare/repeat_plans/?council=001&council=004",
    "compare-theme": "/compare/themes/plans_cp/?council=001",
    "compare-sources": "/compare/sources/",
    "measures": "/measures/",
    "measure-of-a-length": "/measures/assessment_length/?by=quarter",
    "measure-with-a-split": "/measures/referrals_that_led_to_assessment/",
    "rules": "/rules/",
    "rule": "/rules/protection_visit_overdue/",
    "standards": "/standards/",
    "cannot-tell": "/cannot-tell/",
    "set-aside": "/set-aside/",
    "audit-trail": "/audit/",
    "ready": "/ready/",
    "my-day": "/my-day/",
    "rules-on-worklists": "/my-day/rules/",
    "find-a-child": "/find/",
    "notices": "/notices/",
    "improvement": "/improvement/",
    "begin-a-plan": "/improvement/begin/",
    "my-actions": "/improvement/my-actions/",
    "endings": "/endings/",
    "trackers": "/trackers/",
    "emergency": "/trackers/emergency/",
    "supervision": "/supervision/",
    "teams": "/teams/",
    "audits": "/audits/",
    "look-backs": "/look-back/",
    "service-changes": "/service-changes/",
    "begin-a-service-change": "/service-changes/begin/",
    "data-quality": "/data-quality/",
    "your-sign-in": "/your-sign-in/",
    "not-found": "/nothing/",
}


def tab_to(page, pattern: str | re.Pattern) -> None:
    """Press Tab until the link that says this has the focus (a region that scrolls has it too)."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.locator("a:focus")
        if focused.count() and re.search(pattern, focused.inner_text()):
            return
    raise AssertionError(f"{MOST_TABS} tabs did not reach {pattern!r}")


def follow(page, pattern: str | re.Pattern) -> None:
    """Follow a link by keyboard alone."""
    tab_to(page, pattern)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", WIDTHS)
def test_line_of_sight_is_walked_by_keyboard(open_page, width, scripts):
    page = open_page(width, scripts)
    page.goto("/inspections/")
    page.goto(report_with_a_measure(page))
    assert "made up" in page.get_by_role("region", name="Made-up records").inner_text()
    follow(page, BEHIND)
    assert "Children behind the figure" in page.get_by_role("heading", level=1).inner_text()
    page.locator("tbody a").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("region", name="Who this is").is_visible()
    follow(page, r"Its evidence and history")
    assert "/concerns/" in page.url
    follow(page, r"How it is judged")
    assert "/rules/" in page.url


def report_with_a_measure(page) -> str:
    """The first report in which a measure answers a sentence."""
    addresses = [link.get_attribute("href") for link in page.locator("tbody a").all()]
    for address in addresses:
        page.goto(address)
        if page.get_by_text(BEHIND).count():
            return address
    raise AssertionError("no made-up report has a sentence that a measure answers")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_pages_have_no_accessibility_fault(open_page, name, width):
    page = open_page(width)
    page.goto(PAGES[name])
    assert violations(page) == []
    assert not sideways(page)
    picture(page, name, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_four_clicks_have_no_accessibility_fault(open_page, width):
    page = open_page(width)
    page.goto("/inspections/")
    page.goto(report_with_a_measure(page))
    look(page, "line-of-sight", width)
    open_link(page, page.get_by_text(BEHIND).first)
    look(page, "children-behind", width)
    open_link(page, page.locator("tbody a").first)
    look(page, "child", width)
    page.goto("/measures/")
    open_link(page, page.locator("tbody a").first)
    look(page, "measure", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_a_child_have_no_accessibility_fault(open_page, width):
    page = open_page(width)
    page.goto("/inspections/")
    page.goto(report_with_a_measure(page))
    open_link(page, page.get_by_text(BEHIND).first)
    open_link(page, page.locator("tbody a").first)
    story = page.url
    addresses = {link.get_attribute("href") for link in page.locator("main a").all()}
    addresses |= {link.get_attribute("href") for link in page.locator("nav a").all()}
    tabs = sorted(one for one in addresses if one and one.startswith(story[len(base(page)) :]))
    assert len(tabs) > 5
    for tab in tabs:
        page.goto(tab)
        look(page, "child-" + (tab.strip("/").split("/")[2:] or ["story"])[-1][:40], width)


def base(page) -> str:
    """The address of the application."""
    return re.match(r"https?://[^/]+", page.url)[0]


def open_link(page, link) -> None:
    """Click a link and wait until its page is there."""
    with page.expect_navigation():
        link.click()


def look(page, name: str, width: int) -> None:
    """Nothing wrong with the page, every part of it opened; and a picture of it."""
    picture(page, name, width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(page) == []
    assert not sideways(page)


def test_pages_can_be_read_at_400_per_cent(open_page):
    """1280 pixels at 400% are 320 pixels wide."""
    page = open_page(320)
    for address in PAGES.values():
        page.goto(address)
        assert not sideways(page), address


def test_a_refusal_shows_no_name_and_signing_out_ends_it(open_page):
    page = open_page(name="member")
    page.goto("/measures/")
    page.locator("tbody a").first.click()
    assert page.get_by_text(BEHIND).count() == 0
    page.get_by_role("button", name="Sign out").click()
    page.goto("/measures/")
    assert "/sign-in/" in page.url


def test_a_sign_in_that_fails_says_so_and_is_read_out(chromium, site):
    page = chromium.new_page(base_url=site.address)
    page.goto("/sign-in/")
    page.get_by_label("Name").fill("nobody")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Sign in").press("Enter")
    page.get_by_role("alert").wait_for()
    assert violations(page) == []
    page.close()
