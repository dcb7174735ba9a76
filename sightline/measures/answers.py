"""What the last check answered, read for pages: figures, the rows behind them, a child's concerns.

Every function takes the backend of ``Workspace.reading()`` and reads the schema ``answers`` of its
ledger. All but ``asked_on`` raise CouldNot where the rules have not been asked yet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.engine.control_chart import ControlChart, p_chart, xmr_chart
from sightline.engine.evidence import read_evidence
from sightline.engine.figures import SERVICE, TEAM, WHOLE_SERVICE
from sightline.engine.measure import LENGTH, RATE, Measure, OpenOf
from sightline.engine.periods import GRAINS, MONTH, YEAR, period_named
from sightline.engine.small_numbers import hidden_among
from sightline.engine.store import NoSuchTable
from sightline.ledger.questions import rows_of as _rows
from sightline.measures import MEASURES
from sightline.sources.could_not import CouldNot


@dataclass(frozen=True)
class Figure:
    """A measure in one period, of the whole service or of one team.

    ``day``          the last day it speaks of: the period's, or the day asked about if sooner.
    ``is_whole``     False where the period was not over on the day asked about.
    ``value``        numerator by denominator; None where the denominator is 0.
    ``low``, ``high``  its 95% interval by Wilson's method.
    ``slowest_tenth``  of a length, what nine in ten did not exceed; ``value`` is the middle one.
    """

    measure: str
    period: str
    grain: str
    day: date
    is_whole: bool
    numerator: int
    denominator: int
    value: float | None
    low: float | None
    high: float | None
    slowest_tenth: float | None
    group: str


@dataclass(frozen=True)
class RowBehind:
    """One row behind a figure.

    ``since``  the day of the event, or the first day of what was open at the period's end.
    ``worker`` and ``team`` held the case on the day that counts; empty where nobody did.
    """

    child: str
    subject: str
    in_numerator: bool
    since: date
    due: date | None
    met: date | None
    worker: str | None
    team: str | None


@dataclass(frozen=True)
class Concern:
    """What a rule found of one child, with its status on the day asked about.

    ``evidence``  by name the value and the day it is known by, as in the table concerns.
    """

    rule: str
    child: str
    subject: str
    starts: date | None
    due: date | None
    met: date | None
    lapses: date | None
    opens: date | None
    closes: date | None
    status: str
    evidence: Mapping[str, Mapping[str, Any]]
    worker: str | None
    team: str | None


@dataclass(frozen=True)
class CannotTell:
    """A rule that abstained, why, and how many subjects it could not judge."""

    rule: str
    reason: str
    rows: int


def asked_on(backend: Any) -> date | None:
    """The day the rules were last asked about; None where they have not been asked."""
    try:
        # Looking whether the table is there would take longer than reading it.
        return backend.con.execute('SELECT "on" FROM answers.asked').fetchall()[0][0]
    except NoSuchTable:
        return None


def measure_today(backend: Any, measure: str) -> Figure | None:
    """The latest figure: a share of the last whole month, or what was open on the day asked about.

    None where the measure is absent because its rule abstained, or no month can be told yet.
    """
    return latest_of(measure, measure_series(backend, measure))


def latest_of(measure: str, months: list[Figure]) -> Figure | None:
    """``measure_today`` from the months of ``measure_series``."""
    if not MEASURES[measure].at_end:
        months = [figure for figure in months if figure.is_whole]
    return months[-1] if months else None


def every_series(backend: Any) -> dict[str, dict[str, list[Figure]]]:
    """By grain and measure what ``measure_series`` gives of the service, read at one go."""
    asked = _asked(backend)
    found: dict[str, dict[str, list[Figure]]] = {
        grain: {name: [] for name in MEASURES} for grain in GRAINS
    }
    rows = _rows(
        backend,
        "SELECT measure, grain, period, numerator, denominator, value, low, high, slowest_tenth "
        "FROM answers.measures WHERE group_kind = ? ORDER BY period",
        [SERVICE],
    )
    for row in rows:
        measure, grain = row.pop("measure"), row.pop("grain")
        if measure in MEASURES:  # a ledger may hold a measure that is no more
            found[grain][measure].append(_figure(measure, grain, WHOLE_SERVICE, row, asked))
    return found


def measure_series(
    backend: Any, measure: str, *, grain: str = MONTH, team: str | None = None
) -> list[Figure]:
    """The measure by month (or quarter, or year), oldest first, of the service or of one team.

    Empty where its rule abstained. KeyError where no measure has that name.
    """
    asked = _asked(backend)
    group_kind, group = (SERVICE, WHOLE_SERVICE) if team is None else (TEAM, team)
    rows = _rows(
        backend,
        "SELECT period, numerator, denominator, value, low, high, slowest_tenth "
        "FROM answers.measures "
        'WHERE measure = ? AND grain = ? AND group_kind = ? AND "group" = ? ORDER BY period',
        [MEASURES[measure].name, grain, group_kind, group],
    )
    return [_figure(measure, grain, group, row, asked) for row in rows]


def _figure(measure: str, grain: str, group: str, row: dict[str, Any], asked: date) -> Figure:
    last_day = period_named(row["period"]).last_day
    return Figure(
        measure=measure,
        grain=grain,
        group=group,
        day=min(last_day, asked),
        is_whole=last_day <= asked,
        **row,
    )


@dataclass(frozen=True)
class FigureOfGroup:
    """A yearly figure of one group of children, or of one part of a split measure.

    ``figure`` is None where the number is small: it is hidden, and so is what would tell it.
    """

    group: str
    figure: Figure | None


def groups_in_year(backend: Any, measure: str, kind: str, year: str) -> list[FigureOfGroup]:
    """A measure in one year by group: one of ``engine.traits.TRAITS``, or "split".

    Small numbers are hidden from everybody. Empty where nothing was counted. KeyError where no
    measure has that name.
    """
    asked = _asked(backend)
    rows = _rows(
        backend,
        'SELECT "group", period, numerator, denominator, value, low, high, slowest_tenth '
        "FROM answers.measures "
        'WHERE measure = ? AND grain = ? AND group_kind = ? AND period = ? ORDER BY "group"',
        [MEASURES[measure].name, YEAR, kind, year],
    )
    hidden = hidden_among([(row["numerator"], row["denominator"]) for row in rows])
    return [
        FigureOfGroup(group, None if hide else _figure(measure, YEAR, group, row, asked))
        for row, hide in zip(rows, hidden, strict=True)
        for group in [row.pop("group")]
    ]


def control_chart(
    backend: Any, measure: str, *, team: str | None = None, until: date | None = None
) -> ControlChart | None:
    """The control chart of a measure by whole months, as ``measure_series`` gives them.

    The limits come from the months that were over on ``until``, where it is given (an inspection's
    day, say), and from the first months otherwise. None where there are too few.
    """
    months = whole_months(backend, measure, team=team)
    baseline = None if until is None else sum(month.day <= until for month in months)
    if MEASURES[measure].is_share:
        return p_chart(
            [month.numerator for month in months],
            [month.denominator for month in months],
            baseline=baseline,
        )
    by_value = MEASURES[measure].figure in (LENGTH, RATE)
    values = [(month.value or 0.0) if by_value else float(month.numerator) for month in months]
    return xmr_chart(values, baseline=baseline)


def whole_months(backend: Any, measure: str, *, team: str | None = None) -> list[Figure]:
    """The months of ``measure_series`` that were over on the day asked about."""
    months = measure_series(backend, measure, team=team)
    return [month for month in months if month.is_whole]


def teams_of(backend: Any, measure: str) -> list[str]:
    """The teams of which there are figures of the measure, in order of name."""
    _asked(backend)
    rows = _rows(
        backend,
        'SELECT DISTINCT "group" AS team FROM answers.measures '
        "WHERE measure = ? AND group_kind = ? ORDER BY team",
        [MEASURES[measure].name, TEAM],
    )
    return [row["team"] for row in rows]


def rows_behind(
    backend: Any, measure: str, period: str, *, team: str | None = None
) -> list[RowBehind]:
    """The list behind a figure: those in the numerator first, then the rest of the denominator.

    ``period`` is a month, quarter or year as figures name it; ValueError where it is none.
    """
    last_day = min(period_named(period).last_day, _asked(backend))
    wanted = MEASURES[measure]
    if not wanted.at_end:
        clause, values = "begins BETWEEN ? AND ?", [period_named(period).first_day, last_day]
    else:
        clause, values = "begins <= ? AND (over IS NULL OR over > ?)", [last_day, last_day]
    if team is not None:
        clause, values = f"{clause} AND team = ?", [*values, team]
    rows = _rows(
        backend,
        "SELECT child, subject, in_numerator, since, due, met, worker, team "
        f"FROM answers.measure_rows WHERE measure = ? AND {clause} "
        "ORDER BY in_numerator DESC, child, subject",
        [wanted.name, *values],
    )
    return [RowBehind(**row) for row in _each_once(wanted, rows)]


def _each_once(measure: Measure, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of a count, each open concern without the row that says it could have been open."""
    if not isinstance(measure.counts, OpenOf):
        return rows
    one = ("child", "subject") if measure.counts.spans is None else ("child",)
    concerned = {tuple(row[name] for name in one) for row in rows if row["in_numerator"]}
    return [
        row
        for row in rows
        if row["in_numerator"] or tuple(row[name] for name in one) not in concerned
    ]


