"""``sightline annex-a``: the workbook inspectors ask for, from the ledger on any day."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sightline.cli.options import day_type, workspace_option
from sightline.cli.showing import count, progress_of, table

if TYPE_CHECKING:
    from sightline.returns.annex_a.workbook import Written


@click.command("annex-a", short_help="Write the Annex A workbook and check it.")
@workspace_option
@click.option(
    "--on",
    "on",
    type=day_type,
    metavar="DAY",
    help="The day of the workbook, such as 2024-03-31. Default: the last day the records speak of.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The workbook to write, such as annex-a.xlsx. One that is there is replaced.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="Draws the sample of cases. The same seed, day and records give the same sample.",
)
def annex_a(workspace: Path, on: datetime | None, out: Path, seed: int) -> int:
    """Write all eleven lists of Annex A as known on a day, and check them list by list.

    After the lists stand what the check found, the length of each list beside the same count taken
    from the records another way, a sample of cases of every kind across teams and ages, drawn by
    lot, and the names of workers, where the records have them. What the records cannot fill is
    left empty and said. The file is personal data: only its owner may
    read it.
    """
    from sightline.ledger.workspace import Workspace
    from sightline.returns.annex_a.workbook import write_annex_a

    with progress_of("Writing Annex A") as progress, Workspace(workspace).reading() as backend:
        day = on.date() if on else None
        written = write_annex_a(backend, out, on=day, seed=seed, progress=progress)
    for note in written.notes:
        click.echo(note)
    _say_counts(written)
    _say_faults(written)
    click.echo(f"\nWritten to {out}.")
    if not written.made_up:
        click.echo(
            "It holds personal data of every child on it. Only you can read it here: keep it so, "
            "send it by a secure way only, and delete it when it is no longer needed."
        )
    return 1 if written.to_mend else 0


def _say_counts(written: "Written") -> None:
    heads = ("list", "rows", "counted", "on the list", "in the records", "")
    rows = [
        (
            one.number,
            written.rows[one.number],
            one.what,
            one.on_the_list,
            one.in_the_records,
            "agree" if one.agrees else "DIFFER",
        )
        for one in written.counts
    ]
    click.echo("\n" + table(heads, rows))


def _say_faults(written: "Written") -> None:
    """One line a fault, with how many rows; which rows stands on the sheet Check."""
    if not written.faults:
        click.echo("\nThe check found nothing.")
        return
    click.echo("\nThe check found (rows by their numbers: sheet Check):")
    for fault in written.faults:
        why = f" {fault.because}" if fault.because else ""
        click.echo(
            f"  List {fault.number}, {fault.heading}: {fault.what} "
            f"{count(len(fault.rows), 'row')}.{why}"
        )
