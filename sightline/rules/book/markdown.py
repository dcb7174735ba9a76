"""The rule book as Markdown: one page a rule or check, and an index by stage."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sightline.engine.example import DrawnTable, WorkedExample
from sightline.engine.rule import STAGES
from sightline.rules import RULES
from sightline.rules.book.page import RulePage, StandardShown, all_pages
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


def page_as_markdown(page: RulePage) -> str:
    """The page of one rule or check."""
    sections = (
        f"# {page.title}\n\n> {page.question}\n\n`{page.name}` · {page.stage}",
        "## What it rests on\n\n" + ("\n\n".join(map(_standard, page.standards)) or rests_on(page)),
        "## How it is judged\n\n" + _list((*about(page), *page.readings)),
        "## Worked examples\n\n" + "\n\n".join(map(_example, page.examples)),
        "## What to do next\n\n" + page.helps,
        "## What it cannot see\n\n" + page.cannot_see,
        "## Evidence shown\n\n" + _list(page.evidence),
        f"## What it needs\n\n{without_what_it_needs(page)}\n\n" + _needs(page),
        "## Themes\n\n" + _list(label for _, label in page.themes),
    )
    return "\n\n".join(sections) + "\n"


def index_as_markdown() -> str:
    """The list of rules by stage, and of the checks."""
    by_stage = [(stage, [r for r in RULES.values() if r.stage == stage]) for stage in STAGES]
    sections = [
        f"## {stage.capitalize()}\n\n"
        + _list(f"[{rule.title}]({rule.name}.md): {rule.question}" for rule in rules)
        for stage, rules in by_stage
        if rules
    ]
    checks = _list(f"[{one.title}]({one.name}.md): {one.question}" for one in CHECKS.values())
    sections.append(f"## {CHECKS_TITLE}\n\n{ABOUT_CHECKS}\n\n{checks}")
    beside = "See also [questions that wait for records](waiting.md) and [standards](standards.md)."
    return "\n\n".join(("# The rule book", INTRODUCTION, GENERATED, *sections, beside)) + "\n"


def markdown_pages() -> dict[str, str]:
    """Every committed page of the book by file name."""
    from sightline.rules.book.waiting import standards_page, waiting_page

    pages = {f"{name}.md": page_as_markdown(page) for name, page in all_pages().items()}
    beside = {"waiting.md": waiting_page(), "standards.md": standards_page()}
    return {"README.md": index_as_markdown(), **pages, **beside}


def write_markdown(folder: Path) -> list[Path]:
    """Write every page to ``folder``, take away pages of rules that are gone; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = markdown_pages()
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in pages]


def grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar inside a cell is kept from ending it."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
    )


def _standard(shown: StandardShown) -> str:
    head = f"**{shown.id}** {shown.text}. {standard_line(shown)}"
    rows = [
        [amount(version), applies(version), version.tier, version.certainty, version.source]
        for version in shown.versions
    ]
    table = grid(["value", "applies", "tier", "certainty of the value", "source"], rows)
    return "\n\n".join([head, table, *_notes(shown)])


def _notes(shown: StandardShown) -> list[str]:
    """The notes of a standard's versions, each once."""
    return list(dict.fromkeys(version.notes for version in shown.versions if version.notes))


def _example(example: WorkedExample) -> str:
    drawings = [f"{words(name)}:\n\n{_drawing(table)}" for name, table in example.records.items()]
    parts = [f"### {example.title}", *drawings, asked_on(example), _shows(example)]
    return "\n\n".join(parts + ([example.why] if example.why else []))


def _drawing(table: DrawnTable) -> str:
    return grid([words(column) for column in table.columns], table.rows)


def _shows(example: WorkedExample) -> str:
    rows = [
        [key, f"**{shown.status}**", dates_of(shown), evidence_of(example, key)]
        for key, shown in example.shows.items()
    ]
    return grid(["who", "what the rule shows", "dates", "evidence"], rows)


def _needs(page: RulePage) -> str:
    rows = [[words(n.table), words(n.column), n.meaning, n.trap] for n in page.needs]
    return grid(["table", "column", "meaning", "trap"], rows)


def _list(sentences: Iterable[str]) -> str:
    return "\n".join(f"- {sentence}" for sentence in sentences)
