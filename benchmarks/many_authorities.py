"""What making many made-up authorities costs: seconds and memory, authority by authority.

    ./run bench many_authorities [--authorities 50] [--children 3000] [--seed 1]

Each is written to a folder of its own and let go of before the next is begun, so memory must stay
flat: tables of days and limits fill up at first, and the last two fifths may need no more than a
twentieth above what was needed before them. Seconds are of processor time. Fifty of 60,000 children are fifty times what ``making_an_authority`` measures; by
default fifty smaller ones are made, which shows the same.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from sightline.synthetic.many_authorities import synthesise_many

SETTLED_AFTER = 0.6
MAY_GROW = 1.05


def main(authorities: int, children: int, seed: int) -> int:
    """Make the authorities, print what each fifth cost, and fail where memory grew."""
    peaks: list[float] = []
    started = time.process_time()

    def look(done: int, of: int) -> None:
        if done % children == 0:
            peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
            if len(peaks) in (1, authorities) or len(peaks) % 5 == 0:
                seconds = time.process_time() - started
                print(
                    f"{len(peaks):>3} made  {seconds:7.1f} s  peak {peaks[-1]:,.0f} MB", flush=True
                )

    with tempfile.TemporaryDirectory() as made:
        summaries = synthesise_many(authorities, children, seed, Path(made), look)
        stored = sum(file.stat().st_size for file in Path(made).rglob("*.parquet")) / 1024**2
    rows = sum(sum(summary.rows.values()) for summary in summaries)
    spent = time.process_time() - started
    print(f"{authorities} authorities of {children:,} children: {rows:,} rows, {stored:,.0f} MB")
    print(f"{spent:.1f} s of processor time, {rows / spent:,.0f} rows a second")
    flat = peaks[-1] <= MAY_GROW * peaks[int(SETTLED_AFTER * (len(peaks) - 1))]
    print(f"memory flat: {'yes' if flat else 'NO'}")
    return 0 if flat else 1


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--authorities", type=int, default=50)
    options.add_argument("--children", type=int, default=3_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    sys.exit(main(given.authorities, given.children, given.seed))
