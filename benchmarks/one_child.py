"""What asking one child costs, warm: all rules, and those that read what one referral touches.

    ./run bench one_child [--children 2000] [--asked 200]

Makes a made-up authority and asks the children with most records and others, as many of each. The
project promises, at the 95th percentile on an idle machine, all rules in under 250 ms and the rules
that read a touched table in under 75 ms. Milliseconds are of processor time.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from sightline.engine.one_child import OneChild
from sightline.records.tables import TABLES
from sightline.rules import RULES
from sightline.synthetic.authority import synthesise

TOUCHED = {"referrals"}
ALL_MS, TOUCHED_MS = 250, 75
Rows = dict[str, list[dict[str, Any]]]


def rows_by_child(folder: Path) -> dict[str, Rows]:
    """The rows of every child of an authority, by table."""
    found: dict[str, Rows] = {}
    for name, table in TABLES.items():
        file = folder / f"{name}.parquet"
        if "child" in table.column_names and file.is_file():
            for row in parquet.read_table(file).to_pylist():
                if row["child"]:
                    found.setdefault(row["child"], {}).setdefault(name, []).append(row)
    return found


def of_most_and_of_others(children: dict[str, Rows], asked: int) -> list[Rows]:
    """Half of those asked have most rows; the others stand at equal distances."""
    by_size = sorted(children.values(), key=lambda rows: -sum(map(len, rows.values())))
    half = min(asked // 2, len(by_size) // 2)
    others = by_size[half:]
    return by_size[:half] + others[:: max(1, len(others) // half)][:half]


def at_95(work: Callable[[Rows], Any], children: list[Rows]) -> tuple[float, float]:
    """Milliseconds of processor time: the median, and the 95th percentile."""
    times = []
    for rows in children:
        begin = time.process_time()
        work(rows)
        times.append(1000 * (time.process_time() - begin))
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def main(children: int, asked: int) -> int:
    """Ask, print what it cost, and fail where a promise is broken."""
    with tempfile.TemporaryDirectory() as folder:
        synthesise(children, 1, Path(folder))
        chosen = of_most_and_of_others(rows_by_child(Path(folder)), asked)
    begin = time.process_time()
    rules = OneChild(RULES.values())
    print(f"{len(RULES)} rules built, compiled and prepared in {time.process_time() - begin:.1f} s")
    touched = rules.reading(TOUCHED)
    gc.collect()
    kept = True
    for what, work, promised in (
        ("all rules", rules.ask, ALL_MS),
        (f"{len(touched)} touched", lambda rows: rules.ask(rows, touched), TOUCHED_MS),
    ):
        median, slow = at_95(work, chosen)
        kept = kept and slow < promised
        print(f"{what}: median {median:.0f} ms, 95th percentile {slow:.0f} ms, promised {promised}")
    return 0 if kept else 1


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--children", type=int, default=2000)
    options.add_argument("--asked", type=int, default=200)
    given = options.parse_args()
    sys.exit(main(given.children, given.asked))
