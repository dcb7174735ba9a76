"""Draw the paragraphs to be labelled: with a stored seed, over layouts and years.

240 numbered paragraphs, each from another document, found by their printed number alone in the
plain text of the pages; and 60 recommendation items out of recommendations.csv. 100 of the 300 are
sealed, by the same draw. The labels were then given by reading; nothing here knows of polarity or
themes.

    python tests/inspections/checked_set/draw_labels.py REPORTS_FOLDER > paragraphs.txt

What is printed is for the eyes of whoever labels. No text of a document is kept here.
"""

import csv
import random
import re
import sys
from collections import defaultdict
from pathlib import Path

from draw import glance

SEED = 20250327
PARAGRAPHS = {
    "ilacs_new": 90,
    "ilacs_old": 60,
    "sif": 75,
    "sif_reinspection": 11,
    "looked_after": 3,
    "lscb_review": 1,
}
ITEMS = {
    "ilacs_inspection": 20,
    "sif_inspection": 25,
    "sif_reinspection": 4,
    "looked_after_children_inspection": 4,
    "lscb_review": 1,
    "jtai": 6,
}
SEALED = 100
# Items that were typed after the draw; left out, so that the same draw comes again.
TYPED_LATER = {
    ("80419-isle-of-wight-2014-11-19.pdf", "141"),
    ("80419-isle-of-wight-2014-11-19.pdf", "142"),
}


def numbered_paragraphs(path: Path) -> list[tuple[int, int, str]]:
    """(page, number, text) of every line that opens with the number after the last one."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    found: list[tuple[int, int, str]] = []
    last = 0
    for index in range(len(document)):
        text = document[index].get_textpage().get_text_bounded()
        text = text.replace("\r\n", "\n").replace("\x02", "-")
        for piece in re.split(r"\n(?=\d{1,3}\. )", "\n" + text):
            match = re.match(r"(\d{1,3})\. +(\S.*)", piece, re.DOTALL)
            if match and last < int(match[1]) <= last + 2:
                last = int(match[1])
                found.append((index + 1, last, re.sub(r"\s+", " ", match[2])))
            elif found:  # the rest of a paragraph over the page
                page, number, begun = found[-1]
                found[-1] = (page, number, begun + " // " + re.sub(r"\s+", " ", piece))
    document.close()
    return found


def spread(paths: list[Path], count: int, source: random.Random) -> list[Path]:
    """As even over the years as the documents allow."""
    by_year: dict[str, list[Path]] = defaultdict(list)
    for path in source.sample(paths, len(paths)):
        by_year[path.stem[-10:-6]].append(path)
    drawn: list[Path] = []
    while len(drawn) < min(count, len(paths)):
        for year in sorted(by_year):
            if by_year[year] and len(drawn) < count:
                drawn.append(by_year[year].pop())
    return sorted(drawn)


def instead(path: Path, others: list[Path]) -> tuple[Path, int, int, str]:
    """A paragraph from the same document, or where it has none with a number, from another."""
    again = random.Random(f"{SEED} {path.name}")
    for document in [path, *again.sample(others, len(others))]:
        rows = [row for row in numbered_paragraphs(document) if row[0] > 1]
        if rows:
            return document, *again.choice(rows)
    raise SystemExit(f"no numbered paragraph in any document of the kind of {path.name}")


def main(folder: Path) -> None:
    source = random.Random(SEED)
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*.pdf")):
        kinds[glance(path)].append(path)
    drawn: list[tuple[str, str, int, str, str]] = []
    for kind, count in PARAGRAPHS.items():
        for path in spread(kinds[kind], count, source):
            paragraphs = numbered_paragraphs(path)
            page, number, text = source.choice(paragraphs)
            if page == 1:  # a row of the table of grades: draw again, leaving the rest alone
                path, page, number, text = instead(path, kinds[kind])
            drawn.append(("paragraph", path.name, page, str(number), text))
    here = Path(__file__).parent
    kind_of = {row["file"]: row["kind"] for row in csv.DictReader((here / "documents.csv").open())}
    items: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in csv.DictReader((here / "recommendations.csv").open()):
        if (row["file"], row["number"]) not in TYPED_LATER:
            items[kind_of[row["file"]]].append(row)
    for kind, count in ITEMS.items():
        for row in source.sample(items[kind], count):
            text = f"({row['part']} {row['order']}) {row['first_words']}"
            drawn.append(("recommendation", row["file"], int(row["page"]), row["number"], text))
    sealed = set(source.sample(range(len(drawn)), SEALED))
    for order, (what, name, page, number, text) in enumerate(drawn):
        mark = "sealed" if order in sealed else "open"
        print(f"{order}|{mark}|{what}|{name}|{page}|{number}|{text}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
