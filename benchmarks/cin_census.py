"""Reading a children in need census, beside a bare lxml.iterparse that touches every element.

    ./run bench cin_census [--children 40000] [--repeats 5] [--file CENSUS]

Makes a made-up authority, writes its census, and copies its children under other ids until there are
as many as asked (or takes the file given). Reads it through the door and bare in turn, each time in a
process of its own. Aims: at most 6 times the bare reading, and under 300 MB. Prints the medians.
"""

import argparse
import os
import re
import statistics
import sys
import tempfile
from pathlib import Path

from apart import cost
from lxml import etree

from sightline.sources.cin_census import read
from sightline.synthetic.authority import synthesise
from sightline.synthetic.written_as import CIN_CENSUS, write_as

TIMES_BARE, MEGABYTES = 6, 300
FEWEST_MADE = 12_000
CHILD = re.compile(r"<Child>.*?</Child>", re.DOTALL)
CHILDS_ID = re.compile(r"(<LAchildID>)([^<]+)")


def make(children: int, out: Path) -> None:
    """A census of that many children, the later ones copies of the earlier under other ids."""
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder)
        synthesise(min(children, FEWEST_MADE), 1, records)
        text = write_as(CIN_CENSUS, records, records / "census").read_text(encoding="utf-8")
    first, last = text.index("<Child>"), text.rindex("</Child>") + len("</Child>")
    made = CHILD.findall(text)
    with out.open("w", encoding="utf-8") as census:
        census.write(text[:first])
        for number in range(children):
            copy = rf"\g<1>\g<2>-{number // len(made)}"
            census.write(CHILDS_ID.sub(copy, made[number % len(made)]) + "\n")
        census.write(text[last:])


def read_bare(file: Path) -> int:
    """Every element's name, text and line, and nothing else."""
    touched = 0
    for _, element in etree.iterparse(str(file)):
        if element.tag and element.sourceline and element.text is not False:
            touched += 1
        if element.tag.endswith("Child"):
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    return touched


def read_by_the_door(file: Path) -> int:
    """Rows that the door brings in."""
    return sum(one.rows.num_rows for one in read(file).tables.values())


def report(file: Path, repeats: int) -> int:
    """Measure and print; 1 where an aim is missed."""
    rounds = [(cost(read_bare, file), cost(read_by_the_door, file)) for _ in range(repeats)]
    bare = statistics.median(one.seconds for one, _ in rounds)
    door = statistics.median(one.seconds for _, one in rounds)
    megabytes = max(one.megabytes for _, one in rounds)
    elements, rows = (one.gave for one in rounds[0])
    print(f"{file.stat().st_size / 1e6:.0f} MB, {elements:,} elements, {rows:,} rows")
    print(f"bare {bare:.2f} s, door {door:.2f} s; load average {os.getloadavg()[0]:.1f}")
    met = door <= TIMES_BARE * bare and megabytes < MEGABYTES
    print(
        f"{door / bare:.1f} x bare, peak {megabytes:,.0f} MB; aim at most {TIMES_BARE} x and under "
        f"{MEGABYTES} MB: {'met' if met else 'MISSED'}"
    )
    return 0 if met else 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=40_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--file", type=Path)
    chosen = parser.parse_args()
    if chosen.file:
        return report(chosen.file, chosen.repeats)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cin-census.xml"
        cost(make, chosen.children, file)
        return report(file, chosen.repeats)


if __name__ == "__main__":
    sys.exit(main())
