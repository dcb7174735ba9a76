"""What the pages of oversight ask of a workspace: the part of ``WorkspaceService`` about plans that end."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import Any

from sightline.engine.capability import Missing, sentence, why_not
from sightline.engine.check import NO_EVIDENCE
from sightline.engine.evidence import read_evidence
from sightline.ledger.questions import rows_of
from sightline.ledger.reading import coverage_of
from sightline.ledger.workspace import Workspace
from sightline.measures import endings as of_endings
from sightline.records.tables import TABLES
from sightline.rules.checks_before_ending import CHECKS
from sightline.web import rules_ready, service

OF_ONE_FAMILY = (
    "SELECT * FROM records.family_members WHERE child <> ? AND family IN "
    "(SELECT family FROM records.family_members WHERE child = ?)"
)


class OversightAnswers:
    """Answers about plans that end, from the ledger that ``_reading`` gives."""

    _workspace: Workspace

    def _reading(self) -> AbstractContextManager[Any]:
        raise NotImplementedError

    def records_of(self, child: str) -> dict[str, list[dict[str, Any]]]:
        """Every record of one child, by table."""
        raise NotImplementedError

    def checks_before_ending(
        self,
        child: str,
        plan_started: date,
        on: date,
        also: Mapping[str, list[dict[str, Any]]] | None = None,
        in_place_of: Collection[str] = (),
    ) -> dict[str, service.CheckAnswer]:
        """By name every check before this plan ends, asked on a day."""
        rows = dict(self.records_of(child))
        with self._reading() as backend:
            # Who else is of the family is asked of other children's rows, and of nothing else.
            family = rows_of(backend, OF_ONE_FAMILY, [child, child])
        for table, more in ({"family_members": family} | (also or {})).items():
            key = TABLES[table].key
            stays = [row for row in rows.get(table, ()) if row[key] not in in_place_of]
            rows[table] = [*stays, *more]
        checks = rules_ready.checks_at_one_moment(self._workspace.settings.standards)
        answers = checks.ask(rows, child, subject_day=plan_started, asked_on=on)
        because = self._why_not(also or {})
        return {row["check"]: _answer(row, on, because[row["check"]]) for row in answers}

    def _why_not(self, also: Mapping[str, list[dict[str, Any]]]) -> dict[str, str]:
        """By check why it cannot be answered; what was recorded with it is filled, whatever the source."""
        filled = {
            (table, column)
            for table, rows in also.items()
            for row in rows
            for column, value in row.items()
            if value is not None
        }
        return {
            name: sentence(one for one in missing if (one.table, one.column) not in filled)
            for name, missing in self._missing_of_checks.items()
        }

    def checks_at_endings_of(self, child: str) -> dict[str, dict[str, service.CheckAnswer]]:
        """By plan and check, what the plans of a child ended on."""
        with self._reading() as backend:
            rows = of_endings.checks_of_child(backend, child)
        found: dict[str, dict[str, service.CheckAnswer]] = {}
        for row in rows:
            answer = _answer(row, row["asked_on"], row["because"])
            found.setdefault(row["subject"], {})[row["check"]] = answer
        return found

    def endings(self, wanted: of_endings.Wanted) -> list[of_endings.Ending]:
        """The plans that somebody decided to end, the latest first, and what came after each."""
        with self._reading() as backend:
            return of_endings.endings_told(backend, wanted)

    def answers_at_endings(self, wanted: of_endings.Wanted) -> dict[str, dict[str, int]]:
        """By check and answer, how many of these plans ended with it."""
        with self._reading() as backend:
            return of_endings.answers_counted(backend, wanted)

    def checks_nobody_can_answer(self) -> dict[str, str]:
        """By check why the source cannot answer it."""
        with self._reading() as backend:
            return of_endings.reasons_not_asked(backend)

    def teams_of_endings(self) -> list[str]:
        """The teams that held a case on the day a plan ended."""
        with self._reading() as backend:
            return of_endings.teams_of_endings(backend)

    @cached_property
    def _missing_of_checks(self) -> dict[str, list[Missing]]:
        with self._reading() as backend:
            coverage = coverage_of(backend)
        return {name: why_not(check, coverage) for name, check in CHECKS.items()}


def _answer(row: dict[str, Any], on: date, because: str) -> service.CheckAnswer:
    """A check's answer as pages show it; one that nobody can answer has no evidence."""
    if because:
        return service.CheckAnswer(NO_EVIDENCE, because=because)
    entries = read_evidence(row["evidence"], on)
    evidence = tuple((name, entry["value"]) for name, entry in entries.items())
    return service.CheckAnswer(row["answer"], evidence)
