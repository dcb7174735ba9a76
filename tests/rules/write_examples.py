"""Copies the worked examples into the rule book, and writes its committed pages.

    python -m tests.rules.write_examples

The examples are written as tests under `tests/spec`. The package holds a copy as JSON, so that the
pages can show them where the tests are not installed.
"""

import importlib
from collections.abc import Iterable
from pathlib import Path

from sightline.engine.example import WorkedExample
from sightline.rules import RULES
from sightline.rules.book.examples import as_json
from sightline.rules.book.markdown import write_markdown
from sightline.rules.checks_before_ending import CHECKS
from tests.spec.drawing import examples_in

REPOSITORY = Path(__file__).resolve().parents[2]
SPEC = REPOSITORY / "tests" / "spec"
EXAMPLES = REPOSITORY / "sightline" / "rules" / "examples"
PAGES = REPOSITORY / "docs" / "rule-book"


def examples_by_rule() -> dict[str, list[WorkedExample]]:
    """The worked examples as the tests write them, by rule and by check."""
    captured = examples_in(SPEC)
    return {name: [one for one in captured if one.rule == name] for name in (*RULES, *CHECKS)}


def example_files(examples: dict[str, list[WorkedExample]]) -> dict[str, str]:
    """The files of the copy by name."""
    return {f"{name}.json": as_json(of_rule) for name, of_rule in examples.items()}


def write_all() -> list[Path]:
    """Write the copy of the examples and the committed pages; returns what was written."""
    files = example_files(examples_by_rule())
    EXAMPLES.mkdir(exist_ok=True)
    _take_away([path for path in EXAMPLES.glob("*.json") if path.name not in files])
    for name, text in files.items():
        (EXAMPLES / name).write_text(text, encoding="utf-8")
    importlib.invalidate_caches()
    return [*(EXAMPLES / name for name in files), *write_markdown(PAGES)]


def _take_away(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink()


if __name__ == "__main__":
    print(f"Wrote {len(write_all())} files.")
