"""Who was destroyed: salted fingerprints of ids, so that a source that still sends a child is told.

Of the child nothing is kept but the fingerprint. It is a pseudonym: who holds the ledger and an id
can tell whether that id was destroyed, which is what it is for.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

SET_ASIDE = "The records of this child were destroyed after review; they are not loaded again."
HOW_TO_MEND = "Destroy the child's records at the source too, or leave them out of the extract."


@dataclass(frozen=True)
class Destroyed:
    """Fingerprints of the ids whose records were destroyed, and the salt they were made with."""

    salt: str = ""
    fingerprints: frozenset[str] = frozenset()

    def has(self, child: str) -> bool:
        """Whether this id's records were destroyed."""
        return hashlib.sha256((self.salt + child).encode()).hexdigest() in self.fingerprints


def destroyed_of(connection: Any) -> Destroyed:
    """Whose records this ledger has let go of."""
    if not _are_there(connection):
        return Destroyed()
    salt = connection.execute("SELECT salt FROM keeping.salt").fetchall()[0][0]
    rows = connection.execute("SELECT fingerprint FROM keeping.destroyed").fetchall()
    return Destroyed(salt, frozenset(one for (one,) in rows))


def fingerprint_of(column: str, salt: str) -> str:
    """SQL that gives the fingerprint of an id. ``salt`` is hexadecimal, made by ``secrets``."""
    return f"sha256('{salt}' || {column})"


def _are_there(connection: Any) -> bool:
    return bool(
        connection.execute(
            "SELECT 1 FROM duckdb_tables() "
            "WHERE schema_name = 'keeping' AND table_name = 'destroyed'"
        ).fetchall()
    )
