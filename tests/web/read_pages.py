"""Reading pages in tests: their words, and the key of their form."""

import re


def words_of(response) -> str:
    """The page as text, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def key_of(page: str) -> str:
    """The key by which the form of a page is known when it is sent twice."""
    return re.search(r'name="submission" value="([^"]+)"', page)[1]
