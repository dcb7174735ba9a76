"""What runs every night, as ``sightline.toml`` says it under [nightly].

[nightly]
sources = ["/srv/extracts/ssd", "postgresql://reader@database-host/ssd"]
audit_ends = "/mnt/elsewhere/audit-ends.csv"
backups = "/mnt/backups"
backups_kept = 14

A relative path is read from the workspace. A password does not belong here: PostgreSQL's clients
take it from ~/.pgpass or PGPASSFILE.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sightline.sources.could_not import CouldNot

SECTION = "nightly"
DEFAULT_BACKUPS_KEPT = 14


@dataclass(frozen=True)
class Nightly:
    """What the nightly run reads and where it writes.

    ``sources``       what is loaded, in this order; what is recorded here is always loaded last.
    ``audit_ends``    file to which the end of the audit trail is added; "" where none is.
    ``backups``       folder in which a back-up is made each night; "" where none is.
    ``backups_kept``  how many back-ups stay, at least one.
    """

    sources: tuple[str, ...] = ()
    audit_ends: str = ""
    backups: str = ""
    backups_kept: int = DEFAULT_BACKUPS_KEPT


def read_nightly(content: Mapping[str, Any]) -> Nightly:
    """What the settings say of the night. Raises CouldNot where they make no sense."""
    given = content.get(SECTION, {})
    if not isinstance(given, Mapping):
        raise _wrong("is not a section", f"Write a line [{SECTION}] and its lines below it.")
    known = set(Nightly.__dataclass_fields__)
    if unknown := sorted(set(given) - known):
        raise _wrong(
            f"says {unknown[0]}, which means nothing here", f"It may say: {sorted(known)}."
        )
    sources = given.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(one, str) and one for one in sources):
        raise _wrong("has sources that are no list of words", 'Write sources = ["/path", "..."].')
    for name in ("audit_ends", "backups"):
        if not isinstance(given.get(name, ""), str):
            raise _wrong(f"has a {name} that is no path", f'Write {name} = "/path".')
    kept = given.get("backups_kept", DEFAULT_BACKUPS_KEPT)
    if not isinstance(kept, int) or isinstance(kept, bool) or kept < 1:
        raise _wrong(
            "keeps no back-up", "Write backups_kept = 14, or another whole number above 0."
        )
    return Nightly(tuple(sources), given.get("audit_ends", ""), given.get("backups", ""), kept)


def _wrong(what: str, next_step: str) -> CouldNot:
    return CouldNot(f"In sightline.toml, [{SECTION}] {what}.", next_step)
