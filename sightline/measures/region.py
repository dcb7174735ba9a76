"""Asking every rule of a region: many authorities, each a folder of Parquet files.

    region/
        Thornmere/children.parquet, referrals.parquet, ...
        Saltby/children.parquet, ...

The embedded engine takes one authority after another, so that memory does not grow with their
number. Spark takes the whole region at once. Both write the same rows, a folder an authority:
``authority=Thornmere/*.parquet``.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as parquet

from sightline.engine import spark, store
from sightline.engine.asking import ask
from sightline.engine.compiled import CompiledRules
from sightline.engine.rule import Rule
from sightline.engine.status import status_on
from sightline.engine.steps import kept
from sightline.records.tables import TABLES
from sightline.rules import RULES
from sightline.sources.could_not import CouldNot

DUCKDB, SPARK = ENGINES = ("duckdb", "spark")
AUTHORITY = "authority"
MAIN = "main"  # the schema of the tables that are not temporary
AT_ONCE = 2  # Spark plans a query on one core: the next rule is planned beside it
BETWEEN = "::"  # between an authority and an id, while authorities lie in one table
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class RegionReport:
    """How many authorities were asked how many rules, and what was found."""

    authorities: int
    rules: int
    concerns: int
    out: Path

    def __str__(self) -> str:
        return (
            f"Asked {self.rules} rules about {self.authorities} authorities: "
            f"{self.concerns:,} concerns."
        )


def check_region(
    region: Path,
    out: Path,
    *,
    on: date,
    engine: str = DUCKDB,
    master: str = "",
    local_standards: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> RegionReport:
    """Ask every rule of every authority under ``region``, and write the concerns as on a day.

    ``master`` is a Spark cluster's address. ``out`` gets ``concerns/authority=NAME/*.parquet`` with
    the columns of ``engine.status``. CouldNot where the folder holds no authority, or the engine
    is not there.
    """
    authorities = authorities_in(region)
    found = out / "concerns"
    shutil.rmtree(found, ignore_errors=True)
    rules = [rule for rule in RULES.values() if rule.on_by_default]
    listen = progress or (lambda done, total: None)
    if engine == SPARK:
        _ask_spark(rules, authorities, found, on, local_standards or {}, master, listen)
    else:
        _ask_one_by_one(rules, authorities, found, on, local_standards or {}, listen)
    files = sorted(found.rglob("*.parquet"))
    concerns = sum(parquet.read_metadata(file).num_rows for file in files)
    return RegionReport(len(authorities), len(rules), concerns, out)


def authorities_in(region: Path) -> dict[str, Path]:
    """The folders of authorities by name; CouldNot where there is none or a name cannot be used."""
    folders = {
        folder.name: folder
        for folder in sorted(region.glob("*"))
        if any((folder / f"{name}.parquet").is_file() for name in TABLES)
    }
    if not folders:
        raise CouldNot(
            f"The folder {region.name} holds no authority.",
            "Give a folder with a folder for each authority, and in it files such as "
            "children.parquet; sightline synthesise --authorities makes one.",
        )
    if unusable := [name for name in folders if BETWEEN in name or "=" in name or "/" in name]:
        raise CouldNot(
            f"The folder name {unusable[0]} cannot be an authority's: it holds {BETWEEN} or =.",
            "Name the folder without them.",
        )
    return folders


def _ask_one_by_one(
    rules: list[Rule],
    authorities: Mapping[str, Path],
    out: Path,
    on: date,
    local_standards: Mapping[str, Any],
    listen: Progress,
) -> None:
    """Compiled once; each authority's records then take the place of the last one's."""
    backend = store.open_memory()
    empty = {name: table.arrow_schema.empty_table() for name, table in TABLES.items()}
    records = store.load_tables(backend, empty)
    compiled = CompiledRules(backend, rules, records, local_standards=local_standards)
    for done, (name, folder) in enumerate(authorities.items()):
        listen(done, len(authorities))
        for table, rows in _tables_of(folder):
            store.keep(backend, table, rows, database=MAIN)
        target = out / f"{AUTHORITY}={name}"
        target.mkdir(parents=True)
        found = compiled.ask_all("concern_rows")
        store.write_parquet(backend, status_on(found, on), target / "concerns.parquet")
    backend.disconnect()
    listen(len(authorities), len(authorities))


def _tables_of(folder: Path) -> Iterator[tuple[str, pa.Table]]:
    """Every record table of an authority, typed; one without a file is empty."""
    for name, table in TABLES.items():
        file = folder / f"{name}.parquet"
        if not file.is_file():
            yield name, table.arrow_schema.empty_table()
            continue
        rows = parquet.read_table(file)
        yield (
            name,
            pa.table(
                {
                    field.name: rows[field.name].cast(field.type)
                    if field.name in rows.column_names
                    else pa.nulls(rows.num_rows, field.type)
                    for field in table.arrow_schema
                },
                schema=table.arrow_schema,
            ),
        )


def _ask_spark(
    rules: list[Rule],
    authorities: Mapping[str, Path],
    out: Path,
    on: date,
    local_standards: Mapping[str, Any],
    master: str,
    listen: Progress,
) -> None:
    try:
        backend = spark.open_spark(master)
    except spark.SparkNotThere as missing:
        raise CouldNot(str(missing), "Or use the embedded engine: --engine duckdb.") from missing
    records = {name: _laid_together(backend, name, authorities) for name in TABLES}
    with (
        kept(lambda step, rows: spark.keep(backend, step, rows)),
        ThreadPoolExecutor(AT_ONCE) as asking,
    ):
        asked = [
            asking.submit(
                spark.keep,
                backend,
                f"rule_{rule.name}",
                _taken_apart(status_on(ask(rule, records, local_standards=local_standards), on)),
            )
            for rule in rules
        ]
        found = []
        for done, answer in enumerate(asked):
            listen(done, len(rules))
            found.append(answer.result())
    spark.write_parquet(backend, ibis.union(*found), out, partition_by=AUTHORITY)
    listen(len(rules), len(rules))


def _laid_together(backend: Any, name: str, authorities: Mapping[str, Path]) -> ir.Table:
    """One record table of all authorities: each id carries the authority it is of."""
    table = TABLES[name]
    parts = []
    for number, (authority, folder) in enumerate(authorities.items()):
        file = folder / f"{name}.parquet"
        if file.is_file():
            rows = spark.read_parquet(backend, f"{name}_{number}", file)
            parts.append(_of_authority(rows, name, authority))
    if not parts:
        return ibis.memtable(table.arrow_schema.empty_table())
    return spark.keep(backend, name, ibis.union(*parts) if len(parts) > 1 else parts[0])


def _of_authority(rows: ir.Table, name: str, authority: str) -> ir.Table:
    table = TABLES[name]
    types = ibis.Schema.from_pyarrow(table.arrow_schema)
    columns = {}
    for column in table.columns:
        kind = types[column.name]
        there = column.name in rows.columns
        value = rows[column.name].cast(kind) if there else ibis.null(kind)
        is_id = column.name in ("child", table.key) or column.refers_to
        if there and is_id and kind.is_string():
            value = ibis.literal(f"{authority}{BETWEEN}") + value
        columns[column.name] = value
    return rows.select(**columns)


def _taken_apart(rows: ir.Table) -> ir.Table:
    """The rows with the authority in a column of its own, and out of ids and evidence."""
    authority = rows.child.split(BETWEEN)[0]
    before = authority + BETWEEN
    return rows.mutate(
        child=rows.child.substr(before.length()),
        evidence=rows.evidence.replace(before, ""),
        **{AUTHORITY: authority},
    )