def concerns_of_child(backend: Any, child: str, on: date | None = None) -> list[Concern]:
    """Every concern of a child as it stood on a day, by default the day asked about.

    Those that open last come first.
    """
    asked = _asked(backend)
    day = on or asked
    rows = _concerns_kept(backend, child) if day == asked else _concerns_on(backend, child, day)
    return as_concerns(rows, day)


def as_concerns(rows: Iterable[Mapping[str, Any]], day: date) -> list[Concern]:
    """Rows of ``status_on`` with who held each, as concerns on that day; those that open last come first."""
    concerns = [Concern(**{**row, "evidence": read_evidence(row["evidence"], day)}) for row in rows]
    return sorted(
        concerns, key=lambda one: (one.opens or one.starts or date.min, one.rule), reverse=True
    )


def _concerns_kept(backend: Any, child: str) -> list[dict[str, Any]]:
    # Two short questions: a join of the few rows of one child would take longer to set up.
    told = _rows(
        backend, "SELECT rule, subject, evidence FROM answers.concern_rows WHERE child = ?", [child]
    )
    evidence = {(row["rule"], row["subject"]): row["evidence"] for row in told}
    concerns = _rows(backend, "SELECT * FROM answers.concerns WHERE child = ?", [child])
    return [row | {"evidence": evidence[row["rule"], row["subject"]]} for row in concerns]


def _concerns_on(backend: Any, child: str, on: date) -> list[dict[str, Any]]:
    # Imported here: most pages show the day asked about, which is kept.
    from sightline.engine.owner import with_owner
    from sightline.engine.status import status_on
    from sightline.ledger.reading import records_of

    rows = backend.table("concern_rows", database="answers")
    allocations = records_of(backend)["allocations"]
    concerns = with_owner(
        status_on(rows.filter(rows.child == child), on),
        allocations.filter(allocations.child == child),
        on,
    )
    return backend.to_pyarrow(concerns).to_pylist()


def subjects_of(backend: Any, children: Iterable[str]) -> list[tuple[str, str, str]]:
    """Rule, child and subject of every concern of these children, open or not."""
    rows = _rows(
        backend,
        "SELECT DISTINCT rule, child, subject FROM answers.concern_rows "
        "WHERE list_contains(?, child)",
        [sorted(set(children))],
    )
    return [(row["rule"], row["child"], row["subject"]) for row in rows]


def cannot_tell(backend: Any) -> list[CannotTell]:
    """The rules that abstained."""
    _asked(backend)
    rows = _rows(backend, "SELECT rule, reason, rows FROM answers.cannot_tell ORDER BY rule", [])
    return [CannotTell(**row) for row in rows]


def _asked(backend: Any) -> date:
    day = asked_on(backend)
    if day is None:
        raise CouldNot(
            "The rules have not been asked of these records yet.",
            "Run: sightline check --workspace FOLDER",
        )
    return day
