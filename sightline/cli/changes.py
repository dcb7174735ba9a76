"""``sightline changes``: what the loads since a day changed."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, out_option, workspace_option
from sightline.cli.showing import table


@click.command(short_help="List what appeared, changed or vanished since a day.")
@workspace_option
@click.option(
    "--since", type=day_type, required=True, metavar="DAY", help="Loads made after this day."
)
@out_option
def changes(workspace: Path, since: datetime, out: Path) -> int:
    """List what the loads made after DAY changed: rows that appeared, changed or vanished.

    Writes the table changes as CSV and Parquet, a line for each column that says something else.
    It names children by their ids: keep it where records are kept.
    """
    from sightline.ledger.changes import changes_since
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table

    with Workspace(workspace).reading() as backend:
        found = changes_since(backend, since.date())
    write_table(found, out, "changes")
    counted = Counter(
        (str(row["known_on"]), row["table"], row["change"])
        for row in found.select(["known_on", "table", "change"]).to_pylist()
    )
    if not counted:
        click.echo(f"No load made after {since.date()} changed anything.")
        return 0
    click.echo(
        table(("known on", "table", "change", "lines"), [(*key, n) for key, n in counted.items()])
    )
    click.echo(f"Written to {out}.")
    return 0
