"""Whether this machine, its settings and its workspace are fit to serve. ``sightline doctor`` prints it."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sightline.sources.could_not import CouldNot

RIGHT, LOOK, WRONG = "right", "look", "wrong"
SPACE_TO_LOOK_AT = 2 * 1024**3
OLDEST_NIGHT = timedelta(hours=36)


@dataclass(frozen=True)
class Variable:
    """One variable of the environment: what it is for, and whether production needs it."""

    name: str
    meaning: str
    default: str
    in_production: bool = False


VARIABLES = (
    Variable("SIGHTLINE_WORKSPACE", "Folder of the workspace that is served.", "", True),
    Variable("SIGHTLINE_DATABASE", "Address of the casework database in PostgreSQL.",
             "SQLite in the workspace", True),
    Variable("SIGHTLINE_HOSTS", "Names by which people reach it, with commas between.",
             "localhost,127.0.0.1,[::1]", True),
    Variable("SIGHTLINE_HTTPS", "yes where people reach it by HTTPS, as they must.", "no", True),
    Variable("SIGHTLINE_SECOND_FACTOR", "Whether a second factor is required of everybody who reads children.",
             "required"),
    Variable("SIGHTLINE_SESSION_MINUTES", "Minutes without use after which people are signed out.", "30"),
    Variable("SIGHTLINE_COUNCIL_SIGN_ON", "Address of the council's own OpenID Connect sign-on.", "none"),
    Variable("SIGHTLINE_COUNCIL_CLIENT_ID", "What the council's sign-on calls Sightline.", ""),
    Variable("SIGHTLINE_COUNCIL_CLIENT_SECRET", "The secret agreed with the council's sign-on.", ""),
    Variable("SIGHTLINE_COUNCIL_NAME", "What the button says after: Sign in with.", "your council"),
    Variable("SIGHTLINE_COUNCIL_CLAIM", "The claim by which the council's sign-on names a person.", "sub"),
    Variable("SIGHTLINE_COUNCIL_TWO_FACTORS", "Values of amr or acr that say it asked for two factors.",
             "mfa"),
    Variable("SIGHTLINE_MAIL_SERVER", "Mail server, such as mail.example:587, that sends links to set a password.",
             "none"),
    Variable("SIGHTLINE_MAIL_FROM", "The address that such mail comes from.", ""),
    Variable("SIGHTLINE_TRACE", "1 prints the details of an error of a command; never in production.",
             "0"),
)  # fmt: skip
"""Every variable Sightline reads; a test looks for others in the code."""


@dataclass(frozen=True)
class Looked:
    """What one look found: its state, and what to do where it is not right."""

    what: str
    state: str
    words: str
    next_step: str = ""


def looks() -> Iterator[Looked]:
    """Every look, each at its own risk: one that fails is wrong and the others go on.

    Django is set up; the workspace and database are those of its settings.
    """
    for what, look in LOOKS:
        try:
            state, words, next_step = look()
        except CouldNot as fault:
            state, words, next_step = WRONG, fault.fault, fault.next_step
        except Exception as fault:
            state, words, next_step = (
                WRONG,
                f"It could not be looked at ({type(fault).__name__}).",
                "",
            )
        yield Looked(what, state, words, next_step)


Found = tuple[str, str, str]


def _settings() -> Found:
    from django.conf import settings

    if not settings.HTTPS:
        return (
            LOOK,
            "Pages are served without HTTPS.",
            "Set SIGHTLINE_HTTPS=yes behind a proxy that has it.",
        )
    if settings.SECOND_FACTOR != "required":
        return (
            LOOK,
            "A password alone opens children's records.",
            "Take SIGHTLINE_SECOND_FACTOR away where records are real.",
        )
    if os.environ.get("SIGHTLINE_TRACE") == "1":
        return WRONG, "Details of errors are printed.", "Take SIGHTLINE_TRACE away."
    return RIGHT, f"Reached as {', '.join(settings.ALLOWED_HOSTS)}, by HTTPS.", ""


def _workspace() -> Found:
    folder = _folder()
    mode = stat.S_IMODE((folder / "keys").stat().st_mode) if (folder / "keys").is_dir() else 0o700
    if mode & 0o077:
        return (
            WRONG,
            "Others on this machine can read the keys.",
            f"Run: chmod -R go= {folder / 'keys'}",
        )
    if not os.access(folder, os.W_OK):
        return WRONG, "The folder cannot be written.", "Give it to the role that serves."
    free = shutil.disk_usage(folder).free
    words = f"{free / 1024**3:,.1f} GB free."
    return (
        (LOOK, words, "A load needs about three times the ledger.")
        if free < SPACE_TO_LOOK_AT
        else (RIGHT, words, "")
    )


def _ledger() -> Found:
    from sightline.ledger.reading import extract_of
    from sightline.ledger.workspace import Workspace
    from sightline.measures import answers

    with Workspace(_folder()).reading() as backend:
        extract = extract_of(backend)
        asked = answers.asked_on(backend)
    if asked is None:
        return LOOK, "Records are loaded, but no rule was asked.", "Run: sightline nightly"
    return RIGHT, f"{extract.authority}, records up to {extract.extract_day}, asked on {asked}.", ""


def _database() -> Found:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return WRONG, f"{len(waiting)} migrations wait.", "Run: sightline migrate"
    if connection.vendor != "postgresql":
        return (
            LOOK,
            "SQLite: right for a trial, not for a whole service.",
            "Set SIGHTLINE_DATABASE.",
        )
    return RIGHT, "PostgreSQL, up to date.", ""


def _removing() -> Found:
    """Whether the role that serves could remove what must stay."""
    from django.db import connection

    from sightline.casework.database_role import NEVER_CHANGED

    if connection.vendor != "postgresql":
        return (
            LOOK,
            "SQLite has no roles: whoever has the file can alter it; the chain shows it.",
            "",
        )
    with connection.cursor() as cursor:
        for model in NEVER_CHANGED:
            cursor.execute(
                "SELECT has_table_privilege(%s, 'DELETE') OR has_table_privilege(%s, 'UPDATE')",
                [model._meta.db_table] * 2,
            )
            if cursor.fetchone()[0]:
                return (
                    WRONG,
                    f"The role that serves could alter {model._meta.db_table}.",
                    "Serve as a role with the grants of sightline audit grants ROLE.",
                )
    return RIGHT, "The role that serves can add and not remove.", ""


def _audit_trail() -> Found:
    from sightline.casework import audit

    faults = audit.verify()
    if faults:
        return WRONG, f"Entry {faults[0].entry}: {faults[0].what}.", "Run: sightline audit verify"
    return RIGHT, f"Whole: {audit.head().entries:,} entries.", ""


def _night() -> Found:
    from sightline.casework.nightly import last_night

    job = last_night()
    if job is None:
        return LOOK, "No night has been run.", "Set the timer: see docs/running.md."
    if job.ended_at is None or job.outcome == "not_done":
        return (
            WRONG,
            f"The last one, of {job.started_at:%d %B %Y}, did not end well.",
            "Run: sightline nightly",
        )
    if datetime.now(UTC) - job.ended_at > OLDEST_NIGHT:
        return WRONG, f"The last one ended on {job.ended_at:%d %B %Y}.", "Look at the timer."
    state = RIGHT if job.outcome == "done" else LOOK
    return (
        state,
        f"{job.get_outcome_display()}, {job.ended_at:%d %B %Y}.",
        "" if state == RIGHT else "Look at its steps.",
    )


def _backups() -> Found:
    from sightline.casework.backups import latest
    from sightline.ledger.workspace import Workspace

    folder = Workspace(_folder()).settings.nightly.backups
    if not folder:
        return (
            LOOK,
            "No folder is set for back-ups.",
            "Set backups under [nightly] of sightline.toml.",
        )
    made = latest(_folder() / folder)
    if made is None or datetime.now(UTC) - made > OLDEST_NIGHT:
        return WRONG, "There is no back-up of the last night.", "Run: sightline backup"
    return RIGHT, f"The last is of {made:%d %B %Y, %H:%M}.", ""


def _front_end() -> Found:
    from sightline.web.static_files import styles_are_there

    if styles_are_there():
        return RIGHT, "The style sheets are there.", ""
    return LOOK, "Pages look plain: the style sheets are missing.", "Run: npm ci"


def _folder() -> Path:
    from django.conf import settings

    if settings.WORKSPACE is None or not settings.WORKSPACE.is_dir():
        raise CouldNot("There is no workspace.", "Set SIGHTLINE_WORKSPACE to its folder.")
    return settings.WORKSPACE


LOOKS: tuple[tuple[str, Callable[[], Found]], ...] = (
    ("settings", _settings),
    ("workspace", _workspace),
    ("ledger", _ledger),
    ("casework database", _database),
    ("what the database lets the application do", _removing),
    ("audit trail", _audit_trail),
    ("nightly run", _night),
    ("back-ups", _backups),
    ("style sheets", _front_end),
)
