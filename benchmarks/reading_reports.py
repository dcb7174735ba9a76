"""What reading reports costs, beside what pdfium alone costs to give their text.

    python benchmarks/reading_reports.py FOLDER [ROUNDS]

Both sides read every file of the folder on one core, in this one run, in alternating order; a figure
is CPU seconds of the process, best of the rounds. Prints the ratios that the project promises: at
most 1.5 for events, judgements and recommendations, at most 2 for all facts with themes. Also the
memory of the processes that ``read_documents`` starts, and a second reading with nothing new.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from reports_at_hand import folders_at_hand

from sightline.inspections.one_document import read_document
from sightline.inspections.reading import documents_among, read_documents
from sightline.inspections.tables import write_tables


def extract_text_alone(files: list[Path]) -> None:
    """The text of every page of every file, by pdfium and nothing else."""
    for path in files:
        try:
            pdf = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError:
            continue
        for page in pdf:
            text_page = page.get_textpage()
            text_page.get_text_range()
            text_page.close()
            page.close()
        pdf.close()


def read_grades(files: list[Path]) -> None:
    """Events, judgements and recommendations of every file."""
    for path in files:
        read_document(path, path.name, findings=False)


def read_everything(files: list[Path]) -> None:
    """All facts of every file, with themes."""
    for path in files:
        read_document(path, path.name)


def cpu_seconds(work: Callable[[list[Path]], None], files: list[Path]) -> float:
    """CPU seconds one side takes."""
    started = time.process_time()
    work(files)
    return time.process_time() - started


def main(folder: Path, rounds: int) -> None:
    """Measure, and print the ratios."""
    files = documents_among([folder])
    sides = [extract_text_alone, read_grades, read_everything]
    best = {side: float("inf") for side in sides}
    for number in range(rounds):
        for side in sides if number % 2 == 0 else reversed(sides):
            best[side] = min(best[side], cpu_seconds(side, files))
    bare = best[extract_text_alone]
    print(f"{len(files)} files, best of {rounds} rounds, CPU seconds on one core")
    print(f"  text by pdfium alone                     {bare:6.2f}")
    for side, name in ((read_grades, "grades and recommendations"), (read_everything, "all facts")):
        print(f"  {name:40s} {best[side]:6.2f}   {best[side] / bare:.2f} times")
    measure_whole(folder)


def measure_whole(folder: Path) -> None:
    """The command's own way of reading: processes, memory, and a second time with nothing new."""
    with tempfile.TemporaryDirectory() as kept:
        started = time.perf_counter()
        write_tables(read_documents([folder]), Path(kept))
        first = time.perf_counter() - started
        started = time.perf_counter()
        write_tables(read_documents([folder], held=Path(kept)), Path(kept))
        second = time.perf_counter() - started
    megabytes = max(
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"read and written in {first:.1f} s, again with nothing new in {second:.1f} s")
    print(f"largest process {megabytes:.0f} MB")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else folders_at_hand()[0]
    main(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 2)
