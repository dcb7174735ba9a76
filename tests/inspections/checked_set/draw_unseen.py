"""Draw a second set, of documents not in the first: as the first was drawn, with another seed.

python tests/inspections/checked_set/draw_unseen.py REPORTS_FOLDER JOINT_REPORTS_FOLDER
"""

import csv
import random
import sys
from collections import defaultdict
from pathlib import Path

from draw import glance

SEED = 20141105

# How many of each kind, by year of upload.
WANTED = {
    "ilacs_new": {2021: 1, 2022: 2, 2023: 3, 2024: 2, 2025: 1},
    "ilacs_old": {2018: 2, 2019: 2, 2020: 2},
    "sif": {2014: 2, 2015: 3, 2016: 3, 2017: 2},
    "sif_reinspection": {2018: 1},
    "joint_old": {2017: 1, 2019: 1},
    "joint_new": {2023: 1, 2024: 1},
}


def unseen(folders: list[Path]) -> dict[tuple[str, int], list[Path]]:
    with (Path(__file__).parent / "documents.csv").open(encoding="utf-8", newline="") as handle:
        taken = {row["file"] for row in csv.DictReader(handle)}
    strata: dict[tuple[str, int], list[Path]] = defaultdict(list)
    for folder in folders:
        for path in sorted(folder.glob("*.pdf")):
            if path.name not in taken:
                strata[glance(path), int(path.stem[-10:-6])].append(path)
    return strata


if __name__ == "__main__":
    strata = unseen([Path(argument) for argument in sys.argv[1:]])
    for (kind, year), paths in sorted(strata.items()):
        print(f"# {kind} {year}: {len(paths)}", file=sys.stderr)
    random_source = random.Random(SEED)
    for kind, years in WANTED.items():
        for year, count in years.items():
            for path in sorted(random_source.sample(strata[kind, year], count)):
                print(kind, year, path.name)
