"""The workspace behind the pages: read through the ledger and the answers, never written.

One ``WorkspaceService`` stands for one ledger file. What is the same for everybody (who the
children are, who holds them, the figures) is read once and kept while that file is current; a
child's own records are read each time and never kept.
"""

import contextlib
import threading
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from sightline.casework.policy import ChildRecord
from sightline.engine.control_chart import ControlChart
from sightline.engine.measure import COUNT, LENGTH, STANDING, Measure, NumberRunning
from sightline.engine.periods import GRAINS, MONTH, YEAR, period_named
from sightline.ledger.keeping.adoption import with_signs_of_adoption
from sightline.ledger.local_standards import LocalStandards, local_standards_of
from sightline.ledger.reading import coverage_of, extract_of
from sightline.ledger.workspace import Workspace
from sightline.measures import MEASURES, answers
from sightline.sources.could_not import CouldNot
from sightline.web import service, words
from sightline.web.change_answers import ChangeAnswers
from sightline.web.cohort_answers import CohortAnswers
from sightline.web.concerns_shown import shown
from sightline.web.family import family_of
from sightline.web.finding_children import Asked, Found, every_child, like
from sightline.web.live_child import LiveChildren
from sightline.web.oversight_answers import OversightAnswers
from sightline.web.quality_answers import QualityAnswers
from sightline.web.records_for_policy import records_on
from sightline.web.team_answers import TeamAnswers
from sightline.web.tracker_answers import TrackerAnswers
from sightline.web.what_came_of_a_change import WhatCameOfAChange
from sightline.web.worklist_answers import WorklistAnswers

MADE_UP_SUFFIX = " (made up)"


def current() -> "WorkspaceService":
    """The service of the workspace this process serves, on its current ledger."""
    if settings.WORKSPACE is None:
        raise CouldNot("No workspace is served.", "Start with: sightline serve --workspace FOLDER")
    folder = Path(settings.WORKSPACE)
    return _service_of(folder, Workspace(folder).current_number())


@lru_cache(maxsize=2)
def _service_of(folder: Path, number: int) -> "WorkspaceService":
    """One service for each ledger file, so that what it keeps goes when the ledger changes."""
    return WorkspaceService(Workspace(folder), number)


def let_go() -> None:
    """Close what this thread has open and forget it: nothing open may be carried into a fork."""
    if settings.WORKSPACE is not None:
        current().close()
    _service_of.cache_clear()


