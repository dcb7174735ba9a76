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
@click.option(
    "--known",
    "known",
    type=day_type,
    metavar="DAY",
    help="Ask only what had been loaded by the end of this day. Such answers are written and not kept.",
)
@out_option
def check(workspace: Path, on: datetime | None, known: datetime | None, out: Path) -> int:
    """Ask every rule of every child and write concerns, measures and cannot_tell.

    --on is the day asked about; --known is what the ledger had loaded by a day, which may be less
    than it knows of that day now.
    """
    from sightline.ledger.workspace import Workspace
    from sightline.measures.check import check as ask_all

    day: date | None = on.date() if on else None
    with progress_of("Asking the rules") as progress:
        report = ask_all(
            Workspace(workspace),
            on=day,
            known=known.date() if known else None,
            out=out,
            progress=progress,
        )
    click.echo(str(report))
    click.echo(f"Written to {out}.")
    return report.exit_code
