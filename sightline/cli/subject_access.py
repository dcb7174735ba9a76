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
    """Write everything held of the person with the id CHILD.

    Records, every earlier version of them, rows set aside, what rules found, what people recorded
    and decided in the web application, and who read the record: a CSV and a Parquet file for each table, and read_me_first.html. Values that may speak of somebody else are
    marked for a person to redact; nothing is ready to be given before that. Ids that could lead
    across an adoption are withheld. The shell may remember CHILD: clear its history.
    """
    from sightline.ledger.keeping.subject_access import export_of
    from sightline.ledger.workspace import Workspace

    held = export_of(Workspace(workspace), child, out, beside=_beside(workspace))
    click.echo(
        f"{count(held.rows, 'row')} of {count(len(held.parts), 'table')}, with "
        f"{count(held.to_look_at, 'value')} to look at before anything is given: written to {out}."
    )
    if held.withheld:
        click.echo(f"{count(held.withheld, 'id')} withheld because of an adoption.")
    click.echo(f"Begin with {out / 'read_me_first.html'}.")


def _beside(workspace: Path):
    """What gives casework's part of it; nothing where the workspace has no casework database."""
    from sightline.ledger.keeping.subject_access import nothing_beside
    from sightline.web.serving import casework_is_there, open_casework

    if not casework_is_there(workspace):
        return nothing_beside
    open_casework(workspace)
    from sightline.casework.subject_access import parts_of

    return parts_of
