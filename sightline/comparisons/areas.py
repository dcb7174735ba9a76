"""Councils, regions and the country, known by code: two councils may have one name.

A council's key is its three-digit code, which stays when its nine-character code is changed. Files
say when a council was abolished and which came after it; nothing is joined across that day.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sightline.comparisons.marks import MARKS
from sightline.comparisons.published_files import COUNCILS, DATASET, PublishedFile

COUNCIL, JOINT, REGION, COUNTRY = "council", "joint return", "region", "country"
LEVELS = {
    "local authority": COUNCIL,
    "la": COUNCIL,
    "regional": REGION,
    "reg": REGION,
    "national": COUNTRY,
    "nat": COUNTRY,
}
ENGLAND = "E92000001"
_JOINT = re.compile(r"\d{3}\s*/\s*\d{3}")


@dataclass(frozen=True)
class Area:
    """A council, region or country. ``codes`` are its nine-character codes, several where recoded.

    ``first_year`` and ``last_year`` are those with a figure, 0 where there is none; ``after`` are the codes of the councils
    that took its place on ``abolished_on``; ``before`` those whose place it took.
    """

    key: str
    name: str
    kind: str
    codes: tuple[str, ...] = ()
    region: str = ""
    first_year: int = 0
    last_year: int = 0
    abolished_on: date | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()

    @property
    def is_council(self) -> bool:
        """Whether it is one council: a joint return of two is not."""
        return self.kind == COUNCIL


def keys_of(file: PublishedFile) -> tuple[list[str], list[str]]:
    """The key and the kind of every row of a data set; both "" where a row cannot be placed."""
    levels = file.column("geographic_level", "geo_level").to_pylist()
    old = file.column("old_la_code").to_pylist()
    new = file.column("new_la_code", "la_code").to_pylist()
    regions = file.column("region_code", "la_code").to_pylist()
    countries = file.column("country_code", "la_code").to_pylist()
    keys, kinds = [], []
    for level, old_code, new_code, region, country in zip(
        levels, old, new, regions, countries, strict=True
    ):
        kind = LEVELS.get(level.strip().lower(), "")
        if kind == COUNCIL:
            key = _code(old_code) or _code(new_code)
            kind = JOINT if _JOINT.fullmatch(key) else kind
        else:
            key = _code({REGION: region, COUNTRY: country}.get(kind, ""))
        keys.append(key)
        kinds.append(kind if key else "")
    return keys, kinds


def _code(text: str) -> str:
    text = text.strip()
    return "" if text in MARKS else text


def areas_of(files: Iterable[PublishedFile]) -> dict[str, Area]:
    """Every area that data sets name, with what a table of councils says of them."""
    found: dict[str, Area] = {}
    tables = []
    for file in files:
        if file.sort == COUNCILS:
            tables.append(file)
        elif file.sort == DATASET or "geo_level" in file.rows.column_names:
            _add(found, file)
    for table in tables:
        _tell_of_councils(found, table)
    return _with_those_before(found)


def year_of(text: str) -> int:
    """The year a period ends in: 2025 of 2025, of 202425 and of 2024/25; 0 where it is no year."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 6 and int(digits[4:]) == (int(digits[:4]) + 1) % 100:
        return int(digits[:4]) + 1
    return 0


def _add(found: dict[str, Area], file: PublishedFile) -> None:
    """The areas one file names, each once for a year and a spelling."""
    keys, kinds = keys_of(file)
    rows = pa.table(
        {
            "key": pa.array(keys, pa.string()),
            "kind": pa.array(kinds, pa.string()),
            "year": file.column("time_period", "year_end", "year"),
            "la_name": file.column("la_name"),
            "region_name": file.column("region_name"),
            "country_name": file.column("country_name", "la_name"),
            "code": file.column("new_la_code", "la_code"),
        }
    )
    distinct = rows.group_by(rows.column_names).aggregate([])
    for row in sorted(distinct.to_pylist(), key=lambda row: row["year"]):
        if row["key"]:
            _tell_of_area(found, row)


def _tell_of_area(found: dict[str, Area], row: dict[str, str]) -> None:
    key, kind = row["key"], row["kind"]
    name = {REGION: row["region_name"], COUNTRY: row["country_name"]}.get(kind, row["la_name"])
    name = name or row["la_name"]
    known = found.get(key) or Area(key, name or key, kind)
    names = {*known.other_names, known.name, name} - {"", name or known.name}
    code = _code(row["code"])
    found[key] = replace(
        known,
        name=name or known.name,
        other_names=tuple(sorted(names)),
        region=known.region or (row["region_name"] if kind in (COUNCIL, JOINT) else ""),
        codes=tuple(dict.fromkeys((*known.codes, *([code] if code else [])))),
    )


def _tell_of_councils(found: dict[str, Area], table: PublishedFile) -> None:
    for row in table.rows.to_pylist():
        key = _code(row["old_la_code"])
        if not key:
            continue
        known = found.get(key) or Area(key, row["la_name"], COUNCIL)
        ended = row["abolished_on"].strip()
        after = row.get("successors_old_code", "").replace(",", ";").split(";")
        found[key] = replace(
            known,
            region=known.region or row.get("region_name", ""),
            codes=tuple(dict.fromkeys((*known.codes, row["new_la_code"]))),
            abolished_on=_day(ended) or known.abolished_on,
            after=tuple(sorted({*known.after, *(one.strip() for one in after if one.strip())})),
        )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _with_those_before(found: dict[str, Area]) -> dict[str, Area]:
    """Each council told which ones it came after."""
    before: dict[str, list[str]] = {}
    for area in found.values():
        for later in area.after:
            before.setdefault(later, []).append(area.key)
    return {
        key: replace(area, before=tuple(sorted(before.get(key, ())))) for key, area in found.items()
    }


def with_years(areas: dict[str, Area], figures: pa.Table) -> dict[str, Area]:
    """Each area with the first and last year in which any figure of it was published."""
    known = figures.filter(pc.is_valid(figures["value"]))
    years = known.group_by("area").aggregate([("year", "min"), ("year", "max")]).to_pylist()
    found = dict(areas)
    for row in years:
        if row["area"] in found:
            found[row["area"]] = replace(
                found[row["area"]], first_year=row["year_min"], last_year=row["year_max"]
            )
    return found
