"""Asking every rule of every child, and measuring what was found: what runs every night."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from sightline.engine import store
from sightline.engine.asking import handed
from sightline.engine.capability import missing_of, sentence, subjects_not_judged, why_not
from sightline.engine.clocks import Clocks
from sightline.engine.compiled import CompiledRules
from sightline.engine.evidence import evidence_on_one_line
from sightline.engine.figures import GROUP_KINDS, KINDS_BY_YEAR, SERVICE, figures, monthly_changes
from sightline.engine.lengths import figures_of_lengths, lengths
from sightline.engine.measure import LENGTH, Measure
from sightline.engine.measure_rows import COUNTED_SCHEMA, rows_counted, with_holders
from sightline.engine.owner import turns_of_holders, with_owner_of_turn
from sightline.engine.small_numbers import with_small_numbers_hidden
from sightline.engine.status import STATUS_COLUMNS, status_on
from sightline.engine.traits import with_traits
from sightline.ledger.reading import Extract, coverage_of, extract_of, records_of
from sightline.ledger.workspace import Workspace
from sightline.measures import MEASURES
from sightline.measures.at_hand import keep_at_hand
from sightline.measures.endings import (
    CHECKS_OF_ENDINGS,
    ENDINGS,
    ask_of_endings,
    steps_kept,
    with_holder,
)
from sightline.measures.reach import earliest_days
from sightline.records.open_files import write_table
from sightline.records.standards import StandardsError
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot

ANSWERS = "answers"
COUNTED = "rows_counted"
MADE_UP = "made up"
CONCERN_COLUMNS = (*STATUS_COLUMNS, "worker", "team")
BY_CHILD = ("child", "rule", "subject")
CANNOT_TELL = pa.schema([("rule", pa.string()), ("reason", pa.string()), ("rows", pa.int64())])
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class CheckReport:
    """What a check found: the day asked about, and how much of each.

    ``concerns``     how many rows each rule gave that could be asked.
    ``cannot_tell``  why each other rule abstained, and how many subjects it could not judge.
    ``unmeasured``   measures that are absent because their rule abstained.
    ``beyond``       the last day the source speaks of, where the day asked about is later.
    ``known``        the day by which the ledger had loaded what was asked; None for all it has.
    """

    on: date
    authority: str
    made_up: bool
    concerns: Mapping[str, int]
    cannot_tell: Mapping[str, tuple[str, int]]
    measured: tuple[str, ...]
    unmeasured: tuple[str, ...]
    beyond: date | None = None
    known: date | None = None

    exit_code = 0

    def __str__(self) -> str:
        says_so = not self.made_up or "made up" in self.authority
        whose = self.authority if says_so else f"{self.authority} (made up)"
        lines = [
            f"Asked {len(self.concerns)} rules about {whose} on {self.on}{self._as_known()}: "
            f"{sum(self.concerns.values()):,} concerns, {len(self.measured)} measures."
        ]
        lines += [
            f"Cannot tell: {rule}, {rows:,} not judged. {reason}"
            for rule, (reason, rows) in self.cannot_tell.items()
        ]
        if self.unmeasured:
            lines.append(f"Not measured for that reason: {', '.join(self.unmeasured)}.")
        if self.beyond:
            lines.append(
                f"The source speaks of days up to {self.beyond} only: what happened later is not "
                "known, and what was waiting then looks overdue."
            )
        return "\n".join(lines)

    def _as_known(self) -> str:
        return f", from what had been loaded by {self.known}" if self.known else ""


def check(
    workspace: Workspace,
    *,
    on: date | None = None,
    known: date | None = None,
    out: Path | None = None,
    began: date | None = None,
    progress: Progress | None = None,
) -> CheckReport:
    """Ask every rule once, measure, and keep the answers in the next ledger file.

    ``on`` is the day asked about, by default the last day the source speaks of. With ``out`` the
    tables concerns, measures and cannot_tell are written there, as CSV and Parquet. ``progress``
    hears how many of how many steps are done. Raises CouldNot before the first load, or where no
    day can be told.

    ``began`` is taken as the day of the first check where there was none before: what opened later
    counts as found the day it opened, and what was open then as there before Sightline.

    ``known`` asks what the ledger had loaded by the end of that day. Such answers are written to
    ``out`` and kept nowhere, so that nobody takes them for today's; before the first load every
    rule answers that it cannot tell.
    """
    workspace.current_file()
    with workspace.reading() if known else workspace.writing() as backend:
        extract = extract_of(backend, known_on=known)
        day = day_asked_about(on or (extract.extract_day or known), extract)
        asking = Asking(backend, workspace.settings.standards, day, extract, known, began)
        try:
            asking.run(progress)
        except StandardsError as error:
            raise CouldNot(
                f"A standard cannot be used: {error}",
                "Mend [standards] in sightline.toml, then run this again.",
            ) from error
        if out is not None:
            asking.write(Path(out))
        return asking.report()


def day_asked_about(on: date | None, extract: Extract) -> date:
    """The day given, or the last the source speaks of; CouldNot where there is neither."""
    day = on or extract.extract_day
    if day is None:
        raise CouldNot(
            "The records hold no date, so there is no day to ask about.",
            "Give the day with --on, such as --on 2024-03-31.",
        )
    return day


def saying_whose(rows: pa.Table, extract: Extract) -> pa.Table:
    """The rows with a last column naming the authority, so that no file of made-up records can be
    taken for a real council's."""
    name = extract.authority
    if extract.made_up and MADE_UP not in name:
        name = f"{name} ({MADE_UP})"
    return rows.append_column("authority", pa.repeat(name, rows.num_rows))


