"""``sightline audit``: whether the trail of who read and recorded what is whole."""

from pathlib import Path

import click

from sightline.cli.options import workspace_option
from sightline.cli.showing import count

heads_type = click.Path(path_type=Path, dir_okay=False)


@click.group(short_help="Check the trail of who read and recorded what.")
def audit() -> None:
    """Check the audit trail, and write out its end each night so that a cut shows."""


@audit.command(short_help="Read the whole trail and name what was altered.")
@workspace_option
@click.option("--against", type=heads_type, metavar="FILE", help="Ends of the trail written out.")
def verify(workspace: Path, against: Path | None) -> int:
    """Read the whole trail: one altered character, one entry taken out or added, shows.

    With --against, each end of the trail that was written out must still be in its place.
    """
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework import audit as trail
    from sightline.casework import audit_heads

    faults = trail.verify(audit_heads.read_back(against) if against else ())
    for fault in faults:
        click.echo(f"Entry {fault.entry}: {fault.what}.")
    entries = count(trail.head().entries, "entry", "entries")
    click.echo(
        f"The trail is not whole ({entries})." if faults else f"The trail is whole: {entries}."
    )
    return 1 if faults else 0


@audit.command(name="write-out", short_help="Add the end of the trail to a file kept elsewhere.")
@workspace_option
@click.option("--to", type=heads_type, metavar="FILE", required=True, help="File to add a line to.")
def write_out(workspace: Path, to: Path) -> None:
    """Add one line to FILE: the moment, how many entries there are, the hash of the last.

    Run it each night, and keep FILE where whoever runs the database cannot write.
    """
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework import audit_heads

    head = audit_heads.write_out(to)
    click.echo(f"{count(head.entries, 'entry', 'entries')}; the end is written to {to}.")


@audit.command(short_help="Print what the application's role is granted in PostgreSQL.")
@workspace_option
@click.argument("role")
def grants(role: str, workspace: Path) -> None:
    """Print the statements by which ROLE may add to the casework tables and remove no record.

    The owner of the tables runs them after each migration.
    """
    from sightline.sources.could_not import CouldNot
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework import database_role

    try:
        click.echo(database_role.grants(role), nl=False)
    except ValueError as error:
        raise CouldNot(str(error), "Give a name such as sightline_web.") from error
