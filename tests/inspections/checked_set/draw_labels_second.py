"""Draw a second set of paragraphs to be labelled: as the first was drawn, with another seed.

128 numbered paragraphs and 32 recommendation items, as many of each to the other as in the first
set, and none of its 300. Within a kind and year, documents that the first labels had no paragraph of
come first. 80 of the 160 are sealed, by the same draw.

    python tests/inspections/checked_set/draw_labels_second.py REPORTS_FOLDER > paragraphs.txt

What is printed is for the eyes of whoever labels. No text of a document is kept here. With
`--again COUNT` it prints instead, without their labels, that many of the first open labels, for a
second labeller.
"""

import argparse
import csv
import random
from collections import defaultdict
from pathlib import Path

from draw import glance
from draw_labels import numbered_paragraphs

SEED = 20250912
PARAGRAPHS = {
    "ilacs_new": 48,
    "ilacs_old": 32,
    "sif": 40,
    "sif_reinspection": 6,
    "looked_after": 1,
    "lscb_review": 1,
}
ITEMS = {
    "ilacs_inspection": 11,
    "sif_inspection": 13,
    "sif_reinspection": 2,
    "looked_after_children_inspection": 2,
    "jtai": 4,
}
SEALED = 80
HERE = Path(__file__).parent

Drawn = tuple[str, str, int, str, str]


def table(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def paragraphs(folder: Path, first: list[dict[str, str]], source: random.Random) -> list[Drawn]:
    used = {row["file"] for row in first if row["what"] == "paragraph"}
    taken = {(row["file"], row["paragraph"]) for row in first}
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*.pdf")):
        kinds[glance(path)].append(path)
    drawn: list[Drawn] = []
    for kind, count in PARAGRAPHS.items():
        chosen = spread(kinds[kind], used, count, source)
        spare = iter(source.sample(kinds[kind], len(kinds[kind])))
        for path in chosen:
            while not (rows := candidates(path, taken)):
                path = next(other for other in spare if other not in chosen)
            page, number, text = source.choice(rows)
            drawn.append(("paragraph", path.name, page, str(number), text))
    return drawn


def spread(paths: list[Path], used: set[str], count: int, source: random.Random) -> list[Path]:
    """As even over the years as the documents allow; within a year, those not used first."""
    by_year: dict[str, list[Path]] = defaultdict(list)
    for path in source.sample(paths, len(paths)):
        by_year[path.stem[-10:-6]].append(path)
    for same_year in by_year.values():
        same_year.sort(key=lambda path: path.name not in used)
    drawn: list[Path] = []
    while len(drawn) < min(count, len(paths)):
        for year in sorted(by_year):
            if by_year[year] and len(drawn) < count:
                drawn.append(by_year[year].pop())
    return sorted(drawn)


def candidates(path: Path, taken: set[tuple[str, str]]) -> list[tuple[int, int, str]]:
    """Page 1 has the table of grades, whose rows are numbered too."""
    rows = numbered_paragraphs(path)
    return [row for row in rows if row[0] > 1 and (path.name, str(row[1])) not in taken]


def items(first: list[dict[str, str]], source: random.Random) -> list[Drawn]:
    taken = {(row["file"], row["first_words"]) for row in first if row["what"] == "recommendation"}
    kind_of = {row["file"]: row["kind"] for row in table("documents")}
    by_kind: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("recommendations"):
        if (row["file"], " ".join(row["first_words"].split()[:3])) not in taken:
            by_kind[kind_of[row["file"]]].append(row)
    drawn: list[Drawn] = []
    for kind, count in ITEMS.items():
        for row in source.sample(by_kind[kind], count):
            text = f"({row['part']} {row['order']}) {row['first_words']}"
            drawn.append(("recommendation", row["file"], int(row["page"]), row["number"], text))
    return drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--again", type=int, default=0)
    options = parser.parse_args()
    source = random.Random(SEED)
    if options.again:
        rows = [row for row in table("labels") if row["what"] == "paragraph"]
        for row in source.sample(rows, options.again):
            print(f"{row['file']}|{row['page']}|{row['paragraph']}")
        return
    first = table("labels") + table("labels_sealed")
    drawn = paragraphs(options.folder, first, source) + items(first, source)
    sealed = set(source.sample(range(len(drawn)), SEALED))
    for order, (what, name, page, number, text) in enumerate(drawn):
        mark = "sealed" if order in sealed else "open"
        print(f"{order}|{mark}|{what}|{name}|{page}|{number}|{text}")


if __name__ == "__main__":
    main()
