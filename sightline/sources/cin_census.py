"""The door for the children in need census: the XML return, streamed, each record with its line.

The census tells one year. What it tells only of that year (reviews) is kept for people to see and
proves nothing about earlier years; what it never tells (visits, workers) stays not filled.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
from lxml import etree

from sightline.records.tables import TABLES
from sightline.sources.arrival import FILE, ROW, Arrival, ArrivedTable, typed_schema
from sightline.sources.could_not import CouldNot
from sightline.sources.fingerprint import content_fingerprint
from sightline.sources.mapping import one_row_each
from sightline.sources.structure_of_cin_census import (
    BLOCKS,
    CHILD_FIELDS,
    EPISODE,
    ONLY_THAT_YEAR,
    Block,
    Tell,
)
from sightline.sources.typing_rows import SourceRows, typed_table
from sightline.sources.words import sex

KIND = "Children in need census"
CHILDREN_AT_ONCE = 2_000
NO_DISABILITY = "NONE"
NOTHING_FROM_ELSEWHERE: dict[str, Any] = {
    "resolve_entities": False,
    "huge_tree": False,
    "no_network": True,
    "load_dtd": False,
}


def looks_like_this(path: Path) -> bool:
    """True for an XML file; whether it is a census shows on reading."""
    return path.is_file() and path.suffix.lower() == ".xml"


def fingerprint(path: Path) -> str:
    """The same for the same file."""
    return content_fingerprint([path])


def read(path: Path, progress: Callable[[int, int], None] | None = None) -> Arrival:
    """Read the census. A file that breaks off, is no census or changes is refused whole, by CouldNot."""
    before = fingerprint(path)
    census = _Census(path)
    try:
        _refuse_document_type(path)
        _stream(path, census, progress or (lambda done, total: None))
    except etree.XMLSyntaxError as error:
        raise CouldNot(
            f"{path.name} breaks off or is not well-formed XML (line {error.lineno}).",
            "Make the census again and load the whole of it. Nothing was loaded.",
        ) from error
    if fingerprint(path) != before:
        raise CouldNot(
            f"The file {path.name} changed while it was read.",
            "Wait until the census has been written, then load again.",
        )
    if not census.children:
        raise CouldNot(
            f"{path.name} holds no child of a children in need census.",
            "Give the census as it is sent to the Department for Education.",
        )
    return Arrival(KIND, census.tables(), fingerprint=before)


def _refuse_document_type(path: Path) -> None:
    """A document type can name files and addresses, and make a small file vast: look before reading."""
    with path.open("rb") as content:
        for _, root in etree.iterparse(content, events=("start",), **NOTHING_FROM_ELSEWHERE):
            if root.getroottree().docinfo.doctype:
                raise CouldNot(
                    f"{path.name} declares a document type, which no census does.",
                    "Such a file can be made to do harm: make the census again in the case system.",
                )
            return


def _stream(path: Path, census: "_Census", progress: Callable[[int, int], None]) -> None:
    """Hand every child to ``census`` as it goes by, and let it go again."""
    size = max(path.stat().st_size, 1)
    with path.open("rb") as content:
        wanted = ("{*}Child", "{*}Header")
        for _, element in etree.iterparse(content, tag=wanted, **NOTHING_FROM_ELSEWHERE):
            if _name(element) == "Header":
                census.take_header(element)
            else:
                census.take_child(element)
            progress(content.tell(), size)
            _let_go(element)


def _let_go(element: Any) -> None:
    """Free a child that was read, and the empty shells of those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _name(element: Any) -> str:
    """Name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _Rows:
    """Rows of one record table, gathered as text and packed away every few thousand children."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = (*columns, ROW)
        self.loose: list[tuple[str | int | None, ...]] = []
        self.packed: list[pa.Table] = []

    def pack(self) -> None:
        """Put the loose rows into Arrow, which holds them in a tenth of the memory."""
        values: list[tuple[Any, ...]] = list(zip(*self.loose, strict=True))
        arrays = [
            pa.array(values[place] if values else [], pa.int64() if name == ROW else pa.string())
            for place, name in enumerate(self.columns)
        ]
        self.packed.append(pa.table(arrays, names=list(self.columns)))
        self.loose = []


