"""Draw the documents of the checked set: stratified by kind and year, with a stored seed.

The strata are told apart by a glance at the title block and the year in the file name, only so
that every layout and year is in the draw. Nothing else of the checked set comes from this file:
names, dates, grades and recommendations were typed from the pages.

    python tests/inspections/checked_set/draw.py REPORTS_FOLDER JOINT_REPORTS_FOLDER
"""

import random
import re
import sys
from collections import defaultdict
from pathlib import Path

SEED = 20130813
LIFTED = "2021-09"  # the first month in which reports came out in the new ILACS layout

# How many of each kind, by year of upload.
WANTED = {
    "ilacs_new": {2021: 2, 2022: 6, 2023: 6, 2024: 7, 2025: 3},
    "ilacs_old": {2018: 4, 2019: 6, 2020: 3, 2021: 1},
    "sif": {2014: 4, 2015: 4, 2016: 4, 2017: 3, 2018: 1},
    "sif_reinspection": {2017: 1, 2018: 2},
    "looked_after": {2013: 2},
    "lscb_review": {2015: 1},
    "joint_old": {2016: 1, 2018: 1, 2019: 1},
    "joint_new": {2022: 1, 2023: 1, 2024: 1},
    "joint_other": {2009: 1},
    "no_report": {2012: 2},
}


def first_page(path: Path) -> str | None:
    import pypdfium2

    with path.open("rb") as handle:
        if handle.read(5) != b"%PDF-":
            return None
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    return re.sub(r"\s+", " ", text)


def glance(path: Path) -> str:
    text = first_page(path)
    if text is None:
        return "no_report"
    day = path.stem[-10:]
    title = re.split(r"inspection dates?", text[:700].lower())[0]
    if "progress made in the provision" in title:
        return "joint_other"
    if re.search(r"dear .{0,80}partnership", text.lower()):
        return "joint_new" if day >= LIFTED else "joint_old"
    if re.search(r"\bre-?\s?inspection of services", title):
        return "sif_reinspection"
    if "services for children in need of help" in title:
        return "sif"
    if "looked after children" in title:
        return "looked_after"
    if "safeguarding children board" in title:
        return "lscb_review"
    if "inspection of" in title:
        return "ilacs_new" if day >= LIFTED else "ilacs_old"
    return "unplaced"


def draw(folders: list[Path]) -> list[tuple[str, int, Path]]:
    strata: dict[tuple[str, int], list[Path]] = defaultdict(list)
    for folder in folders:
        for path in sorted(folder.glob("*.pdf")):
            strata[glance(path), int(path.stem[-10:-6])].append(path)
    for (kind, year), paths in sorted(strata.items()):
        print(f"# {kind} {year}: {len(paths)}", file=sys.stderr)
    random_source = random.Random(SEED)
    drawn = []
    for kind, years in WANTED.items():
        for year, count in years.items():
            for path in sorted(random_source.sample(strata[kind, year], count)):
                drawn.append((kind, year, path))
    return drawn


if __name__ == "__main__":
    for kind, year, path in draw([Path(argument) for argument in sys.argv[1:]]):
        print(kind, year, path.name)
