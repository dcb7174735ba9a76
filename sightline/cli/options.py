"""Options that several commands share."""

from pathlib import Path

import click

workspace_option = click.option(
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder of the workspace: its ledger, settings and documents.",
)

day_type = click.DateTime(formats=["%Y-%m-%d"])

out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Folder to write to; made where it is missing.",
)
