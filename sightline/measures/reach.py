"""How far back a measure can be told: the horizon of the source, and how far its rule looks back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from sightline.engine.clocks import Clocks
from sightline.engine.measure import Measure

HORIZON = "horizon"


def earliest_days(
    measures: Iterable[Measure], earliest_day: date | None, clocks: Clocks, backend: Any
) -> dict[str, date | None]:
    """By measure the first day it can be told of; None where the source names no earliest day.

    A rule that looks back 24 months cannot tell before the records reach back 24 months.
    """
    reach = ibis.memtable(pa.table({HORIZON: pa.array([earliest_day], pa.date32())}))
    for standard in sorted({measure.looks_back for measure in measures} - {""}):
        reach = clocks.after(reach, day=HORIZON, standard=standard, into=standard)
    (days,) = backend.to_pyarrow(reach).to_pylist()
    return {measure.name: days[measure.looks_back or HORIZON] for measure in measures}
