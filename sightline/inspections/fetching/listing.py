"""Reads the inspectorate's listing: which authorities there are, and what was published on each.

The listing is a web page of providers; each provider has a page of publications. Both are read by
their links alone, so that a change of their looks does not matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urljoin

import lxml.html

LISTING = (
    "https://reports.ofsted.gov.uk/search"
    "?q=&location=&radius=&level_1_types=3&level_2_types%5B%5D=12&rows=200"
)

# Only inspections, visits and reviews of children's services; a provider page lists other papers.
WANTED = re.compile(
    r"inspection|focused visit|monitoring visit|joint targeted|safeguarding children board", re.I
)
PUBLISHED = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4})")


@dataclass(frozen=True)
class Provider:
    """One authority in the listing."""

    urn: str
    name: str
    address: str


@dataclass(frozen=True)
class Publication:
    """One document published on an authority. ``published`` is None where the page gives no date."""

    urn: str
    authority: str
    title: str
    published: date | None
    address: str


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def providers(page: bytes, address: str) -> list[Provider]:
    """The authorities on one page of the listing, each once."""
    found: dict[str, Provider] = {}
    for link in _links(page):
        href = link.get("href", "")
        match = re.search(r"/provider/\d+/(\d+)/?$", href)
        if match and _words(link):
            urn = match.group(1)
            found.setdefault(urn, Provider(urn, _words(link), urljoin(address, href)))
    return list(found.values())


def next_page(page: bytes, address: str) -> str | None:
    """The address of the listing's next page, None on the last."""
    for link in _links(page):
        parents = " ".join([*(item.get("class") or "" for item in link.iterancestors("li"))])
        if link.get("rel") == "next" or "next" in parents.split():
            return urljoin(address, link.get("href"))
    return None


def publications(page: bytes, provider: Provider) -> Iterator[Publication]:
    """The wanted documents on a provider's page, in the page's order."""
    for link in _links(page):
        title = _words(link)
        if "publication-link" in (link.get("class") or "").split() and WANTED.search(title):
            yield Publication(
                urn=provider.urn,
                authority=provider.name,
                title=re.sub(r",\s*pdf.*$", "", title, flags=re.I),
                published=_published(title),
                address=urljoin(provider.address, link.get("href")),
            )


def _links(page: bytes) -> list[lxml.html.HtmlElement]:
    if not page.strip():
        return []
    return list(lxml.html.fromstring(page).iter("a"))


def _published(title: str) -> date | None:
    dates = PUBLISHED.findall(title)
    if not dates:
        return None
    try:
        return datetime.strptime(dates[-1], "%d %B %Y").date()
    except ValueError:
        return None
