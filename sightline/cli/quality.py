"""``sightline quality``: what the loads could not use and where sources disagree, as tables."""

from pathlib import Path

import click

from sightline.cli.options import out_option, workspace_option
from sightline.cli.showing import count


@click.command(short_help="Write what the loads could not use.")
@workspace_option
@out_option
def quality(workspace: Path, out: Path) -> int:
    """Write what is to mend at the source, row by row, and what the source fills.

    Writes set_aside and faults of the last load of each source, disagreements between sources,
    side_by_side (how many rows of each source another tells too), coverage and loads, each as CSV
    and Parquet. The first three name children by their ids: keep them where records are kept.
    """
    from sightline.ledger.disagreements import disagreements_of, sides_of
    from sightline.ledger.reading import coverage_of, faults_of, loads_of, set_aside_of
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table

    with Workspace(workspace).reading() as backend:
        tables = {
            "set_aside": set_aside_of(backend),
            "faults": faults_of(backend),
            "disagreements": disagreements_of(backend),
            "side_by_side": sides_of(backend),
            "coverage": coverage_of(backend),
            "loads": loads_of(backend),
        }
    for name, rows in tables.items():
        write_table(rows, out, name)
    click.echo(
        f"{count(tables['set_aside'].num_rows, 'row')} set aside, "
        f"{count(tables['faults'].num_rows, 'line')} of faults, "
        f"{count(tables['disagreements'].num_rows, 'disagreement')} between sources: "
        f"written to {out}."
    )
    return 0
