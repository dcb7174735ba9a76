"""``sightline backup``, ``restore`` and ``export``."""

from pathlib import Path

import click

from sightline.cli.options import out_option, workspace_option
from sightline.cli.showing import count, progress_of

folder_type = click.Path(path_type=Path, file_okay=False)


@click.command(short_help="Make a back-up of the workspace and its casework.")
@workspace_option
@click.option("--to", type=folder_type, required=True, help="Folder in which the back-up is made.")
def backup(workspace: Path, to: Path) -> None:
    """Make a back-up in a new folder of --to, named by its moment: the ledger, settings, keys and
    documents, and the casework database as it is at one moment.

    It holds children's records: keep it where only those may read who may read the workspace.
    """
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework.backups import back_up

    click.echo(f"Made {back_up(workspace, to)}.")


@click.command(short_help="Bring a back-up into a new workspace.")
@click.argument("backup_folder", metavar="BACKUP", type=folder_type)
@workspace_option
def restore(backup_folder: Path, workspace: Path) -> int:
    """Bring BACKUP, a folder that sightline backup made, into a workspace that is not there yet.

    Every file is held against the manifest, and the audit trail against its end.
    """
    from sightline.web.serving import open_new_casework

    open_new_casework(workspace)
    from sightline.casework.backups import restore as bring_back
    from sightline.casework.backups import trail_is_the_one_backed_up

    manifest = bring_back(backup_folder, workspace)
    click.echo(
        f"Restored {count(len(manifest['files']), 'file')} of {manifest['made']} into {workspace}."
    )
    if trail_is_the_one_backed_up(manifest):
        click.echo("The audit trail is whole and ends as when it was backed up.")
        return 0
    click.echo("The audit trail is not the one that was backed up: run sightline audit verify.")
    return 1


@click.command(short_help="Write everything as open files.")
@workspace_option
@out_option
def export(workspace: Path, out: Path) -> None:
    """Write every table of the ledger, of casework and of the documents read, as CSV and Parquet,
    with a list of what every column means.

    It holds children's records. The audit trail says that it was done.
    """
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework.exporting import export_everything

    with progress_of("Writing") as progress:
        written = export_everything(workspace, out, progress)
    click.echo(f"{count(written, 'table')} written to {out}. tables.csv says what they hold.")
