"""Where the casework database is: SQLite in the workspace, or PostgreSQL by its address."""

from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from sightline.sources.could_not import CouldNot

SQLITE_FILE = "casework.sqlite3"
POSTGRESQL = ("postgresql", "postgres")
MINUTES_A_CONNECTION_IS_KEPT = 10
EXAMPLE = "postgresql://sightline_web@database-host/sightline"

SQLITE_OPTIONS = {
    # IMMEDIATE takes the write lock at the start, so that the audit chain has one end.
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=10000;",
}


def casework_database(workspace: Path | None, address: str) -> dict[str, object]:
    """Django's settings of the casework database.

    ``address`` is empty for SQLite, or postgresql://role:password@host:port/database, to which
    options of the server's client may be added (?host=/socket/folder&sslmode=verify-full).
    Raises CouldNot for an address of anything else; it repeats none, as it may hold a password.
    """
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": (workspace / SQLITE_FILE) if workspace else ":memory:",
            "OPTIONS": SQLITE_OPTIONS,
        }
    parts, port = _parts(address)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": port,
        "OPTIONS": options,
        "CONN_MAX_AGE": MINUTES_A_CONNECTION_IS_KEPT * 60,
        "CONN_HEALTH_CHECKS": True,
    }


def recorded_here(workspace: Path, address: str) -> Path:
    """The casework database as the ledger's door for what is recorded here takes it."""
    return Path(address) if address else workspace / SQLITE_FILE


def _parts(address: str) -> tuple[SplitResult, str]:
    """The parts of the address, and its port as text, "" where it gives none."""
    try:
        parts = urlsplit(address)
        if parts.scheme in POSTGRESQL and parts.path.strip("/"):
            return parts, str(parts.port or "")
    except ValueError:
        pass
    raise CouldNot(
        "SIGHTLINE_DATABASE is no address of a PostgreSQL database.",
        f"Give one such as {EXAMPLE}, or leave it out to keep casework in the workspace.",
    )
