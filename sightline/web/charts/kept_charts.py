"""Charts already drawn, kept in the workspace by what is in them.

A chart is kept under the hash of everything it depends on, so a kept one is never out of date.
Only drawings made from counts are kept; nothing about one child is.
"""

import hashlib
import os
from pathlib import Path

from sightline.web.charts.measure_chart import MeasureChart, draw


def drawn(chart: MeasureChart, workspace: Path) -> str:
    """The chart as SVG: the kept drawing where there is one, a new one kept for next time."""
    folder = workspace / "cache" / "charts"
    file = folder / f"{hashlib.sha256(chart.as_text().encode()).hexdigest()}.svg"
    if file.is_file():
        return file.read_text(encoding="utf-8")
    svg = draw(chart)
    folder.mkdir(parents=True, exist_ok=True)
    # Written aside and renamed, so that no reader meets half a drawing.
    aside = file.with_suffix(f".{os.getpid()}.part")
    aside.write_text(svg, encoding="utf-8")
    aside.replace(file)
    return svg
