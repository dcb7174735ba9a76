"""How many keys and fields two common things take, counted as they are recorded by keyboard alone.

The figures stand in ``docs/ease.md``; with SIGHTLINE_WRITE_DOCS set, this run writes them there.
"""

import os
from dataclasses import dataclass

import pytest

from sightline.ledger.workspace import Workspace
from sightline.web.child_addresses import token_of
from tests.browser.conftest import ROOT
from tests.browser.journey import Journey
from tests.browser.test_journeys import supervise

pytestmark = [pytest.mark.browser, pytest.mark.long]

PAGE = ROOT / "docs" / "ease.md"
LAST_MISSING = (
    "SELECT child FROM records.missing_episodes ORDER BY missing_from DESC, child LIMIT 1"
)
ASKED = """part => [...part.querySelectorAll('.govuk-form-group')]
    .filter(one => !one.parentElement.closest('.govuk-form-group'))
    .map(one => one.querySelector('legend, label').textContent)"""


@dataclass(frozen=True, kw_only=True)
class Ease:
    """What one thing took: keys pressed in all and to type, fields shown and those that must be filled."""

    what: str
    keys: int
    typed: int
    fields: int
    required: int

    @property
    def line(self) -> str:
        """Its line of the published table."""
        return f"| {self.what} | {self.keys} | {self.typed} | {self.fields} | {self.required} |"


def test_a_return_interview(open_page, workspace):
    with Workspace(workspace).reading() as backend:
        child = backend.con.execute(LAST_MISSING).fetchone()[0]
    walk = Journey(open_page(name="leader"))
    page, keys = walk.page, walk.keys
    page.goto(f"/children/{token_of(child, workspace)}/")
    keys.follow(page.get_by_role("link", name="Recorded here"))
    keys.skip()
    keys.follow(page.get_by_role("link", name="Record something"))
    keys.skip()
    keys.follow(page.get_by_role("link", name="Return interview"))
    asked = page.locator("#form").evaluate(ASKED)
    keys.skip()
    keys.day(page.get_by_role("group", name="Day it was held"), "12 4 2018")
    keys.choose(
        page.get_by_role("group", name="Was the interviewer independent").get_by_label("Yes")
    )
    keys.follow(page.get_by_role("button", name="Record", exact=True))
    assert page.get_by_role("alert").is_visible(), walk.faults()
    published(ease_of("A return interview that was held, from the child’s story", walk, asked))


def test_a_session_of_supervision(open_page):
    walk = Journey(open_page(name="leader"))
    page, keys = walk.page, walk.keys
    page.goto("/supervision/")
    keys.skip()
    # The last worker of the list: none of the journeys records a session with them.
    keys.follow(page.get_by_role("link", name="Record a session").last)
    whole, own = page.locator("#form").evaluate(ASKED), page.locator(".sightline-form__group")
    asked = whole[: len(whole) - (own.count() - 1) * len(own.first.evaluate(ASKED))]
    supervise(walk, "Ask the school how he is.")
    published(
        ease_of("A session of supervision on one child, with an action, from the list", walk, asked)
    )


def ease_of(what: str, walk: Journey, asked: list[str]) -> Ease:
    """What it took to come through ``walk`` with these fields asked."""
    required = sum("(optional)" not in one for one in asked)
    keys = walk.keys
    return Ease(
        what=what, keys=keys.presses, typed=keys.typed, fields=len(asked), required=required
    )


def published(ease: Ease) -> None:
    """The published line is what this run measured."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    if os.environ.get("SIGHTLINE_WRITE_DOCS"):
        stands = [one for one in lines if one.startswith(f"| {ease.what} |")]
        lines[lines.index(stands[0])] = ease.line
        PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert ease.line in lines, f"docs/ease.md does not say {ease.line}"
