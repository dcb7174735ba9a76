"""Charts already drawn, kept in the workspace by what is in them.

A chart is kept under the hash of everything it depends on, the code that draws it included, so a
kept one is never out of date.
Only drawings made from counts are kept; nothing about one child is.
"""

import hashlib
import inspect
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from sightline.web.charts import house_style

MOST_KEPT = 500


class Chart(Protocol):
    """A drawing to be made: its key is everything it depends on."""

    def as_text(self) -> str:
        """Everything the drawing depends on, in one text."""


def drawn(chart: Chart, draw: Callable[[Any], str], workspace: Path) -> str:
    """The chart as SVG: the kept drawing where there is one, a new one kept for next time."""
    folder = workspace / "cache" / "charts"
    key = hashlib.sha256(_code_of(draw) + chart.as_text().encode()).hexdigest()
    file = folder / f"{key}.svg"
    if file.is_file():
        return file.read_text(encoding="utf-8")
    svg = draw(chart)
    folder.mkdir(parents=True, exist_ok=True)
    # Written aside and renamed, so that no reader meets half a drawing.
    aside = file.with_suffix(f".{os.getpid()}.part")
    aside.write_text(svg, encoding="utf-8")
    aside.replace(file)
    _let_go_of_the_oldest(folder)
    return svg


@cache
def _code_of(draw: Callable[[Any], str]) -> bytes:
    """The code that draws, and what all charts have alike: a chart kept from before either changed
    is not shown."""
    files = (Path(inspect.getfile(draw)), Path(inspect.getfile(house_style)))
    return b"".join(file.read_bytes() for file in files)


def _let_go_of_the_oldest(folder: Path) -> None:
    """Keep the folder small: charts of ledgers long gone are never asked for again."""
    kept = sorted(folder.glob("*.svg"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in kept[MOST_KEPT:]:
        file.unlink(missing_ok=True)
