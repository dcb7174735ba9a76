"""Letting go of what casework holds of children whose records the ledger destroyed after review.

The ledger destroys first and keeps fingerprints of the ids; this removes what people recorded of
whoever bears one. So it does not matter where a run broke off: the next finds what is left.
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from django.db import DatabaseError, OperationalError, connection, transaction

from sightline.casework import audit
from sightline.casework.kept_of_a_child import (
    Holding,
    attendance_drafts,
    children_held,
    destroyed_holdings,
)
from sightline.casework.models import Submission
from sightline.sources.could_not import CouldNot

DESTROY = "destroy casework after review"
LONGEST_NAME = 100
AT_ONCE = 100
"""So many ids in one statement: a database takes only so many values."""


@dataclass
class LetGo:
    """What was removed: of how many ids, how many rows by what they are, and how many ids a hold kept."""

    children: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    held: int = 0


def let_go(*, by: str, was_destroyed: Callable[[str], bool], held: Collection[str]) -> LetGo:
    """Remove what casework holds of every child of whom ``was_destroyed`` says that the ledger let go,
    but for those in ``held``, whom a legal hold keeps; with its audit entry, all of it or nothing.

    The entry names no child. Raises CouldNot where the database does not let this role remove rows.
    """
    try:
        with transaction.atomic():
            found = {child for child in children_held() if was_destroyed(child)}
            going = found - set(held)
            done = LetGo(children=len(going), held=len(found) - len(going))
            if going:
                done.rows = _remove(going)
                audit.record(by=None, action=DESTROY, thing=_words(done, by))
            return done
    except OperationalError as error:
        raise _busy() from error
    except DatabaseError as error:
        raise CouldNot(
            "The casework database did not let these rows be removed; none was.",
            "On PostgreSQL run this as the role that owns the tables (SIGHTLINE_DATABASE): the "
            "application's own role may remove nothing.",
        ) from error


def leave_no_trace() -> None:
    """Write the SQLite file anew from what is left, so that nothing removed stays in its blocks.

    PostgreSQL does this by itself in time. Raises CouldNot where somebody is writing.
    """
    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (busy, *_) = cursor.fetchone()
    except OperationalError as error:
        raise _busy() from error
    if busy:
        raise _busy()


def _busy() -> CouldNot:
    return CouldNot(
        "The casework database is in use: what was removed may still lie in its file.",
        "Stop the web application, then run this again.",
    )


def _remove(going: set[str]) -> Counter[str]:
    rows: Counter[str] = Counter()
    ids = sorted(going)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        for one in destroyed_holdings():
            rows[one.words] += _remove_rows(one, some)
    _empty_attendance_drafts(going)
    return +rows


def _remove_rows(holding: Holding, going: Collection[str]) -> int:
    """Remove a model's rows, and the note that a form wrote them, which may name no child itself."""
    keys = list(holding.of(going).values_list("pk", flat=True))
    rows = holding.model._default_manager.filter(pk__in=keys)
    if holding.of_itself:
        rows.update(**{holding.of_itself: None})
    Submission.objects.filter(kind=holding.model._meta.label, row__in=keys).delete()
    rows.delete()
    return len(keys)


def _empty_attendance_drafts(going: set[str]) -> None:
    for draft, rows in attendance_drafts():
        left = [(child, row) for child, row in rows if child not in going]
        if len(left) < len(rows):
            draft.content = {**draft.content, "rows": left}
            draft.save(update_fields=["content"])


def _words(done: LetGo, by: str) -> str:
    return (
        f"{done.rows.total():,} rows of {done.children:,} ids whose records were destroyed, "
        f"at the command line, by {by.strip()[:LONGEST_NAME]}"
    )
