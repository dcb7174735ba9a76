"""How right the reader of inspection documents is, against the checked set.

    python benchmarks/reading_score.py REPORTS [JOINT_REPORTS ...] [--unseen] [--wrong]
        [--labels] [--sealed] [--labels-file FILE ...]

Each folder holds the documents as downloaded, with their index.csv. `--unseen` scores the second
set, typed before the reader was run on any of it, `--wrong` lists what is wrong, `--labels` also
scores polarity and themes on the 200 open labels, `--sealed` on the 100 sealed ones (once, at the
end: whoever tunes the lexicon does not look at them), `--labels-file` on any other file of labels.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from reports_at_hand import folders_at_hand

CHECKED_SET = Path(__file__).parents[1] / "tests" / "inspections" / "checked_set"
NEW_ILACS_FROM = "2021-09"
NEW_SIF_FROM = "2015-07"

# Reader's verdicts on one fact. A fact is marked when its row says why it is doubtful.
RIGHT, DOUBTFUL_RIGHT, DOUBTFUL_WRONG, WRONG = (
    "right",
    "doubtful, right",
    "doubtful, wrong",
    "wrong",
)
STATES = (RIGHT, DOUBTFUL_RIGHT, DOUBTFUL_WRONG, WRONG)

Row = dict[str, str]  # a line of the checked set
EVENT_FIELDS = ["kind", "framework", "authority", "urn", "starts", "ends"]
EVENT_FIELDS += ["published", "published_from", "lead_inspector", "pages"]
AREAS = {"overall_effectiveness", "leadership", "help_and_protection", "adoption", "lscb"}
AREAS |= {"children_in_care_and_care_leavers", "children_in_care", "care_leavers"}
AREAS |= {"children_looked_after_and_permanence"}
PLAIN_FRAMEWORKS = ("ILACS", "SIF", "JTAI")  # the other frameworks have no settled short name


@dataclass(frozen=True)
class Verdict:
    file: str
    layout: str
    how_chosen: str
    field: str
    state: str
    expected: str
    got: str


def share(verdicts: list[Verdict], *states: str) -> float:
    return sum(v.state in states for v in verdicts) / len(verdicts) if verdicts else float("nan")


@dataclass
class ScoreTable:
    verdicts: list[Verdict] = field(default_factory=list)
    convention: str = ""

    def of(self, field: str) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.field == field]

    def counts(self, by: str) -> dict[str, Counter[str]]:
        table: dict[str, Counter[str]] = defaultdict(Counter)
        for verdict in self.verdicts:
            table[getattr(verdict, by)][verdict.state] += 1
        return dict(table)

    @property
    def facts(self) -> list[Verdict]:
        """Fields of events and judgements, which the aim of 99.5 in 100 speaks of."""
        return [v for v in self.verdicts if not v.field.startswith("recommendation")]

    @property
    def right(self) -> float:
        return share(self.facts, RIGHT, DOUBTFUL_RIGHT)

    @property
    def doubtful(self) -> float:
        return share(self.facts, DOUBTFUL_RIGHT, DOUBTFUL_WRONG)

    @property
    def wrong_and_unmarked(self) -> float:
        return share(self.facts, WRONG)

    @property
    def counts_exact(self) -> float:
        return share(self.of("recommendation count"), RIGHT, DOUBTFUL_RIGHT)

    def as_text(self) -> str:
        lines = []
        for by in ("field", "layout", "how_chosen"):
            lines += [f"{by:28}" + "".join(f"{state:>17}" for state in STATES), ""]
            for name, counted in sorted(self.counts(by).items()):
                lines.append(f"{name:28}" + "".join(f"{counted[state]:17}" for state in STATES))
            lines.append("")
        lines += [
            f"events and judgements: {len(self.facts)} facts, right {self.right:.2%}, "
            f"doubtful {self.doubtful:.2%}, wrong and unmarked {self.wrong_and_unmarked:.3%}",
            f"recommendation counts exact: {self.counts_exact:.1%} of "
            f"{len(self.of('recommendation count'))} documents ({self.convention})",
        ]
        return "\n".join(lines)


def plain(text: object) -> str:
    """Letters and digits only: capitals, quotes, '&' and punctuation are no difference."""
    flat = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", flat))


def first_words(text: str, count: int) -> str:
    """The first words as printed, without their punctuation (a hyphenated word is one)."""
    return "".join(plain(word).replace(" ", "") for word in str(text).split()[:count])


def layout(document: Row) -> str:
    kind, day = document["kind"].split("|")[0], document["published_in_index"]
    if kind == "ilacs_inspection":
        return "ILACS, new layout" if day >= NEW_ILACS_FROM else "ILACS, old layout"
    if kind == "sif_inspection":
        return "SIF from mid-2015" if day >= NEW_SIF_FROM else "SIF to mid-2015"
    if kind == "jtai":
        return "joint, from 2021" if day >= NEW_ILACS_FROM else "joint, to 2020"
    return kind.replace("_", " ")


def read_table(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def file_name(row: Any) -> str:
    return Path(str(row.file)).name


def value(row: Any, name: str) -> str:
    got = getattr(row, name, None)
    return "" if got is None else str(got)


def marked(row: Any, name: str) -> bool:
    """Does the row say that this field is in doubt? A reason that names no field is for all."""
    reason = f"{value(row, 'doubtful_because')} {value(row, 'unreadable_because')}".strip().lower()
    if not reason:
        return False
    named = [f for f in EVENT_FIELDS if re.search(rf"\b{f.replace('_', '[ _]')}\b", reason)]
    return not named or name in named


Fact = tuple[str, str, str, str]


def fact(name: str, right: bool, in_doubt: bool, expected: str, got: str) -> Fact:
    if right:
        return name, DOUBTFUL_RIGHT if in_doubt else RIGHT, expected, got
    return name, DOUBTFUL_WRONG if in_doubt else WRONG, expected, got


def expected_event(document: Row) -> Row:
    """What the event's columns should hold. The end is that of the last visit."""
    later = document["further_periods"].split()
    printed = document["published"]
    expected = {name: document.get(name, "") for name in EVENT_FIELDS}
    expected["ends"] = later[-1].split("/")[1] if later else document["ends"]
    expected["published"] = printed or document["published_in_index"]
    expected["published_from"] = "document" if printed else "index"
    expected["lead_inspector"] = document["lead_inspectors"]
    return expected


