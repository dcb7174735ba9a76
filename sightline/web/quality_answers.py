"""What the pages of data quality ask of a workspace: what was set aside, faults, disagreements.

They are the same until the next load, so they are read once for a ledger.
"""

from collections import Counter
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any

from sightline.ledger.disagreements import disagreements_of
from sightline.ledger.reading import faults_of, set_aside_of
from sightline.measures import answers
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot
from sightline.sources.doors import SOURCES
from sightline.web import quality_shown


class QualityAnswers:
    """Answers about the quality of the records, from the ledger that ``_reading`` gives."""

    def _reading(self) -> AbstractContextManager[Any]:
        raise NotImplementedError

    def cannot_tell(self) -> list[quality_shown.CannotTell]:
        """The rules that abstained."""
        with self._reading() as backend:
            return [
                quality_shown.CannotTell(one.rule, RULES[one.rule].title, one.reason, one.rows)
                for one in answers.cannot_tell(backend)
            ]

    def set_aside(self) -> list[quality_shown.SetAside]:
        """What was not loaded, counted by table and reason."""
        counts = Counter((one.table, one.reason, one.to_mend) for one in self._rows_set_aside)
        return [quality_shown.SetAside(*key, rows=count) for key, count in sorted(counts.items())]

    def rows_set_aside(self) -> tuple[quality_shown.RowSetAside, ...]:
        """What was not loaded, row by row, in the order of tables and files."""
        return self._rows_set_aside

    def faults(self) -> tuple[quality_shown.Fault, ...]:
        """What was wrong in rows that were kept, counted by column and fault."""
        return self._faults

    def disagreements(self) -> tuple[quality_shown.Disagreement, ...]:
        """Where sources say different things; none where the ledger took one kind of source."""
        return self._disagreements

    @cached_property
    def _rows_set_aside(self) -> tuple[quality_shown.RowSetAside, ...]:
        with self._reading() as backend:
            rows = set_aside_of(backend).to_pylist()
        found = [
            quality_shown.RowSetAside(
                table=row["table"],
                child=row["child"] or "",
                file=row["file"] or "",
                row=row["row"] or 0,
                source=_in_words(row.get("told_by")),
                reason=row["reason"],
                to_mend=row["how_to_mend"],
            )
            for row in rows
        ]
        return tuple(sorted(found, key=lambda one: (one.table, one.file, one.row)))

    @cached_property
    def _faults(self) -> tuple[quality_shown.Fault, ...]:
        with self._reading() as backend:
            rows = faults_of(backend).to_pylist()
        counts: dict[tuple[str, str, str, str], list[int]] = {}
        for row in rows:
            key = (row["table"], row["column"] or "", row["fault"], row["how_to_mend"])
            count = counts.setdefault(key, [0, 0])
            count[0] += row["rows"] or 0
            count[1] += row["emptied"] or 0
        return tuple(quality_shown.Fault(*key, *count) for key, count in sorted(counts.items()))

    @cached_property
    def _disagreements(self) -> tuple[quality_shown.Disagreement, ...]:
        try:
            with self._reading() as backend:
                rows = disagreements_of(backend).to_pylist()
        except CouldNot:  # an earlier Sightline's ledger, which took one kind of source
            return ()
        return tuple(
            quality_shown.Disagreement(
                table=row["table"],
                column=row["column"],
                child=row["child"] or "",
                happened=row["happened"],
                stands=row["stands"] or "",
                stands_from=_in_words(row["stands_from"]),
                other=row["other"] or "",
                other_from=_in_words(row["other_from"]),
                to_mend=row["how_to_mend"] or "",
            )
            for row in rows
        )


def _in_words(source: str | None) -> str:
    """A source as people name it; "" where the ledger does not say."""
    return SOURCES.get(source or "", source or "")
