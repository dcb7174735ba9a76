"""Loading published statistics into a workspace: every file kept, the newest edition of each used."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from sightline.comparisons import store
from sightline.comparisons.areas import areas_of, with_years, year_of
from sightline.comparisons.could_not import CouldNotCompare
from sightline.comparisons.editions import Edition, settled
from sightline.comparisons.neighbours import Neighbour, models_of, neighbours_of
from sightline.comparisons.published_files import (
    CATALOGUE,
    DATASET,
    NEIGHBOURS,
    TABLE_OF_INDICATORS,
    PublishedFile,
    read_published,
)
from sightline.comparisons.working_out import WorkedOut, work_out

Progress = Callable[[int, int], None]


@dataclass
class LoadReport:
    """What a load did. ``not_read`` are files with the fault and the next step of each."""

    added: list[Edition] = field(default_factory=list)
    already_held: list[str] = field(default_factory=list)
    not_read: list[tuple[str, str, str]] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    set_aside: dict[str, list[str]] = field(default_factory=dict)
    figures: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every file was read and every row of them placed."""
        return not self.not_read and not self.set_aside


def load_statistics(
    paths: Sequence[Path],
    workspace: Path,
    *,
    on: date | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Load files, or folders of them, beside what the workspace holds already.

    ``on`` is the day written down as that of the load, by default today.
    Raises CouldNotCompare where no file is found.
    """
    held = store.read(workspace, store.current_number(workspace))
    report = LoadReport()
    files: dict[str, PublishedFile] = {}
    editions = {edition.sha256: edition for edition in held.editions}
    found = _files_among(paths)
    number = store.current_number(workspace) + 1
    for done, path in enumerate(found):
        if progress:
            progress(done, len(found) + 1)
        try:
            sha256 = _sha256(path)
            if sha256 in editions:
                report.already_held.append(path.name)
                continue
            file = _read(path)
        except CouldNotCompare as fault:
            report.not_read.append((path.name, fault.fault, fault.next_step))
            continue
        store.keep_file(workspace, path, sha256)
        files[sha256] = file
        editions[sha256] = _edition(file, sha256, path, on or datetime.now(UTC).date(), number)
    if files:
        report.added = [editions[sha256] for sha256 in files]
        held = _worked_out(workspace, settled(editions.values()), files)
        store.write(workspace, held)
    report.editions, report.set_aside = held.editions, held.set_aside
    report.figures = held.figures.num_rows
    return report


def _files_among(paths: Iterable[Path]) -> list[Path]:
    found = [
        file
        for path in paths
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file.is_file() and not file.name.startswith(".")
    ]
    if not found:
        raise CouldNotCompare(
            "There is no file of statistics there.",
            "Give the folder that the CSV files were downloaded to.",
        )
    return found


def _read(path: Path) -> PublishedFile:
    if path.suffix.lower() != ".csv":
        raise CouldNotCompare(f"{path.name} is no CSV file.", "Download it as CSV, if it is meant.")
    return read_published(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _edition(file: PublishedFile, sha256: str, path: Path, on: date, number: int) -> Edition:
    years = set(file.column("time_period", "year_end", "year").unique().to_pylist())
    subject = file.subject
    if file.sort == NEIGHBOURS:
        subject = f"{subject}, model {', '.join(models_of(file))}"
    if file.sort == TABLE_OF_INDICATORS:
        names = sorted(set(file.column("indicator_id").to_pylist()))
        subject = f"{subject}: {', '.join(names)}"
    return Edition(
        file=file.name,
        sha256=sha256,
        sort=file.sort,
        subject=subject,
        rows=file.rows.num_rows,
        years=tuple(sorted({year_of(text) for text in years} - {0})),
        headings=tuple(file.rows.column_names),
        loaded_on=on,
        load=number,
        dated=datetime.fromtimestamp(path.stat().st_mtime, UTC).date(),
        faults=tuple(file.faults),
    )


def _worked_out(
    workspace: Path, editions: list[Edition], read: dict[str, PublishedFile]
) -> store.Stored:
    """Everything the pages need, from the editions in use."""
    files = [
        (edition, read.get(edition.sha256) or _again(workspace, edition))
        for edition in sorted(editions, key=lambda one: one.load)
        if edition.in_use
    ]
    result: WorkedOut = work_out(
        {edition.subject: file for edition, file in files if edition.sort == DATASET},
        [file for edition, file in files if edition.sort == TABLE_OF_INDICATORS],
        next((file for edition, file in files if edition.sort == CATALOGUE), None),
    )
    set_aside = {edition.file: [*edition.faults] for edition, _ in files if edition.faults}
    for name, reasons in result.set_aside.items():
        set_aside.setdefault(name, []).extend(reasons)
    neighbours: dict[str, list[Neighbour]] = {}
    for edition, file in files:
        if edition.sort == NEIGHBOURS:
            told, faults = neighbours_of(file)
            for model in models_of(file):
                neighbours[model] = [one for one in told if one.model == model]
            if faults:
                set_aside.setdefault(edition.file, []).extend(faults)
    return store.Stored(
        editions=editions,
        indicators=result.indicators,
        areas=with_years(areas_of(file for _, file in files), result.figures),
        neighbours=[one for some in neighbours.values() for one in some],
        set_aside=set_aside,
        figures=result.figures,
    )


def _again(workspace: Path, edition: Edition) -> PublishedFile:
    """An edition loaded earlier, under the name it came with."""
    file = read_published(store.kept_file(workspace, edition.sha256))
    file.name = edition.file
    return file
