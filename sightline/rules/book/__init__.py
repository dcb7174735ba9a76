"""The rule book's pages: the same content for the web application, the terminal and the static site.

Everything on a page comes from the rule's own declaration, the standards it names, the record
tables it reads and the worked examples that test it. Nothing is written twice.
"""

from sightline.rules.book.markdown import page_as_markdown, write_markdown
from sightline.rules.book.page import Need, RulePage, StandardShown, check_page, rule_page
from sightline.rules.book.site import build_book

__all__ = [
    "Need",
    "RulePage",
    "StandardShown",
    "build_book",
    "check_page",
    "page_as_markdown",
    "rule_page",
    "write_markdown",
]
