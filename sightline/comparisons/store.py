"""Where loaded statistics lie in a workspace.

``statistics/files`` keeps every file as it came, by its checksum; ``statistics/<number>`` what was
worked out of them; ``statistics/CURRENT`` names the number in use. A load writes the next number
and changes CURRENT last, so that a killed load leaves everything as it was.
"""

import json
import os
import shutil
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from sightline.comparisons.areas import Area
from sightline.comparisons.editions import Edition, edition_from
from sightline.comparisons.indicators import Indicator
from sightline.comparisons.neighbours import Neighbour
from sightline.comparisons.working_out import FIGURES, Shown

KEPT = 2


@dataclass
class Stored:
    """Everything a load leaves. ``figures`` are sorted by indicator."""

    editions: list[Edition] = field(default_factory=list)
    indicators: list[Shown] = field(default_factory=list)
    areas: dict[str, Area] = field(default_factory=dict)
    neighbours: list[Neighbour] = field(default_factory=list)
    set_aside: dict[str, list[str]] = field(default_factory=dict)
    figures: pa.Table = field(default_factory=FIGURES.empty_table)


def folder_of(workspace: Path) -> Path:
    """Where the statistics of a workspace lie."""
    return workspace / "statistics"


def current_number(workspace: Path) -> int:
    """The number in use; 0 before the first load."""
    try:
        return int((folder_of(workspace) / "CURRENT").read_text(encoding="ascii"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return 0


def kept_file(workspace: Path, sha256: str) -> Path:
    """The file with this checksum, as it came."""
    return folder_of(workspace) / "files" / f"{sha256}.csv"


def keep_file(workspace: Path, path: Path, sha256: str) -> None:
    """Keep a copy of a file that was loaded."""
    target = kept_file(workspace, sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(".part")
    shutil.copyfile(path, aside)
    os.replace(aside, target)


def read(workspace: Path, number: int) -> Stored:
    """What the load of this number left; nothing where there was none."""
    if not number:
        return Stored()
    folder = folder_of(workspace) / str(number)
    told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return Stored(
        editions=[edition_from(row) for row in told["editions"]],
        indicators=[_shown_from(row) for row in told["indicators"]],
        areas={row["key"]: _area_from(row) for row in told["areas"]},
        neighbours=[Neighbour(*row) for row in told["neighbours"]],
        set_aside=told["set_aside"],
        figures=pyarrow.parquet.read_table(folder / "figures.parquet"),
    )


def write(workspace: Path, stored: Stored) -> None:
    """Make this what the workspace holds."""
    before = current_number(workspace)
    folder = folder_of(workspace) / str(before + 1)
    shutil.rmtree(folder, ignore_errors=True)  # what a killed load left
    folder.mkdir(parents=True)
    told = {
        "editions": [edition.as_json() for edition in stored.editions],
        "indicators": [asdict(shown) for shown in stored.indicators],
        "areas": [_area_as_json(area) for area in stored.areas.values()],
        "neighbours": [list(asdict(one).values()) for one in stored.neighbours],
        "set_aside": stored.set_aside,
    }
    (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")
    figures = stored.figures.take(pc.sort_indices(stored.figures, [("indicator", "ascending")]))
    pyarrow.parquet.write_table(figures, folder / "figures.parquet", compression="zstd")
    pointer = folder_of(workspace) / "CURRENT.next"
    pointer.write_text(f"{before + 1}\n", encoding="ascii")
    os.replace(pointer, folder_of(workspace) / "CURRENT")
    for old in folder_of(workspace).iterdir():
        if old.name.isdigit() and int(old.name) <= before + 1 - KEPT:
            shutil.rmtree(old, ignore_errors=True)


def _area_as_json(area: Area) -> dict[str, Any]:
    ended = area.abolished_on
    return {**asdict(area), "abolished_on": ended.isoformat() if ended else None}


def _area_from(row: dict[str, Any]) -> Area:
    several = ("codes", "after", "before", "other_names")
    ended = row["abolished_on"]
    return Area(
        **{
            **row,
            **{name: tuple(row[name]) for name in several},
            "abolished_on": date.fromisoformat(ended) if ended else None,
        }
    )


def _shown_from(row: dict[str, Any]) -> Shown:
    indicator = row["indicator"]
    pairs = {
        name: tuple((column, words) for column, words in indicator[name])
        for name in ("filters", "base_filters")
    }
    themes = tuple(indicator["themes"])
    return Shown(**{**row, "indicator": Indicator(**{**indicator, **pairs, "themes": themes})})
