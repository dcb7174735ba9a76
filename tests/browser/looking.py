"""Looking at a page: what axe-core finds wrong, whether it scrolls sideways, a picture of it."""

from tests.browser.conftest import AXE, SCREENSHOTS


def violations(page) -> list[str]:
    """What axe-core finds wrong, with where."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
    )
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']][:3]}"
        for one in found["violations"]
    ]


def picture(page, name: str, width: int) -> None:
    """Keep a screenshot of the whole page, as far as it is worth looking at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    height = min(page.evaluate("document.documentElement.scrollHeight"), 3000)
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_load_state("networkidle")
    page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png")


def sideways(page) -> bool:
    """Whether the page itself scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
