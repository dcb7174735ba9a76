"""Loading the Standard Safeguarding Dataset, beside the bare cost of reading the same files.

    ./run bench loading [--children 60000] [--repeats 3] [--folder DATASET]

Makes a made-up authority and writes it as the Dataset (or takes the folder given). Yesterday's folder
lacks one row in two hundred, and in another one in two hundred the last day was not entered yet; tonight's
is whole. Loads yesterday's into a new workspace, then tonight's, each in a process of its own, and
reads the same Parquet files bare into Arrow; importing packages is not counted. Aims: the first load under 30 s of processor time, the
nightly one under 10 s, each under 2 GB. Prints the medians and how many times the bare reading each is.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as parquet
from apart import Cost, cost

from sightline.engine import store
from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from sightline.synthetic.authority import synthesise
from sightline.synthetic.written_as import SSD, write_as

assert store, "the engine's packages are imported before the clock starts"

FIRST_SECONDS, NIGHTLY_SECONDS, MEGABYTES = 30, 10, 2000
# Without a child, a team or a worker, hundreds of rows that name it would change too.
WHOLE = ("ssd_person", "ssd_department", "ssd_professionals")
EVERY = 200


def make(children: int, out: Path) -> None:
    """A made-up authority written as the Dataset."""
    with tempfile.TemporaryDirectory() as records:
        synthesise(children, 1, Path(records))
        write_as(SSD, Path(records), out)


def write_yesterday(tonight: Path, out: Path) -> tuple[int, int]:
    """The folder as it stood a night before; gives its rows and how many differ from tonight's."""
    out.mkdir()
    told = changed = 0
    for file in sorted(tonight.glob("*.parquet")):
        table = parquet.read_table(file)
        told += table.num_rows
        if file.stem.startswith("ssd_") and file.stem not in WHOLE:
            table, differ = _day_before(table)
            changed += differ
        parquet.write_table(table, out / file.name)
    return told, changed


def _day_before(table: pa.Table) -> tuple[pa.Table, int]:
    place = pa.array(range(table.num_rows), pa.int64())
    remainder = pc.subtract(place, pc.multiply(pc.divide(place, EVERY), EVERY))
    days = [field.name for field in table.schema if pa.types.is_temporal(field.type)]
    changed = 0
    if len(days) > 1:
        not_yet = pc.equal(remainder, EVERY // 2)
        last = table[days[-1]]
        changed = pc.sum(pc.and_(not_yet, pc.is_valid(last.combine_chunks()))).as_py() or 0
        blanked = pc.if_else(not_yet, pa.scalar(None, last.type), last)
        table = table.set_column(table.column_names.index(days[-1]), days[-1], blanked)
    kept = table.filter(pc.not_equal(remainder, 0))
    return kept, changed + table.num_rows - kept.num_rows


def read_bare(folder: Path) -> int:
    """Every file into Arrow, and nothing else."""
    return sum(parquet.read_table(file).num_rows for file in sorted(folder.glob("*.parquet")))


def load_into(folder: Path, workspace: Path) -> tuple[int, int]:
    """A load; gives the rows kept and those added, changed or gone."""
    report = load(folder, Workspace(workspace))
    return report.kept, sum(one.added + one.changed + one.gone for one in report.changes)


def measure(tonight: Path, yesterday: Path, workspace: Path) -> tuple[Cost, Cost, Cost]:
    """Bare reading, first load, nightly load."""
    bare = cost(read_bare, tonight)
    return bare, cost(load_into, yesterday, workspace), cost(load_into, tonight, workspace)


def say(name: str, costs: list[Cost], bare: float, aim: int) -> bool:
    """Print one line; True where the aim is met."""
    seconds = statistics.median(one.seconds for one in costs)
    megabytes = max(one.megabytes for one in costs)
    kept, changed = costs[0].gave
    met = seconds < aim and megabytes < MEGABYTES
    print(
        f"{name:8} {seconds:6.1f} s  {megabytes:6,.0f} MB  {seconds / bare:5.1f} x bare  "
        f"{kept:,} rows kept, {changed:,} new, changed or gone  "
        f"aim under {aim} s: {'met' if met else 'MISSED'}"
    )
    return met


def report(tonight: Path, repeats: int) -> int:
    """Measure and print; 1 where an aim is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        yesterday = Path(scratch) / "yesterday"
        told, changed = write_yesterday(tonight, yesterday)
        print(f"{told:,} rows, {changed / told:.1%} of them other than the night before")
        rounds = [
            measure(tonight, yesterday, Path(scratch) / f"workspace-{number}")
            for number in range(repeats)
        ]
    bare = statistics.median(one.seconds for one, _, _ in rounds)
    print(f"bare reading {bare:.2f} s; load average {os.getloadavg()[0]:.1f}")
    met = [
        say("first", [first for _, first, _ in rounds], bare, FIRST_SECONDS),
        say("nightly", [nightly for _, _, nightly in rounds], bare, NIGHTLY_SECONDS),
    ]
    return 0 if all(met) else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    if chosen.folder:
        return report(chosen.folder, chosen.repeats)
    with tempfile.TemporaryDirectory() as folder:
        cost(make, chosen.children, Path(folder))
        return report(Path(folder), chosen.repeats)


if __name__ == "__main__":
    sys.exit(main())
