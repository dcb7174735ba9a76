"""Builds what is generated from the code: `./run docs`.

A page that is committed has a staleness test of its own beside the room that makes it.
"""

from pathlib import Path

DOCS = Path(__file__).parent


def build() -> list[Path]:
    """Write every generated page; returns what was written."""
    from sightline.cli.reference import commands_page
    from sightline.measures import book
    from sightline.records.pages import records_page
    from sightline.rules.book import build_book
    from tests.rules.write_examples import write_all

    write_all()
    pages = {
        "records.md": records_page(),
        "commands.md": commands_page(),
        "measures.md": book.measures_as_markdown(),
    }
    for name, text in pages.items():
        (DOCS / name).write_text(text, encoding="utf-8")
    site = DOCS.parent / "build" / "rule-book"
    build_book(site, also=[(book.INDEX, book.TITLE)])
    book.build_pages(site)
    return [*(DOCS / name for name in pages), site]


if __name__ == "__main__":
    for path in build():
        print(path)
