"""``sightline check``: ask every rule."""

from datetime import date, datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, out_option, workspace_option
from sightline.cli.showing import progress_of


@click.command(short_help="Ask every rule and write what was found.")
@workspace_option
@click.option(
    "--on",
    "on",
    type=day_type,
    metavar="DAY",
    help="The day asked about, such as 2024-03-31. Default: the last day the source speaks of.",
)
@out_option
def check(workspace: Path, on: datetime | None, out: Path) -> int:
    """Ask every rule of every child and write concerns, measures and cannot_tell."""
    from sightline.ledger.workspace import Workspace
    from sightline.measures.check import check as ask_all

    day: date | None = on.date() if on else None
    with progress_of("Asking the rules") as progress:
        report = ask_all(Workspace(workspace), on=day, out=out, progress=progress)
    click.echo(str(report))
    click.echo(f"Written to {out}.")
    return report.exit_code