def same_event_field(name: str, expected: str, got: str) -> bool:
    if name == "kind":
        return got in expected.split("|")
    if name == "lead_inspector":
        people = [
            [plain(p) for p in re.split(r";|,| and ", text) if p.strip()]
            for text in (expected, got)
        ]
        return people[0] == people[1]
    if name in ("authority", "framework"):
        return plain(expected) == plain(got)
    return expected == got


def event_facts(document: Row, event: Any) -> Iterator[Fact]:
    wanted = expected_event(document)
    for name in EVENT_FIELDS if "unreadable" not in document["kind"] else ["kind"]:
        if name == "framework" and wanted[name] not in PLAIN_FRAMEWORKS:
            continue
        got = value(event, name)
        right = event is not None and same_event_field(name, wanted[name], got)
        in_doubt = marked(event, name) and not (right and got == "unreadable")
        yield fact(name, right, in_doubt, wanted[name], got)


def judgement_facts(typed: list[Row], got: list[Any], event: Any) -> Iterator[Fact]:
    by_area = {value(row, "area"): row for row in got}
    for row in typed:
        area = row["area"]
        if area not in AREAS:
            continue
        found = by_area.pop(area, None)
        in_doubt = marked(event if found is None else found, "grade")
        right = plain(value(found, "grade")) == plain(row["grade"])
        yield fact("grade", right, in_doubt, f"{area} {row['grade']}", value(found, "grade"))
        if found is not None:
            words = value(found, "as_printed")
            right = plain(words) == plain(row["as_printed"])
            yield fact("grade as printed", right, in_doubt, f"{area} {row['as_printed']}", words)
            page = value(found, "page")
            right = page in [row["page"], *row["also_pages"].split()]
            yield fact("grade page", right, in_doubt, f"{area} {row['page']}", page)
    for area in by_area.keys() & AREAS:
        yield fact("grade", False, marked(by_area[area], "grade"), "no such area", area)


