"""``sightline subject-access``: everything held of one person."""

from pathlib import Path

import click

from sightline.cli.options import out_option, workspace_option
from sightline.cli.showing import count


@click.command("subject-access", short_help="Write everything held of one person.")
@click.argument("child")
@workspace_option
@out_option
def subject_access(child: str, workspace: Path, out: Path) -> None:
    """Write everything the ledger holds of the person with the id CHILD.

    Records, every earlier version of them, rows set aside, and what rules found: a CSV and a
    Parquet file for each table, and read_me_first.html. Values that may speak of somebody else are
    marked for a person to redact; nothing is ready to be given before that. Ids that could lead
    across an adoption are withheld. The shell may remember CHILD: clear its history.
    """
    from sightline.ledger.keeping.subject_access import export_of
    from sightline.ledger.workspace import Workspace

    held = export_of(Workspace(workspace), child, out)
    click.echo(
        f"{count(held.rows, 'row')} of {count(len(held.parts), 'table')}, with "
        f"{count(held.to_look_at, 'value')} to look at before anything is given: written to {out}."
    )
    if held.withheld:
        click.echo(f"{count(held.withheld, 'id')} withheld because of an adoption.")
    click.echo(f"Begin with {out / 'read_me_first.html'}.")
