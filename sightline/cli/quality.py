"""``sightline quality``: what the last load could not use, as tables."""

from pathlib import Path

import click

from sightline.cli.options import out_option, workspace_option
from sightline.cli.showing import count


@click.command(short_help="Write what the last load could not use.")
@workspace_option
@out_option
def quality(workspace: Path, out: Path) -> int:
    """Write what is to mend at the source, row by row, and what the source fills.

    Writes set_aside, faults, coverage and loads, each as CSV and Parquet. The first two name
    children by their ids: keep them where records are kept.
    """
    from sightline.ledger.reading import coverage_of, faults_of, loads_of, set_aside_of
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table

    with Workspace(workspace).reading() as backend:
        tables = {
            "set_aside": set_aside_of(backend),
            "faults": faults_of(backend),
            "coverage": coverage_of(backend),
            "loads": loads_of(backend),
        }
    for name, rows in tables.items():
        write_table(rows, out, name)
    click.echo(
        f"{count(tables['set_aside'].num_rows, 'row')} set aside, "
        f"{count(tables['faults'].num_rows, 'line')} of faults: written to {out}."
    )
    return 0