def recommendation_facts(typed: list[Row], got: list[Any], event: Any) -> Iterator[Fact]:
    doubt = any(marked(row, "text") for row in got) or marked(event, "recommendations")
    sizes = str(len(typed)), str(len(got))
    yield fact("recommendation count", sizes[0] == sizes[1], doubt, *sizes)
    waiting = defaultdict(list)
    for row in got:
        waiting[first_words(value(row, "text"), 5)].append(row)
    for running, item in enumerate(typed, start=1):
        same = waiting[first_words(item["first_words"], 5)]
        match = same.pop(0) if same else None
        in_doubt = marked(match, "text")
        yield fact("recommendation item", match is not None, in_doubt, item["first_words"], "")
        if match is None:
            continue
        for name in ("page", "priority"):
            right = value(match, name) == item[name]
            yield fact(f"recommendation {name}", right, in_doubt, item[name], value(match, name))
        # As printed, or running through the document: the reader keeps to one or the other.
        number = value(match, "number").rstrip(".")
        right = number in (item["number"], str(running))
        yield fact("recommendation number", right, in_doubt, item["number"] or str(running), number)
        printed = value(match, "number_as_printed").rstrip(".")
        right = printed == item["number"]
        yield fact("recommendation number printed", right, in_doubt, item["number"], printed)


