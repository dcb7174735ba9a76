"""The pictures of ``docs/pages.md``: each is there and small; with SIGHTLINE_WRITE_DOCS set they are made."""

import io
import os
import re

import pytest
from PIL import Image

from sightline.ledger.workspace import Workspace
from sightline.web.child_addresses import token_of
from tests.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.long]

PAGE = ROOT / "docs" / "pages.md"
PICTURES = ROOT / "docs" / "pictures"
MOST_BYTES = 150_000
MOST_HIGH = 1000
COLOURS = 64
ON_A_PLAN = """
    SELECT child FROM records.protection_plans WHERE ended IS NULL ORDER BY started DESC, child LIMIT 1
"""


@pytest.fixture
def child(workspace) -> str:
    """The address of a made-up child who is on a protection plan."""
    with Workspace(workspace).reading() as backend:
        found = backend.con.execute(ON_A_PLAN).fetchone()[0]
    return f"/children/{token_of(found, workspace)}/"


def test_every_picture_of_the_page_is_there_and_small():
    shown = set(re.findall(r"\(pictures/([\w-]+\.png)\)", PAGE.read_text(encoding="utf-8")))
    assert len(shown) >= 15
    for name in shown:
        size = (PICTURES / name).stat().st_size
        assert size < MOST_BYTES, f"{name} is {size} bytes"


@pytest.mark.skipif(
    "SIGHTLINE_WRITE_DOCS" not in os.environ, reason="SIGHTLINE_WRITE_DOCS is not set"
)
def test_the_pictures_are_made(open_page, child):
    page = open_page(name="leader")
    record_what_went_well(page, child)
    for name, address in (
        ("child-story", child),
        ("child-timeline", f"{child}timeline/"),
        ("child-went-well", f"{child}recorded/"),
        ("ending-a-plan", f"{child}end-plan/"),
        ("plans-that-ended", "/endings/"),
        ("trackers", "/trackers/"),
        ("emergency-tracker", "/trackers/emergency/"),
        ("supervision", "/supervision/"),
        ("data-quality", "/data-quality/"),
        ("comparison", "/compare/repeat_plans/?council=001&council=004"),
        ("ready-for-inspection", "/ready/"),
    ):
        page.goto(address)
        keep(page, name)
    page.goto("/teams/")
    go(page, "tbody a")
    keep(page, "team")
    look_back(page)
    keep(page, "look-back")
    audit(page)
    keep(page, "audit")
    improvement_plan(page)
    keep(page, "improvement-plan")
    page.goto(page.url + "papers/")
    keep(page, "papers")
    own = open_page(name="practitioner")
    own.goto("/my-day/?show=before")
    keep(own, "my-day")
    go(own, ".group .row__what a")
    keep(own, "concern")


def record_what_went_well(page, child: str) -> None:
    """What a parent said."""
    page.goto(f"{child}record/what_went_well/")
    page.get_by_label("What was said or seen?").fill(
        "Somebody rings me back now, and I know whom to ring."
    )
    page.get_by_label("Whose words are they?").fill("His mother’s")
    day(page, "Day it was said or seen", "22 4 2024")
    send(page, "Record")


def look_back(page) -> None:
    """A review of children by a rule."""
    page.goto("/look-back/begin/")
    page.get_by_label("Title").fill("Referred three times and no plan")
    page.get_by_label("What is asked of each child?").fill("Was there a concern that nobody saw?")
    page.get_by_label("By a rule").check()
    page.get_by_label("Rule", exact=False).last.select_option("third_referral_without_plan")
    day(page, "Since", "1 5 2023")
    send(page, "Fix the cohort")


def audit(page) -> None:
    """An audit with its sample."""
    page.goto("/audits/design/?theme=missing")
    page.get_by_label("Title").fill("Heard and believed?")
    page.get_by_label("Your own questions").fill("Was the child heard, alone?")
    send(page, "Keep this design")
    page.get_by_role("button", name="Draw the sample").click()
    page.get_by_label("How many children?").fill("6")
    page.get_by_label("Seed").fill("7")
    send(page, "Draw by lot")


def improvement_plan(page) -> None:
    """A plan begun from a made-up report."""
    page.goto("/inspections/")
    for address in [one.get_attribute("href") for one in page.locator("tbody a").all()]:
        page.goto(address.replace("/inspections/", "/improvement/begin/from/"))
        if page.get_by_role("button", name="Begin the plan").count():
            break
    day(page, "Baseline", "1 5 2023")
    send(page, "Begin the plan")


def day(page, group: str, typed: str) -> None:
    """Fill in a date."""
    boxes = page.get_by_role("group", name=group)
    for box, number in zip(("Day", "Month", "Year"), typed.split(), strict=True):
        boxes.get_by_label(box, exact=True).fill(number)


def send(page, button: str) -> None:
    """Send a form; a fault on it fails the run."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()
    assert page.locator(".govuk-error-summary").count() == 0, page.url


def go(page, link: str) -> None:
    """Follow the first such link."""
    with page.expect_navigation():
        page.locator(link).first.click()


def keep(page, name: str) -> None:
    """Keep a picture of the top of the page, which says that its records are made up, in few colours."""
    assert page.get_by_role("region", name="About these records").is_visible(), name
    page.wait_for_load_state("networkidle")
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": 1280, "height": min(whole, MOST_HIGH)})
    with Image.open(io.BytesIO(page.screenshot())) as taken:
        taken.convert("RGB").quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