class WorkspaceService(
    WorklistAnswers,
    OversightAnswers,
    TrackerAnswers,
    CohortAnswers,
    ChangeAnswers,
    WhatCameOfAChange,
    QualityAnswers,
    TeamAnswers,
):
    """Answers what pages ask, from one ledger file. See ``service.Service``."""

    def __init__(self, workspace: Workspace, number: int) -> None:
        self._workspace = workspace
        self._is_loaded = number > 0
        self._live = LiveChildren(self._reading, workspace, number)
        self._children_to_look_at: dict[tuple[str, str], int] = {}
        self._of_thread = threading.local()

    def authority(self) -> service.Authority | None:
        """Whose records these are; None before the first load."""
        return self._authority if self._is_loaded else None

    def measures(self) -> list[service.MeasureShown]:
        """Every measure there is; none before the first load."""
        return self._measures if self._is_loaded else []

    def figure(self, measure: str, period: str = "") -> service.Figure | None:
        """The measure in a period: a share of the latest whole month, a count on the day asked about."""
        return self._figures.get(measure, {}).get(period or self._today.get(measure, ""))

    def months(self, measure: str) -> list[service.Figure]:
        """The measure by month, oldest first, months that are not over left out of shares."""
        return self._months.get(measure, [])

    def years(self, measure: str) -> list[service.Figure]:
        """The measure by whole year, oldest first; empty for what stands."""
        return self._years.get(measure, [])

    def series(self, measure: str, grain: str, team: str = "") -> list[service.Figure]:
        """The measure by month, quarter or year, oldest first; periods not over left out, but of what
        stands."""
        with self._reading() as backend:
            found = answers.measure_series(backend, measure, grain=grain, team=team or None)
        wanted = MEASURES[measure]
        return [_figure(one, wanted) for one in found if one.is_whole or wanted.at_end]

    def teams(self, measure: str) -> list[str]:
        """The teams of which the measure is told."""
        with self._reading() as backend:
            return answers.teams_of(backend, measure)

    def control_chart(self, measure: str, team: str = "") -> ControlChart | None:
        """Its limits and signals by whole month; None where there are too few months."""
        with self._reading() as backend:
            return answers.control_chart(backend, measure, team=team or None)

    def groups(self, measure: str, kind: str, year: str) -> list[service.FigureOfGroup]:
        """The measure in one year by group of children, or by what it is split by."""
        with self._reading() as backend:
            found = answers.groups_in_year(backend, measure, kind, year)
        return [
            service.FigureOfGroup(
                one.group, _figure(one.figure, MEASURES[measure]) if one.figure else None
            )
            for one in found
        ]

    def rows_behind(self, measure: str, period: str, team: str = "") -> list[service.RowBehind]:
        """The rows counted in the measure in that period, of the service or of one team."""
        with self._reading() as backend:
            rows = answers.rows_behind(backend, measure, period, team=team or None)
        return [
            service.RowBehind(
                child=row.child or "",
                subject=row.subject,
                in_numerator=row.in_numerator,
                since=row.since,
                worker=row.worker or "",
                team=row.team or "",
                due=row.due,
                met=row.met,
            )
            for row in rows
        ]

    def children_to_look_at(self, measure: str, period: str) -> int:
        """How many different children are behind the rows that a service would look at."""
        key = (measure, period)
        if key not in self._children_to_look_at:
            wanted = next(one for one in self._measures if one.name == measure)
            rows = self.rows_behind(measure, period)
            self._children_to_look_at[key] = len(
                {row.child for row in rows if wanted.is_to_look_at(row)} - {""}
            )
        return self._children_to_look_at[key]

    def children(self) -> tuple[str, ...]:
        """The council ids of all children."""
        return self._children

    def records_of(
        self, child: str, tables: Collection[str] = ()
    ) -> dict[str, list[dict[str, Any]]]:
        """Every record of one child, or those of ``tables``, with what was recorded here this moment."""
        return self._live.records_of(child, tables)

    def concerns_of(self, child: str) -> list[service.Concern]:
        """Every concern of one child: as of the last night, or asked again since."""
        again = self.asked_again(child)
        if again and again.on:
            return list(again.concerns)
        with self._reading() as backend:
            return [shown(found) for found in answers.concerns_of_child(backend, child)]

    def asked_again(self, child: str) -> service.AskedAgain | None:
        """The answers of a child for whom something was recorded here since."""
        return self._live.asked_again_of([child]).get(child)

    def changed_since_last_night(
        self, children: Collection[str]
    ) -> dict[str, list[service.Concern]]:
        """Of the children those asked again, with all their concerns."""
        again = self._live.asked_again_of(children)
        return {child: list(one.concerns) for child, one in again.items() if one.on}

    def record_of(self, child: str) -> ChildRecord:
        """The child's record as the policy sees it; nobody works with a child who is not known."""
        return self._records_for_policy.get(child) or ChildRecord(child=child)

    def records_for_policy(self) -> Mapping[str, ChildRecord]:
        """Every child's record as the policy sees it on the day asked about."""
        return self._records_for_policy

    def children_like(self, asked: Asked) -> list[Found]:
        """The children who may be the one asked for at the front door, whoever may read them."""
        return like(self._every_child, asked)

    def names_of(self, children: set[str]) -> dict[str, tuple[str, str]]:
        """Given name and family name of these children."""
        rows = self._rows(
            "SELECT child, given_name, family_name FROM records.children "
            "WHERE child IN (SELECT unnest(?))",
            [sorted(children)],
        )
        return {child: (given or "", family or "") for child, given, family in rows}

    def family_of(self, child: str) -> tuple[str, ...]:
        """The other children that the records count to the child's family, never across an adoption."""
        return family_of(self._rows, child, self._adopted)

    def worker_names(self) -> dict[str, str]:
        """The name of each worker by id."""
        return self._worker_names

    def local_standards(self) -> LocalStandards:
        """Where the council differs from the national standards, as its settings stand now."""
        return local_standards_of(self._workspace.folder)

    def filled(self) -> frozenset[str]:
        """The columns of the records that some source fills, such as "placements.postcode"."""
        return self._filled

    @cached_property
    def _every_child(self) -> tuple[Found, ...]:
        return every_child(self._rows)

    @cached_property
    def _filled(self) -> frozenset[str]:
        with self._reading() as backend:
            rows = coverage_of(backend).to_pylist()
        return frozenset(f"{row['table']}.{row['column']}" for row in rows if row["filled"])

    @cached_property
    def _authority(self) -> service.Authority:
        with self._reading() as backend:
            extract = extract_of(backend)
            day = answers.asked_on(backend) or extract.extract_day
        name = extract.authority
        if extract.made_up:
            name = name.removesuffix(MADE_UP_SUFFIX)
        return service.Authority(name, extract.made_up, day, extract.earliest_day)

    @cached_property
    def _measures(self) -> list[service.MeasureShown]:
        return [
            service.MeasureShown(
                name=measure.name,
                title=measure.title,
                themes=measure.themes,
                kind=measure.figure,
                numerator_words=measure.numerator_words,
                denominator_words=measure.denominator_words,
                definition=measure.definition,
                better=measure.better,
                published=measure.published,
                rule=measure.rule,
                is_number=measure.figure == COUNT or isinstance(measure.counts, NumberRunning),
                split_by=measure.split_by,
                unit_of_length=measure.unit_of_length,
                of_children=measure.of_children,
            )
            for measure in MEASURES.values()
        ]

    @cached_property
    def _today(self) -> dict[str, str]:
        """The period of each measure's figure of today."""
        found = {
            name: answers.latest_of(name, months) for name, months in self._series[MONTH].items()
        }
        return {name: figure.period for name, figure in found.items() if figure}

    @cached_property
    def _series(self) -> dict[str, dict[str, list[answers.Figure]]]:
        """Every measure by month, quarter and year, read at one go."""
        with self._reading() as backend:
            return answers.every_series(backend)

    @cached_property
    def _figures(self) -> dict[str, dict[str, service.Figure]]:
        """By measure and period."""
        return {
            name: {
                figure.period: _figure(figure, MEASURES[name])
                for grain in GRAINS
                for figure in self._series[grain][name]
            }
            for name in MEASURES
        }

    @cached_property
    def _months(self) -> dict[str, list[service.Figure]]:
        return {
            name: [
                self._figures[name][month.period]
                for month in months
                if month.is_whole or MEASURES[name].at_end
            ]
            for name, months in self._series[MONTH].items()
        }

    @cached_property
    def _years(self) -> dict[str, list[service.Figure]]:
        return {
            name: [self._figures[name][year.period] for year in years if year.is_whole]
            for name, years in self._series[YEAR].items()
            if not MEASURES[name].at_end
        }

    @cached_property
    def _children(self) -> tuple[str, ...]:
        return tuple(child for (child,) in self._rows("SELECT child FROM records.children"))

    @cached_property
    def _records_for_policy(self) -> Mapping[str, ChildRecord]:
        return records_on(self._rows, self._children, self._authority.day)

    @cached_property
    def _adopted(self) -> frozenset[str]:
        with self._reading() as backend:
            return frozenset(with_signs_of_adoption(backend.con))

    @cached_property
    def _worker_names(self) -> dict[str, str]:
        rows = self._rows("SELECT worker, name FROM records.workers")
        return {worker: name or worker for worker, name in rows}

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Any]:
        """This thread's open ledger. A published file never changes, so it may stay open.

        Opening costs more than most questions, and one connection answers one thread at a time.
        """
        if not hasattr(self._of_thread, "backend"):
            self._of_thread.opened = contextlib.ExitStack()
            backend = self._of_thread.opened.enter_context(self._workspace.reading())
            # Many small questions of many people: sharing each among threads costs more than it gives.
            backend.con.execute("SET threads = 1")
            self._of_thread.backend = backend
        yield self._of_thread.backend

    def close(self) -> None:
        """Close the ledger that this thread has open."""
        if hasattr(self._of_thread, "backend"):
            self._of_thread.opened.close()
            del self._of_thread.backend

    def _rows(self, question: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows that one SQL question gives."""
        with self._reading() as backend:
            return backend.con.execute(question, values or []).fetchall()


def _figure(figure: answers.Figure, measure: Measure) -> service.Figure:
    """A figure as pages show it: of a count, the number itself is what is drawn."""
    is_number = measure.figure in (COUNT, STANDING)
    return service.Figure(
        period=figure.period,
        period_words=_period_in_words(figure, measure),
        day=figure.day,
        numerator=figure.numerator,
        denominator=figure.denominator,
        value=float(figure.numerator) if is_number else figure.value,
        low=figure.low if measure.is_share else None,
        high=figure.high if measure.is_share else None,
        slowest_tenth=figure.slowest_tenth if measure.figure == LENGTH else None,
    )


def _period_in_words(figure: answers.Figure, measure: Measure) -> str:
    """May 2018; of what stands, the day it was counted; of a quarter or a year, its months."""
    if measure.at_end:
        return words.day_in_words(figure.day)
    if figure.grain == MONTH:
        return words.month_in_words(figure.day)
    first, last = (period_named(figure.period).first_day, period_named(figure.period).last_day)
    since = f"{first:%B}" if first.year == last.year else words.month_in_words(first)
    return f"{since} to {words.month_in_words(last)}"
