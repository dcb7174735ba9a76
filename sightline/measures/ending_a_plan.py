"""Over all plans that ended: what evidence they ended on, and which children came back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline.engine.check import ANSWERS
from sightline.engine.evidence import evidence_on_one_line
from sightline.ledger.reading import Extract, coverage_of, extract_of, records_of
from sightline.ledger.workspace import Workspace
from sightline.measures.check import day_asked_about, saying_whose
from sightline.measures.endings import ask_of_endings, steps_kept
from sightline.records.open_files import write_table
from sightline.records.standards import StandardsError
from sightline.rules.checks_before_ending import CHECKS
from sightline.rules.ending_a_plan import AFTERWARDS
from sightline.sources.could_not import CouldNot


@dataclass(frozen=True)
class EndingsReport:
    """What plans ended on, and what came after.

    ``endings``    how many plans somebody had decided to end by the day.
    ``answers``    by check, how many of these plans have each answer. There is no count by child
                   or plan, and must be none: the checks are questions, not a score.
    ``cannot_ask`` why the source cannot answer a check.
    ``afterwards`` how many of these plans were followed by each of a plan, an enquiry and care.
    """

    on: date
    endings: int
    answers: Mapping[str, Mapping[str, int]]
    cannot_ask: Mapping[str, str]
    afterwards: Mapping[str, int]


def plans_ended(workspace: Workspace, *, on: date | None = None, out: Path) -> EndingsReport:
    """Ask every check of every plan that somebody decided to end, on the day it ended.

    Writes two tables to ``out``, as CSV and Parquet: ``checks_before_ending``, a row a plan and
    check, and ``after_ending``, a row a plan. ``on`` is the last day an ending counts and the day
    up to which what came after is known; by default the last day the source speaks of. Raises
    CouldNot before the first load, or where a local standard cannot be used.
    """
    workspace.current_file()
    with workspace.reading() as backend:
        extract = extract_of(backend)
        day = day_asked_about(on, extract)
        try:
            tables, cannot_ask = _tables(backend, day, workspace.settings.standards)
        except StandardsError as error:
            raise CouldNot(
                f"A standard cannot be used: {error}",
                "Mend [standards] in sightline.toml, then run this again.",
            ) from error
        _write(tables, extract, out)
    return _report(day, tables, cannot_ask)


def _tables(
    backend: Any, day: date, local_standards: Mapping[str, Any]
) -> tuple[dict[str, pa.Table], dict[str, str]]:
    """The two tables, and the checks that the source cannot answer with the reason."""
    with steps_kept(backend):
        asked = ask_of_endings(
            backend,
            records_of(backend),
            day,
            coverage=coverage_of(backend),
            local_standards=local_standards,
        )
        answers = asked.checks.mutate(evidence=evidence_on_one_line(asked.checks.evidence))
        tables = {
            "checks_before_ending": backend.to_pyarrow(answers),
            "after_ending": backend.to_pyarrow(asked.after),
        }
    reasons = tables["checks_before_ending"].select(["check", "because"])
    cannot_ask = {row["check"]: row["because"] for row in reasons.to_pylist() if row["because"]}
    return tables, cannot_ask


def _write(tables: Mapping[str, pa.Table], extract: Extract, out: Path) -> None:
    """The tables in order of child, plan and check: no order that says which plan ended worse."""
    order = {
        "checks_before_ending": ("child", "subject", "check"),
        "after_ending": ("child", "subject"),
    }
    for name, rows in tables.items():
        in_order = rows.sort_by([(column, "ascending") for column in order[name]])
        write_table(saying_whose(in_order, extract), out, name)


def _report(
    day: date, tables: Mapping[str, pa.Table], cannot_ask: Mapping[str, str]
) -> EndingsReport:
    rows = tables["checks_before_ending"].select(["check", "answer"]).to_pylist()
    counted = Counter((row["check"], row["answer"]) for row in rows)
    after = tables["after_ending"]
    return EndingsReport(
        on=day,
        endings=after.num_rows,
        answers={name: {one: counted[name, one] for one in ANSWERS} for name in CHECKS},
        cannot_ask=cannot_ask,
        afterwards={name: after.num_rows - after[name].null_count for name in AFTERWARDS},
    )
