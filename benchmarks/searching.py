"""How long a search over every paragraph takes.

    ./run bench searching [READ]    (READ: a folder that `sightline inspections read` wrote;
                                     without it the reports at hand are read first)

Asks 400 searches as people would type them, with and without filters, each by opening the index
anew, after one round to warm the disk's cache. Prints the median, the 95th percentile and the slowest
in milliseconds, and beside them the bare cost of the full-text match without filters or snippets.
"""

import itertools
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from reports_at_hand import folders_at_hand

WORDS = (
    "visits", "child protection plan", '"return home interview"', "stepped down", "neglect",
    "management oversight", "supervision -reflective", "thresholds", "missing", "delay",
    "pathway plan", '"care leavers"', "children", "domestic abuse", "chronology", "core group",
    "social workers", "pre-proceedings", "personal education plan", "the voice of the child",
)  # fmt: skip
FILTERS = (
    {},
    {"polarity": "weakness"},
    {"year": 2018},
    {"theme": "plans_cp"},
    {"kind": "ilacs_inspection", "grade": "good"},
)


def milliseconds(work) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def bare_match(folder: Path, words: str) -> None:
    """The full-text match alone, counted."""
    from sightline.inspections.searching.index import INDEX_FILE
    from sightline.inspections.searching.search import match_expression

    connection = sqlite3.connect(f"file:{folder / INDEX_FILE}?mode=ro", uri=True)
    connection.execute(
        "select count(*) from words where words match ?", [match_expression(words)]
    ).fetchone()
    connection.close()


def percentile_95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    if len(sys.argv) > 1:
        return report(Path(sys.argv[1]))
    from sightline.inspections.reading import read_documents
    from sightline.inspections.searching import build_index

    with tempfile.TemporaryDirectory() as folder:
        build_index(read_documents(folders_at_hand()), Path(folder))
        return report(Path(folder))


def report(folder: Path) -> int:
    """Ask, measure and print."""
    from sightline.inspections.searching import Filters, search

    asked = list(itertools.product(WORDS, FILTERS)) * 4
    for words, filters in asked[: len(WORDS) * len(FILTERS)]:
        search(folder, words, Filters(**filters))
    searches = [
        milliseconds(lambda w=words, f=filters: search(folder, w, Filters(**f)))
        for words, filters in asked
    ]
    bare = [milliseconds(lambda w=words: bare_match(folder, w)) for words, _ in asked]
    for name, times in (("search", searches), ("bare match", bare)):
        print(
            f"{name:12} {len(times)} asked: median {statistics.median(times):6.1f} ms, "
            f"95th percentile {percentile_95(times):6.1f} ms, slowest {max(times):6.1f} ms"
        )
    print(f"ratio of medians: {statistics.median(searches) / statistics.median(bare):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