def by_file(rows: Iterable[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[file_name(row)].append(row)
    return grouped


def board_counts_too(documents: list[Row], got: dict[str, list[Any]]) -> bool:
    """A reader may or may not count the safeguarding board's own list: keep to its convention."""
    exact = Counter[bool]()
    for document in documents:
        if document["lscb_recommendations"] != "0" and document["recommendations"] != "0":
            found = len(got.get(document["file"], []))
            authority = int(document["recommendations"])
            exact[False] += found == authority
            exact[True] += found == authority + int(document["lscb_recommendations"])
    return exact[True] > exact[False]


def score(documents: Any, checked_set: Path = CHECKED_SET, prefix: str = "") -> ScoreTable:
    """Compare what the reader gave (.events, .judgements, .recommendations) with the checked set."""
    typed = read_table(checked_set, f"{prefix}documents")
    grades, items = defaultdict(list), defaultdict(list)
    for row in read_table(checked_set, f"{prefix}judgements"):
        grades[row["file"]].append(row)
    for row in read_table(checked_set, f"{prefix}recommendations"):
        items[row["file"]].append(row)
    events = {file_name(event): event for event in documents.events}
    judgements, found = by_file(documents.judgements), by_file(documents.recommendations)
    both = board_counts_too(typed, found)
    table = ScoreTable(convention="the board's own list " + ("counted too" if both else "left out"))
    for document in typed:
        name = document["file"]
        event = events.get(name)
        whole = both or document["kind"] == "lscb_review"
        wanted = [row for row in items[name] if whole or row["part"] != "lscb"]
        rows = [*event_facts(document, event)]
        if "unreadable" not in document["kind"]:
            rows += judgement_facts(grades[name], judgements.get(name, []), event)
            rows += recommendation_facts(wanted, found.get(name, []), event)
        about = (name, layout(document), document["how_chosen"])
        table.verdicts += [Verdict(*about, *row) for row in rows]
    return table


def wilson(hits: int, tries: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval for a share, 95 in 100."""
    if tries == 0:
        return 0.0, 1.0
    part = hits / tries
    middle = (part + z * z / (2 * tries)) / (1 + z * z / tries)
    half = z * sqrt(part * (1 - part) / tries + z * z / (4 * tries * tries)) / (1 + z * z / tries)
    return max(0.0, middle - half), min(1.0, middle + half)


def share_line(name: str, hits: int, tries: int) -> str:
    low, high = wilson(hits, tries)
    part = hits / tries if tries else float("nan")
    return f"{name:32}{hits:5} of {tries:5}  {part:6.3f}  ({low:.3f} to {high:.3f})"


def as_themes(themes: Any) -> set[str]:
    if isinstance(themes, str):
        return {theme for theme in re.split(r"[;,|\s]+", themes) if theme}
    return set(themes or ())


def labelled_pairs(documents: Any, labels: list[Row]) -> list[tuple[Row, Any]]:
    """Each label with the reader's row for it: same document and page, first words, then number."""
    tables = {
        "paragraph": by_file(getattr(documents, "findings", [])),
        "recommendation": by_file(documents.recommendations),
    }
    pairs = []
    for label in labels:
        rows = tables[label["what"]].get(label["file"], [])
        words = first_words(label["first_words"], 3)
        near = [r for r in rows if first_words(value(r, "text"), 3) == words]
        on_page = [r for r in near if value(r, "page") == label["page"]]
        numbered = [r for r in on_page or near if value(r, "paragraph") == label["paragraph"]]
        best = numbered or on_page or near
        pairs.append((label, best[0] if best else None))
    return pairs


def label_score(documents: Any, labels: list[Row]) -> str:
    pairs = labelled_pairs(documents, labels)
    found = sum(row is not None for _, row in pairs)
    lines = [share_line("labelled paragraphs found", found, len(pairs)), ""]
    polar = [(label["polarity"], value(row, "polarity")) for label, row in pairs]
    polar = [(meant, said) for meant, said in polar if meant]
    lines.append(share_line("polarity right", sum(a == b for a, b in polar), len(polar)))
    for kind in ("strength", "weakness", "mixed", "plain"):
        hits = sum(a == b == kind for a, b in polar)
        lines.append(share_line(f"  {kind}: precision", hits, sum(b == kind for _, b in polar)))
        lines.append(share_line(f"  {kind}: recall", hits, sum(a == kind for a, _ in polar)))
    hits, said, meant = Counter[str](), Counter[str](), Counter[str]()
    for label, row in pairs:
        wanted, got = as_themes(label["themes"]), as_themes(getattr(row, "themes", ()))
        hits.update(wanted & got)
        said.update(got)
        meant.update(wanted)
    lines += [
        "",
        share_line("themes: precision", sum(hits.values()), sum(said.values())),
        share_line("themes: recall", sum(hits.values()), sum(meant.values())),
        "",
        f"{'theme':32}{'right':>7}{'said':>7}{'meant':>7}",
    ]
    for theme in sorted(said | meant):
        lines.append(f"{theme:32}{hits[theme]:7}{said[theme]:7}{meant[theme]:7}")
    return "\n".join(lines)


def read(folders: list[Path], names: set[str]) -> SimpleNamespace:
    from sightline.inspections.reading import read_documents

    together = SimpleNamespace(events=[], judgements=[], recommendations=[], findings=[])
    for folder in folders:
        paths = [path for path in sorted(folder.glob("*.pdf")) if path.name in names]
        index = folder / "index.csv"
        if paths:
            result = read_documents(paths, index=index if index.exists() else None)
            for name, rows in vars(together).items():
                rows += getattr(result, name, [])
    return together


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--checked-set", type=Path, default=CHECKED_SET)
    parser.add_argument("--unseen", action="store_true", help="score the second, unseen set")
    parser.add_argument("--wrong", action="store_true", help="list every fact that is not right")
    parser.add_argument("--labels", action="store_true", help="score polarity and themes too")
    parser.add_argument("--sealed", action="store_true", help="score the sealed labels, once")
    parser.add_argument("--labels-file", type=Path, action="append", default=[], metavar="FILE")
    options = parser.parse_args(arguments)
    chosen = ["labels"] * options.labels + ["labels_sealed"] * options.sealed
    labels = {name: read_table(options.checked_set, name) for name in chosen}
    labels |= {path.stem: read_table(path.parent, path.stem) for path in options.labels_file}
    prefix = "unseen_" if options.unseen else ""
    names = {row["file"] for row in read_table(options.checked_set, f"{prefix}documents")}
    names |= {row["file"] for rows in labels.values() for row in rows}
    documents = read(options.folders or folders_at_hand(), names)
    table = score(documents, options.checked_set, prefix)
    print(table.as_text())
    if options.wrong:
        for v in table.verdicts:
            if v.state != RIGHT:
                print(f"{v.state}: {v.file}: {v.field}: {v.expected!r} read as {v.got!r}")
    for name, rows in labels.items():
        print(f"\n{name}: {len(rows)}\n{label_score(documents, rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
