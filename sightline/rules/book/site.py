"""The rule book as a static site: plain HTML pages that need no script and no network."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

from sightline.engine.check import Check
from sightline.engine.example import WorkedExample
from sightline.engine.rule import STAGES, Rule
from sightline.rules import RULES
from sightline.rules.book.page import Need, RulePage, StandardShown, all_pages
from sightline.rules.book.wording import (
    ABOUT_CHECKS,
    CHECKS_TITLE,
    GENERATED,
    INTRODUCTION,
    about,
    amount,
    applies,
    asked_on,
    dates_of,
    evidence_of,
    rests_on,
    standard_line,
    without_what_it_needs,
    words,
)
from sightline.rules.checks_before_ending import CHECKS

STYLE = """\
body { font: 1.125rem/1.5 system-ui, sans-serif; color: #0b0c0c; max-width: 60rem; margin: 0 auto; padding: 1rem; }
a { color: #1d70b8; } a:focus { outline: 3px solid #ffdd00; background: #ffdd00; color: #0b0c0c; }
.skip:not(:focus) { position: absolute; left: -999rem; }
blockquote { margin: 0; padding-left: 1rem; border-left: 6px solid #b1b4b6; font-size: 1.25rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; } th, td { border-bottom: 1px solid #b1b4b6; padding: .3rem 1rem .3rem 0; text-align: left; vertical-align: top; }
section.example { border-top: 1px solid #b1b4b6; }
"""


def build_book(out: Path, also: Iterable[tuple[str, str]] = ()) -> list[Path]:
    """Write the book as HTML to the folder ``out``; returns the pages, the index first.

    ``also`` are pages that others write beside it, file and words, for the index to lead to.
    """
    out.mkdir(parents=True, exist_ok=True)
    (out / "book.css").write_text(STYLE, encoding="utf-8")
    of_each = {f"{name}.html": page_as_html(page) for name, page in all_pages().items()}
    pages = {"index.html": index_page(also), **of_each}
    for name, text in pages.items():
        (out / name).write_text(text, encoding="utf-8")
    return [out / name for name in pages]


def index_page(also: Iterable[tuple[str, str]] = ()) -> str:
    """The list of rules by stage, and of the checks; ``also`` as in ``build_book``."""
    body = [f"<h1>The rule book</h1><p>{escape(INTRODUCTION)}</p><p>{escape(GENERATED)}</p>"]
    body += [f'<p><a href="{file}">{escape(words)}</a></p>' for file, words in also]
    for stage in STAGES:
        rules = [rule for rule in RULES.values() if rule.stage == stage]
        if rules:
            body.append(f"<h2>{escape(stage.capitalize())}</h2>" + list_of(rules, _link))
    body.append(f"<h2>{escape(CHECKS_TITLE)}</h2><p>{escape(ABOUT_CHECKS)}</p>")
    body.append(list_of(CHECKS.values(), _link))
    return whole_page("The rule book", "".join(body), home=False)


def page_as_html(page: RulePage) -> str:
    """The page of one rule or check."""
    body = (
        f"<h1>{escape(page.title)}</h1><blockquote>{escape(page.question)}</blockquote>"
        f"<p><code>{escape(page.name)}</code>, {escape(page.stage)}</p>",
        "<h2>What it rests on</h2>"
        + ("".join(map(standard_section, page.standards)) or f"<p>{escape(rests_on(page))}</p>"),
        "<h2>How it is judged</h2>" + list_of((*about(page), *page.readings)),
        "<h2>Worked examples</h2>" + "".join(map(_example, page.examples)),
        f"<h2>What to do next</h2><p>{escape(page.helps)}</p>",
        f"<h2>What it cannot see</h2><p>{escape(page.cannot_see)}</p>",
        "<h2>Evidence shown</h2>" + list_of(page.evidence),
        f"<h2>What it needs</h2><p>{escape(without_what_it_needs(page))}</p>"
        + needs_table(page.needs),
        "<h2>Themes</h2>" + list_of(label for _, label in page.themes),
    )
    return whole_page(page.title, "".join(body))


def whole_page(title: str, body: str, *, home: bool = True) -> str:
    """A whole page of the book."""
    back = '<p><a href="index.html">The rule book</a></p>' if home else ""
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}'
        '</title><meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="book.css"></head><body>'
        '<a class="skip" href="#main">Skip to main content</a>'
        f'{back}<main id="main">{body}</main></body></html>\n'
    )


def _link(rule: Rule | Check) -> str:
    return f'<a href="{rule.name}.html">{escape(rule.title)}</a>: {escape(rule.question)}'


def list_of(things: Iterable, as_html: Callable = escape) -> str:
    """A list of things, each as HTML."""
    return "<ul>" + "".join(f"<li>{as_html(thing)}</li>" for thing in things) + "</ul>"


def standard_section(shown: StandardShown) -> str:
    """A standard with all its versions."""
    head = f"<h3>{escape(shown.id)}: {escape(shown.text)}</h3><p>{escape(standard_line(shown))}</p>"
    rows = [
        [amount(version), applies(version), version.tier, version.certainty, version.source]
        for version in shown.versions
    ]
    columns = ["value", "applies", "tier", "certainty of the value", "source"]
    notes = dict.fromkeys(version.notes for version in shown.versions if version.notes)
    table = table_of(f"Versions of {shown.id}", columns, rows)
    return head + table + "".join(f"<p>{escape(note)}</p>" for note in notes)


def _example(example: WorkedExample) -> str:
    drawings = (
        table_of(words(name), [words(column) for column in table.columns], table.rows)
        for name, table in example.records.items()
    )
    shows = [
        [key, shown.status, dates_of(shown), evidence_of(example, key)]
        for key, shown in example.shows.items()
    ]
    columns = ["who", "what the rule shows", "dates", "evidence"]
    why = f"<p>{escape(example.why)}</p>" if example.why else ""
    return (
        f'<section class="example"><h3>{escape(example.title)}</h3>{"".join(drawings)}'
        f"{table_of(asked_on(example), columns, shows)}{why}</section>"
    )


def needs_table(needs: Iterable[Need]) -> str:
    """The columns a source must fill, with what each means."""
    rows = [[words(n.table), words(n.column), n.meaning, n.trap] for n in needs]
    return table_of("Columns a source must fill", ["table", "column", "meaning", "trap"], rows)


def table_of(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a caption; the first cell of each row heads it."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="scroll"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )
