"""What stands recorded for a child, as the ledger's door reads it, and for whom anything was lately."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F, Max

from sightline.casework.models import Recording, RecordingVersion
from sightline.casework.recorded_tables import FILLED_HERE, GIVEN_BY_THE_ROW
from sightline.ledger.laying_over import RecordedNow
from sightline.records.tables import TABLES
from sightline.sources import recorded_here


def recorded_now(ids: Iterable[str], since: datetime | None) -> RecordedNow:
    """What stands recorded for the child who goes by these ids, read as a load reads it.

    ``since`` is the moment after which the ledger has loaded nothing that was recorded; what it
    loaded before, it says itself.
    """
    ids = list(ids)
    tables = Recording.objects.filter(child__in=ids, is_withdrawn=False, table__in=FILLED_HERE)
    names = sorted(set(tables.values_list("table", flat=True)))
    return RecordedNow(
        tables=frozenset(FILLED_HERE),
        rows={name: recorded_here.typed_rows(name, *_view(name, ids)) for name in names},
        up_to=Recording.objects.aggregate(day=Max("made_on"))["day"],
        fills=filled_since(since),
    )


def filled_since(moment: datetime | None) -> frozenset[str]:
    """Every "table.column" of a record table that something recorded since fills, for any child."""
    standing = _since(moment).filter(number=F("recording__version"), recording__is_withdrawn=False)
    told = standing.values_list("recording__table", "content")
    by_table: dict[str, set[str]] = {}
    for table, content in told:
        # The row's own columns are filled by the recording itself (``record_views``).
        own = GIVEN_BY_THE_ROW | {TABLES[table].key}
        by_table.setdefault(table, set(own)).update(content)
    return frozenset(
        f"{table}.{column}"
        for table, columns in by_table.items()
        for column in columns & set(TABLES[table].column_names)
    )


def latest_versions(children: Collection[str] | None, since: datetime | None) -> dict[str, int]:
    """By child the last version of a record table that was written since, among these children or all."""
    versions = _since(since)
    if children is not None:
        versions = versions.filter(recording__child__in=list(children))
    told = versions.values_list("recording__child").annotate(last=Max("pk")).order_by()
    return dict(told)


def children_recorded_for(tables: Collection[str], since: datetime | None) -> set[str]:
    """The children of whom something was recorded, corrected or withdrawn since in one of the tables."""
    versions = _since(since).filter(recording__table__in=list(tables))
    return set(versions.values_list("recording__child", flat=True).distinct())


def _since(moment: datetime | None) -> Any:
    versions = RecordingVersion.objects.filter(recording__table__in=FILLED_HERE)
    return versions if moment is None else versions.filter(at__gte=moment)


def _view(name: str, ids: list[str]) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of one of the ledger's views, of one child."""
    places = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM recorded_{name} WHERE child IN ({places})", ids)
        return [described[0] for described in cursor.description], cursor.fetchall()
