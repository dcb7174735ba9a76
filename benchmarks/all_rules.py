"""What the nightly questions cost: all rules over one authority, the parts printed apart.

    ./run bench all_rules [--children 60000] [--folder RECORDS]

Building and compiling all rules (promised under 5 seconds) is told apart from asking them. Seconds
are of processor time, on all cores. The rules against hand-written SQL are in `rules_by_hand`.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from rules_by_hand import open_records

from sightline.engine.compiled import CompiledRules
from sightline.rules import RULES

COMPILING_SECONDS = 5
SLOWEST, LARGEST = 10, 6


def report(folder: Path) -> int:
    """Measure and print; returns 1 where compiling took longer than promised."""
    backend, records = open_records(folder)
    begin = time.process_time()
    compiled = CompiledRules(backend, RULES.values(), records)
    compiling = time.process_time() - begin
    took: dict[str, float] = {}
    names = iter(compiled.rules)
    begin = last = time.process_time()

    def asked() -> None:
        nonlocal last
        took[next(names)], last = time.process_time() - last, time.process_time()

    answers = compiled.ask_all("concern_rows", asked=asked)
    asking = time.process_time() - begin
    of_each = answers.group_by("rule").agg(rows=answers.count()).to_pyarrow().to_pylist()
    of_each.sort(key=lambda one: -one["rows"])
    rows = sum(one["rows"] for one in of_each)
    print(f"{len(RULES)} rules, {len(compiled.steps)} shared steps, {rows:,} rows; the largest:")
    for one in of_each[:LARGEST]:
        print(f"    {one['rows']:9,}  {one['rule']}")
    print(f"building and compiling {compiling:.2f} s, promised under {COMPILING_SECONDS} s")
    print(f"asking {asking:.2f} s; the slowest, with the steps each began:")
    for name in sorted(took, key=took.__getitem__, reverse=True)[:SLOWEST]:
        print(f"    {took[name]:6.2f} s  {name}")
    print(f"largest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")
    return 1 if compiling > COMPILING_SECONDS else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=60_000)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    if chosen.folder:
        return report(chosen.folder)
    from sightline.synthetic.authority import synthesise

    with tempfile.TemporaryDirectory() as folder:
        synthesise(chosen.children, 1, Path(folder))
        return report(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
