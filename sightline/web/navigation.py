"""The pages everybody sees in the bar at the top."""

from django.http import HttpRequest
from django.urls import reverse

PAGES = (
    ("Home", "home", ("home",)),
    ("Inspections", "inspections", ("inspections", "line-of-sight")),
    ("Ready for inspection", "ready", ("ready",)),
    ("Search", "search", ("search", "theme")),
    ("Authorities", "authorities", ("authorities", "authority")),
    ("National picture", "national", ("national",)),
    ("Compare", "compare", ("compare", "comparison", "compare-theme", "compare-sources")),
    ("Measures", "measures", ("measures", "measure", "children-behind", "child")),
    ("Rule book", "rules", ("rules", "rule", "standards")),
    ("What cannot be told", "cannot-tell", ("cannot-tell", "set-aside")),
)


def navigation(request: HttpRequest) -> list[dict[str, object]]:
    """The items of the bar; the part of the site a page belongs to is marked."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    return [
        {"text": words, "href": reverse(page), "active": here in belongs}
        for words, page, belongs in PAGES
    ]
