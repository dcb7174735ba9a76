"""``sightline doctor``: whether everything is fit to serve; ``sightline migrate``."""

from pathlib import Path

import click

from sightline.cli.options import workspace_option

SIGNS = {"right": "right", "look": "LOOK ", "wrong": "WRONG"}


@click.command(short_help="Look whether everything is fit to serve.")
@workspace_option
def doctor(workspace: Path) -> int:
    """Look at settings, workspace, ledger, casework database, audit trail, nightly run, back-ups and
    style sheets, and say of each what to do where it is not right.

    Ends with 0 where all is right, 1 where something is to be looked at, 2 where something is wrong.
    """
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.web.doctor import looks

    worst = 0
    for one in looks():
        click.echo(f"{SIGNS[one.state]}  {one.what}: {one.words}")
        if one.next_step and one.state != "right":
            click.echo(f"       {one.next_step}")
        worst = max(worst, list(SIGNS).index(one.state))
    return worst


@click.command(short_help="Bring the casework database up to date.")
@workspace_option
def migrate(workspace: Path) -> None:
    """Make or update the tables of the casework database, as the role that owns them.

    sightline serve does it by itself where it may; on PostgreSQL the role that serves may not.
    """
    from sightline.web.serving import prepare

    prepare(workspace)
    click.echo("The casework database is up to date.")