class _Steps:
    """How many steps are done, told to whoever listens."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total = 0, total
        self._tell = progress or (lambda done, total: None)

    def one_more(self) -> None:
        self._done += 1
        self._tell(self._done, self._total)


class Asking:
    """The rules and measures that a loaded source can answer, asked on one day."""

    def __init__(
        self,
        backend: Any,
        local_standards: Mapping[str, Any],
        day: date,
        extract: Extract,
        known: date | None = None,
        began: date | None = None,
    ) -> None:
        self.backend, self.began = backend, began
        self.known = known
        # What was known on an earlier day is kept only as long as the backend is open.
        self.answers = None if known else ANSWERS
        self.local_standards = local_standards
        self.clocks = Clocks(local_standards)
        self.day = day
        self.extract = extract
        self.records = records_of(backend, known_on=known)
        self.coverage = coverage = coverage_of(backend, known_on=known)
        on = [rule for rule in RULES.values() if rule.on_by_default]
        self.cannot_tell = {
            rule.name: (sentence(missing), subjects_not_judged(rule, coverage))
            for rule in on
            if (missing := why_not(rule, coverage))
        }
        self.rules = [rule for rule in on if rule.name not in self.cannot_tell]
        answered = {rule.name for rule in self.rules}
        self.measures = [
            one
            for one in MEASURES.values()
            if (not one.rule or one.rule in answered) and not missing_of(one.needs, coverage)
        ]

    def run(self, progress: Progress | None = None) -> None:
        """Ask, judge, measure, and keep all of it in the ledger's ``answers``."""
        steps = _Steps(len(self.rules) + len(self.measures) + 2, progress)
        self.ask_rules(steps)
        self.judge(steps)
        self.ask_about_endings(steps)
        self.measure(steps)
        self.keep_what_was_asked()

    def ask_rules(self, steps: _Steps) -> None:
        """Keep every rule's rows, which answer every day, in ``answers.concern_rows``, by child."""
        compiled = CompiledRules(
            self.backend, self.rules, self.records, local_standards=self.local_standards
        )
        compiled.ask_all("concern_rows", database=self.answers, asked=steps.one_more)
        if self.answers:
            store.put_in_order(self.backend, "concern_rows", BY_CHILD, database=self.answers)

    def judge(self, steps: _Steps) -> None:
        """Keep the concerns as they stood on the day, with who held each, in ``answers.concerns``, by child.

        Their evidence stays in ``answers.concern_rows`` only: it is most of a ledger's size.
        """
        allocations = self.records["allocations"]
        self.turns = store.keep(self.backend, "turns_of_holders", turns_of_holders(allocations))
        columns = (name for name in CONCERN_COLUMNS if name != "evidence")
        self._keep("concerns", self._concerns().select(*columns).order_by(*BY_CHILD))
        if self.answers:
            asked = [rule.name for rule in self.rules]
            keep_at_hand(self.backend, self.day, asked, self.began)
        steps.one_more()

    def ask_about_endings(self, steps: _Steps) -> None:
        """Keep what every plan ended on, and what came after, in ``answers``."""
        with steps_kept(self.backend):
            asked = ask_of_endings(
                self.backend,
                self.records,
                self.day,
                coverage=self.coverage,
                local_standards=self.local_standards,
            )
            self._keep(CHECKS_OF_ENDINGS, asked.checks)
            self._keep(ENDINGS, with_holder(asked.after, self.turns, self.day))
        steps.one_more()

    def write(self, out: Path) -> None:
        """Write what was found on the day to ``out``, as CSV and Parquet."""
        concerns = self._concerns()
        one_line = evidence_on_one_line(concerns.evidence)
        tables = {
            "concerns": concerns.mutate(evidence=one_line).select(*CONCERN_COLUMNS),
            "measures": self._table("measures"),
            "cannot_tell": self._table("cannot_tell"),
        }
        for name, expression in tables.items():
            rows = self.backend.to_pyarrow(expression)
            if name == "measures":
                rows = with_small_numbers_hidden(rows, KINDS_BY_YEAR)
            write_table(saying_whose(rows, self.extract), out, name)

    def _concerns(self) -> ir.Table:
        concerns = status_on(self._table("concern_rows"), self.day)
        return with_owner_of_turn(concerns, self.turns, self.day)

    def measure(self, steps: _Steps) -> None:
        """Keep the rows behind every figure in ``answers.measure_rows``, and the figures."""
        counted = store.keep(self.backend, COUNTED, COUNTED_SCHEMA.empty_table())
        for measure in self.measures:
            store.add(self.backend, COUNTED, self._rows_of(measure))
            steps.one_more()
        self._keep("measure_rows", with_holders(counted, self.turns, self.day))
        self._keep("measures", self._figures())

    def _figures(self) -> pa.Table:
        """Every figure of every measure, by period and group."""
        rows = with_traits(self._table("measure_rows"), self.records["children"])
        by = {kind: kind for kind in GROUP_KINDS if kind != SERVICE}
        earliest = earliest_days(
            self.measures, self.extract.earliest_day, self.clocks, self.backend
        )
        changes = {
            kind: self.backend.to_pyarrow(monthly_changes(rows, self.day, by=column))
            for kind, column in by.items()
        }
        counted = [one for one in self.measures if one.figure != LENGTH]
        lasting = [one for one in self.measures if one.figure == LENGTH]
        long = self.backend.to_pyarrow(lengths(rows, by)) if lasting else None
        told = [figures(changes, counted, self.day, earliest)]
        if long is not None:
            told.append(figures_of_lengths(long, lasting, self.day, earliest))
        return pa.concat_tables(told)

    def keep_what_was_asked(self) -> None:
        """Keep the day and the rules that abstained."""
        abstained = [
            {"rule": rule, "reason": reason, "rows": rows}
            for rule, (reason, rows) in self.cannot_tell.items()
        ]
        self._keep("cannot_tell", pa.Table.from_pylist(abstained, schema=CANNOT_TELL))
        self._keep("asked", pa.table({"on": pa.array([self.day], pa.date32())}))

    def report(self) -> CheckReport:
        """What was found."""
        last_day = self.extract.extract_day
        measured = tuple(measure.name for measure in self.measures)
        return CheckReport(
            on=self.day,
            authority=self.extract.authority,
            made_up=self.extract.made_up,
            concerns=self._concerns_by_rule(),
            cannot_tell=self.cannot_tell,
            measured=measured,
            unmeasured=tuple(name for name in MEASURES if name not in measured),
            beyond=last_day if last_day and self.day > last_day else None,
            known=self.known,
        )

    def _rows_of(self, measure: Measure) -> ir.Table:
        rule = RULES[measure.rule] if measure.rule else None
        concerns = self._table("concerns")
        return rows_counted(
            measure,
            rule,
            concerns.filter(concerns.rule == rule.name) if rule else None,
            lambda function: handed(function, self.records, self.clocks, of=measure.name),
        )

    def _concerns_by_rule(self) -> dict[str, int]:
        counted = self._table("concerns").group_by("rule").aggregate(rows=lambda one: one.count())
        found = self.backend.to_pyarrow(counted).to_pylist()
        rows = {row["rule"]: row["rows"] for row in found}
        return {rule.name: rows.get(rule.name, 0) for rule in self.rules}

    def _table(self, name: str) -> ir.Table:
        return self.backend.table(name, database=self.answers or ("temp", "main"))

    def _keep(self, name: str, rows: ir.Table | pa.Table) -> None:
        store.keep(self.backend, name, rows, database=self.answers)