class _Census:
    """What has been read of a census so far."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self.children = 0
        self.reference_day: date | None = None
        self._blocks = 0
        self._rows = {
            "children": _Rows((*CHILD_FIELDS, "disabled")),
            "disabilities": _Rows(("child", "disability")),
        }
        for block in BLOCKS.values():
            for tell in block.tells:
                self._rows.setdefault(tell.table, _Rows(tell.columns))

    def take_header(self, header: Any) -> None:
        """The header says up to which day the census speaks."""
        for element in header.iter("{*}ReferenceDate"):
            try:
                self.reference_day = date.fromisoformat((element.text or "").strip())
            except ValueError:
                self.reference_day = None

    def take_child(self, element: Any) -> None:
        """Everything about one child."""
        if element.find("{*}ChildIdentifiers") is None:
            return
        said: dict[str, str | None] = {}
        disabilities: list[str] = []
        episodes = []
        for part in element:
            if _name(part) == EPISODE:
                episodes.append(part)
                continue
            for one in part.iter():
                if _name(one) == "Disability" and one.text:
                    disabilities.append(one.text.strip())
                elif len(one) == 0:
                    said[_name(one)] = one.text
        child, line = said.get("LAchildID"), element.sourceline
        fields = (_first(said, names) for names in CHILD_FIELDS.values())
        self._rows["children"].loose.append((*fields, _disabled(disabilities), line))
        for disability in disabilities:
            self._rows["disabilities"].loose.append((child, disability, line))
        for episode in episodes:
            self._take_block(episode, EPISODE, child, {}, {})
        self.children += 1
        if self.children % CHILDREN_AT_ONCE == 0:
            for rows in self._rows.values():
                rows.pack()

    def _take_block(
        self,
        element: Any,
        kind: str,
        child: str | None,
        around: Mapping[str, str | None],
        ids_around: Mapping[str, str],
    ) -> None:
        """One block and those inside it; ``around`` is what the blocks around it say."""
        self._blocks += 1
        block, ids = BLOCKS[kind], {**ids_around, kind: str(self._blocks)}
        said: dict[str, str | None] = {}
        inside = []
        for one in element:
            name = _name(one)
            if name in BLOCKS:
                inside.append((one, name))
            elif block.each == name:
                self._tell(block, {**around, name: one.text}, child, ids, one.sourceline)
            else:
                said[name] = one.text
        if not block.each:
            self._tell(block, said, child, ids, element.sourceline)
        for one, name in inside:
            self._take_block(one, name, child, said, ids)

    def _tell(
        self,
        block: Block,
        said: Mapping[str, str | None],
        child: str | None,
        ids: Mapping[str, str],
        line: int,
    ) -> None:
        for tell in block.tells:
            if not tell.only_where or said.get(tell.only_where):
                self._rows[tell.table].loose.append((*_row(tell, said, child, ids), line))

    def tables(self) -> dict[str, ArrivedTable]:
        """Every table the census can tell, typed."""
        arrived = {name: self._typed(name, rows) for name, rows in self._rows.items()}
        # A conference stands in the episode and again in the enquiry that led to it.
        arrived["initial_conferences"] = one_row_each(
            arrived["initial_conferences"], ("child", "held")
        )
        arrived["review_conferences"].partly["held"] = ONLY_THAT_YEAR
        arrived["extract"] = self._extract()
        return arrived

    def _typed(self, name: str, rows: _Rows) -> ArrivedTable:
        rows.pack()
        packed = pa.concat_tables(rows.packed)
        rows.packed = []
        columns = {column: packed[column] for column in rows.columns if column != ROW}
        if name == "children":
            columns["sex"] = _translated(columns["sex"])
        lines = packed[ROW].combine_chunks()
        file = pa.repeat(pa.scalar(self.file), len(lines))
        return typed_table(TABLES[name], SourceRows(columns, file, lines))

    def _extract(self) -> ArrivedTable:
        """A census speaks of the year that ends on its reference day."""
        table, day = TABLES["extract"], self.reference_day
        begins = date(day.year - 1, day.month, day.day) + timedelta(days=1) if day else None
        row = {"extract_day": day, "earliest_day": begins, FILE: self.file, ROW: 1}
        rows = pa.Table.from_pylist([row], typed_schema(table))
        return ArrivedTable(table, rows, frozenset({"extract_day", "earliest_day"}))


def _row(
    tell: Tell, said: Mapping[str, str | None], child: str | None, ids: Mapping[str, str]
) -> tuple[str | None, ...]:
    return (
        child,
        *(ids.get(block) for block in tell.ids.values()),
        *(said.get(name) for name in tell.fields.values()),
    )


def _first(said: Mapping[str, str | None], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if said.get(name)), None)


def _disabled(disabilities: list[str]) -> str | None:
    """Yes, no, or nothing where nobody recorded either."""
    if not disabilities:
        return None
    return "yes" if any(one != NO_DISABILITY for one in disabilities) else "no"


def _translated(values: pa.ChunkedArray) -> pa.Array:
    """Sex as returns spell it, in our codes: there are a handful of spellings at most."""
    encoded = values.combine_chunks().dictionary_encode()
    words = [None if word is None else sex(word.strip()) for word in encoded.dictionary.to_pylist()]
    return pa.array(words, pa.string()).take(encoded.indices)
