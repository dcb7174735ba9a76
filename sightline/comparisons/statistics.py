"""The statistics of a workspace, held in memory until a load changes them."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import pyarrow.compute as pc

from sightline.comparisons import store
from sightline.comparisons.areas import Area
from sightline.comparisons.comparing import Comparison, Figures, Told, compare
from sightline.comparisons.editions import Edition
from sightline.comparisons.indicators import DATASETS, Dataset
from sightline.comparisons.neighbours import Neighbour, by_model
from sightline.comparisons.working_out import Shown

MOST_KEPT = 64  # indicators taken apart at a time; each is some two thousand rows


class Statistics:
    """What was loaded: indicators, councils, neighbours, and where each came from."""

    def __init__(self, stored: store.Stored) -> None:
        self.editions: list[Edition] = stored.editions
        self.set_aside = stored.set_aside
        self.areas = stored.areas
        self.indicators = {shown.indicator.key: shown for shown in stored.indicators}
        self._figures = stored.figures
        self._neighbours = by_model(stored.neighbours)
        self._kept: dict[str, Figures] = {}

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        """Where the rows of each indicator begin, and how many there are."""
        runs = pc.run_end_encode(self._figures["indicator"].combine_chunks())
        ends = runs.run_ends.to_pylist()
        begins = [0, *ends][:-1]
        return {
            name: (first, end - first)
            for name, first, end in zip(runs.values.to_pylist(), begins, ends, strict=True)
        }

    @cached_property
    def councils(self) -> list[Area]:
        """Every council by name, abolished ones too; two of one name by code."""
        councils = (area for area in self.areas.values() if area.is_council)
        return sorted(councils, key=lambda area: (area.name, area.key))

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(area.name for area in self.councils)

    def name_of(self, area: Area) -> str:
        """A council's name; with its code where two share it, and its last day where it is no more."""
        said = [area.key] if self._names[area.name] > 1 else []
        if area.abolished_on:
            said.append(f"abolished {area.abolished_on.day} {area.abolished_on:%B %Y}")
        return f"{area.name} ({', '.join(said)})" if said else area.name

    def names_of(self, codes: Sequence[str]) -> str:
        """Several councils by name, or by code where no file names them."""
        known = (self.name_of(self.areas[code]) if code in self.areas else code for code in codes)
        return ", ".join(known)

    @property
    def models(self) -> list[str]:
        """Versions of the model of neighbours, newest first."""
        return sorted(self._neighbours, reverse=True)

    def neighbours_of(self, council: str, model: str) -> list[Neighbour]:
        """The statistical neighbours of a council by a model, closest first."""
        return self._neighbours.get(model, {}).get(council, [])

    def declared(self) -> list[Shown]:
        """The indicators Sightline knows, in their order."""
        return [shown for shown in self.indicators.values() if shown.is_declared]

    def of_theme(self, theme: str) -> list[Shown]:
        """The indicators of a theme."""
        return [shown for shown in self.declared() if theme in shown.indicator.themes]

    def other_columns(self, subject: str) -> list[Shown]:
        """The columns of a data set that no declared indicator shows."""
        return [
            shown
            for shown in self.indicators.values()
            if not shown.is_declared and shown.indicator.dataset == subject
        ]

    def dataset_of(self, shown: Shown) -> Dataset | None:
        """The data set an indicator belongs to, where it is a known one."""
        return DATASETS.get(shown.indicator.dataset)

    def files_of(self, shown: Shown) -> list[Edition]:
        """The editions in use that an indicator's figures come from."""
        names = shown.source.split(" and ")
        return [edition for edition in self.editions if edition.in_use and edition.file in names]

    def replaced_by(self, edition: Edition) -> list[Edition]:
        """The older editions in whose place this one is used."""
        return [one for one in self.editions if one.subject == edition.subject and not one.in_use]

    def figures_of(self, indicator: str) -> Figures:
        """All figures of an indicator. KeyError where there is no such one."""
        if indicator not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            begins, length = self._places.get(indicator, (0, 0))
            rows = self._figures.slice(begins, length)
            names = ("value", "numerator", "denominator", "mark")
            told = (
                Told(*row) for row in zip(*(rows[name].to_pylist() for name in names), strict=True)
            )
            places = zip(rows["area"].to_pylist(), rows["year"].to_pylist(), strict=True)
            self._kept[indicator] = Figures(
                self.indicators[indicator], dict(zip(places, told, strict=True)), self.areas
            )
        return self._kept[indicator]

    def comparison(
        self, indicator: str, councils: Sequence[str] = (), model: str = ""
    ) -> Comparison:
        """An indicator for some councils; ``model`` by default the newest that knows the first."""
        chosen = [self.areas[key] for key in councils if key in self.areas]
        first = chosen[0].key if chosen else ""
        if model not in self._neighbours:
            known = (one for one in self.models if self.neighbours_of(first, one))
            model = next(known, "")
        near = [one.neighbour for one in self.neighbours_of(first, model)]
        return compare(
            self.figures_of(indicator), chosen, areas=self.areas, model=model, neighbours=near
        )


def statistics_of(workspace: Path | None) -> Statistics:
    """The statistics a workspace holds; empty before the first load, and where there is none."""
    if workspace is None:
        return Statistics(store.Stored())
    return _held(workspace, store.current_number(workspace))


@lru_cache(maxsize=2)
def _held(workspace: Path, number: int) -> Statistics:
    return Statistics(store.read(workspace, number))
