"""The Annex A workbook from a ledger: aim under 30 s for 60,000 children.

    ./run bench annex_a [--children 60000] [--repeats 3] [--workspace WORKSPACE]

Makes a made-up authority and loads it (or takes the workspace given), then writes the workbook of
its last day and of a day two years before, each in a process of its own: lists, checks and counts.
"""

import argparse
import os
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path

from apart import Cost, cost

SECONDS = 30
YEARS_BEFORE = 2


def make(children: int, workspace: Path) -> None:
    """A made-up authority loaded into a workspace."""
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace
    from sightline.synthetic.authority import synthesise

    with tempfile.TemporaryDirectory() as records:
        synthesise(children, 1, Path(records))
        load(Path(records), Workspace(workspace))


def write(workspace: Path, years_before: int) -> tuple[int, int, date, int]:
    """Write the workbook; gives children in the ledger, rows written, the day and the bytes."""
    from sightline.ledger.reading import extract_of, records_of
    from sightline.ledger.workspace import Workspace
    from sightline.returns.annex_a.workbook import write_annex_a

    with tempfile.TemporaryDirectory() as folder, Workspace(workspace).reading() as backend:
        last = extract_of(backend).extract_day
        day = last.replace(year=last.year - years_before, day=min(last.day, 28))
        out = Path(folder) / "annex-a.xlsx"
        written = write_annex_a(backend, out, on=last if not years_before else day)
        children = records_of(backend)["children"].count().to_pyarrow().as_py()
        return children, sum(written.rows.values()), written.day, out.stat().st_size


def say(costs: list[Cost]) -> bool:
    """Print one line; True where the aim is met."""
    seconds = statistics.median(one.seconds for one in costs)
    children, rows, day, size = costs[0].gave
    print(
        f"{day}  {seconds:6.1f} s  {max(one.megabytes for one in costs):6,.0f} MB  "
        f"{children:,} children in the ledger, {rows:,} rows on the lists, {size / 1e6:.1f} MB "
        f"workbook  aim under {SECONDS} s: {'met' if seconds < SECONDS else 'MISSED'}"
    )
    return seconds < SECONDS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--workspace", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = chosen.workspace or Path(folder) / "workspace"
        if not chosen.workspace:
            cost(make, chosen.children, workspace)
        print(f"load average {os.getloadavg()[0]:.1f}")
        met = [
            say([cost(write, workspace, years) for _ in range(chosen.repeats)])
            for years in (0, YEARS_BEFORE)
        ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
