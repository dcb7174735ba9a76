"""The workspace behind the pages: read through the ledger and the answers, never written.

One ``WorkspaceService`` stands for one ledger file. What is the same for everybody (who the
children are, who holds them, the months of a measure) is read once and kept while that file is
current; a child's own records are read each time and never kept.
"""

from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from sightline.ledger.reading import child_records, extract_of, set_aside_of
from sightline.ledger.workspace import Workspace
from sightline.records.codes import CASE_HOLDING_ROLES
from sightline.sources.could_not import CouldNot
from sightline.web.service import Authority, SetAside

MADE_UP_SUFFIX = " (made up)"

HELD_BY = """
    SELECT child, worker FROM records.allocations
    WHERE worker IS NOT NULL AND list_contains(?, role)
      AND started <= ? AND (ended IS NULL OR ended >= ?)
"""


def current() -> "WorkspaceService":
    """The service of the workspace this process serves, on its current ledger."""
    if settings.WORKSPACE is None:
        raise CouldNot("No workspace is served.", "Start with: sightline serve --workspace FOLDER")
    folder = Path(settings.WORKSPACE)
    return _service_of(folder, Workspace(folder).current_number())


@lru_cache(maxsize=2)
def _service_of(folder: Path, number: int) -> "WorkspaceService":
    """One service for each ledger file, so that what it keeps goes when the ledger changes."""
    return WorkspaceService(Workspace(folder), number)


class WorkspaceService:
    """Answers what pages ask, from one ledger file."""

    def __init__(self, workspace: Workspace, number: int) -> None:
        self._workspace = workspace
        self._number = number

    def authority(self) -> Authority | None:
        """Whose records these are; None before the first load."""
        return self._authority if self._number else None

    @cached_property
    def _authority(self) -> Authority:
        with self._workspace.reading() as backend:
            extract = extract_of(backend)
        name = (
            extract.authority.removesuffix(MADE_UP_SUFFIX) if extract.made_up else extract.authority
        )
        return Authority(name, extract.made_up, extract.extract_day, extract.earliest_day)

    def children(self) -> tuple[str, ...]:
        """The council ids of all children."""
        return self._children

    @cached_property
    def _children(self) -> tuple[str, ...]:
        return tuple(child for (child,) in self._rows("SELECT child FROM records.children"))

    def records_of(self, child: str) -> dict[str, list[dict[str, Any]]]:
        """Every record of one child, by table."""
        with self._workspace.reading() as backend:
            return child_records(backend, child)

    def held_by_all(self) -> dict[str, frozenset[str]]:
        """The workers who hold each child's case on the day the records speak of."""
        return self._held_by_all

    @cached_property
    def _held_by_all(self) -> dict[str, frozenset[str]]:
        day = self._authority.extract_day
        found: dict[str, set[str]] = {}
        for child, worker in self._rows(HELD_BY, [list(CASE_HOLDING_ROLES), day, day]):
            found.setdefault(child, set()).add(worker)
        return {child: frozenset(workers) for child, workers in found.items()}

    def names_of(self, children: set[str]) -> dict[str, tuple[str, str]]:
        """Given name and family name of these children."""
        rows = self._rows(
            "SELECT child, given_name, family_name FROM records.children WHERE list_contains(?, child)",
            [sorted(children)],
        )
        return {child: (given or "", family or "") for child, given, family in rows}

    def worker_names(self) -> dict[str, str]:
        """The name of each worker by id."""
        return self._worker_names

    @cached_property
    def _worker_names(self) -> dict[str, str]:
        rows = self._rows("SELECT worker, name FROM records.workers")
        return {worker: name or worker for worker, name in rows}

    def set_aside(self) -> list[SetAside]:
        """What was not loaded, counted by table and reason."""
        if not self._number:
            return []
        with self._workspace.reading() as backend:
            rows = set_aside_of(backend).to_pylist()
        counts: dict[tuple[str, str, str], int] = {}
        for row in rows:
            key = (row["table"], row["reason"], row["how_to_mend"])
            counts[key] = counts.get(key, 0) + 1
        return [SetAside(*key, rows=count) for key, count in sorted(counts.items())]

    def _rows(self, question: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows that one SQL question gives."""
        with self._workspace.reading() as backend:
            return backend.con.execute(question, values or []).fetchall()


def busiest_worker(service: WorkspaceService) -> str:
    """The worker who holds most cases: whom the demonstration's practitioner is."""
    if service.authority() is None:
        return ""
    counts: dict[str, int] = {}
    for workers in service.held_by_all().values():
        for worker in workers:
            counts[worker] = counts.get(worker, 0) + 1
    return max(counts, key=lambda worker: (counts[worker], worker), default="")
