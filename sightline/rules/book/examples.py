"""Worked examples as committed JSON, so that a page can show them where no tests are installed.

The tests under ``tests/spec`` are where examples are written. A test fails where this copy is stale.
"""

import json
from collections.abc import Iterable
from datetime import date
from importlib import resources
from typing import Any

from sightline.engine.example import DrawnTable, Shown, WorkedExample


def as_json(examples: Iterable[WorkedExample]) -> str:
    """The examples of one rule as the text of its file."""
    plain = [_plain(example) for example in examples]
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def examples_of(rule: str) -> tuple[WorkedExample, ...]:
    """The worked examples of a rule from its committed file; none where it has no file."""
    file = resources.files("sightline.rules").joinpath("examples", f"{rule}.json")
    if not file.is_file():
        return ()
    return tuple(_example(rule, plain) for plain in json.loads(file.read_text(encoding="utf-8")))


def _plain(example: WorkedExample) -> dict[str, Any]:
    return {
        "title": example.title,
        "why": example.why,
        "on": example.on.isoformat(),
        "records": {
            name: [list(table.columns), *(list(row) for row in table.rows)]
            for name, table in example.records.items()
        },
        "shows": {
            key: {"status": shown.status, **{name: _iso(day) for name, day in shown.dates.items()}}
            for key, shown in example.shows.items()
        },
        "evidence": {key: dict(entries) for key, entries in example.evidence.items()},
        "local_standards": dict(example.local_standards),
    }


def _example(rule: str, plain: dict[str, Any]) -> WorkedExample:
    return WorkedExample(
        rule=rule,
        title=plain["title"],
        why=plain["why"],
        on=date.fromisoformat(plain["on"]),
        records={name: _drawn(lines) for name, lines in plain["records"].items()},
        shows={key: _shown(dict(shown)) for key, shown in plain["shows"].items()},
        evidence=plain["evidence"],
        local_standards=plain["local_standards"],
    )


def _drawn(lines: list[list[str]]) -> DrawnTable:
    columns, *rows = lines
    return DrawnTable(tuple(columns), tuple(tuple(row) for row in rows))


def _shown(shown: dict[str, Any]) -> Shown:
    status = shown.pop("status")
    days = {name: date.fromisoformat(day) if day else None for name, day in shown.items()}
    return Shown(status, days)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
