"""Full-text search over every paragraph and recommendation that was read."""

from sightline.inspections.searching.index import INDEX_FILE, build_index
from sightline.inspections.searching.search import Filters, Found, Hit, search

__all__ = ["INDEX_FILE", "Filters", "Found", "Hit", "build_index", "search"]
