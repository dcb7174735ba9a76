"""``sightline check``: ask every rule."""

from datetime import date, datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, out_option
from sightline.cli.showing import progress_of


@click.command(short_help="Ask every rule and write what was found.")
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the workspace: its ledger, settings and documents.",
)
@click.option(
    "--region",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Instead of a workspace, a folder with a folder of Parquet files for each authority.",
)
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
@click.option(
    "--engine",
    type=click.Choice(("duckdb", "spark")),
    default="duckdb",
    help="What a region is asked with: duckdb, one authority after another, or spark, all at once.",
)
@click.option(
    "--master", default="", metavar="ADDRESS", help="The Spark cluster, such as spark://host:7077."
)
@out_option
def check(
    workspace: Path | None,
    region: Path | None,
    on: datetime | None,
    known: datetime | None,
    engine: str,
    master: str,
    out: Path,
) -> int:
    """Ask every rule of every child and write concerns, measures and cannot_tell.

    --on is the day asked about; --known is what the ledger had loaded by a day, which may be less
    than it knows of that day now. With --region only concerns are written, by authority.
    """
    _refuse_what_does_not_go_together(workspace, region, on, known, engine, master)
    day: date | None = on.date() if on else None
    report = (
        _of_region(region, out, day, engine, master)
        if region and day
        else _of_workspace(workspace, out, day, known.date() if known else None)
    )
    click.echo(str(report))
    click.echo(f"Written to {out}.")
    return getattr(report, "exit_code", 0)


def _refuse_what_does_not_go_together(
    workspace: Path | None,
    region: Path | None,
    on: datetime | None,
    known: datetime | None,
    engine: str,
    master: str,
) -> None:
    if (workspace is None) == (region is None):
        raise click.UsageError("Give either --workspace or --region.")
    if region and not on:
        raise click.UsageError("A region has no last day of its own: give the day with --on.")
    if region and known:
        raise click.UsageError("--known asks a ledger: give it with --workspace.")
    if workspace and (engine != "duckdb" or master):
        raise click.UsageError("--engine and --master are for a region: give --region.")


def _of_region(region: Path, out: Path, on: date, engine: str, master: str) -> object:
    from sightline.measures.region import check_region

    with progress_of("Asking the authorities") as progress:
        return check_region(region, out, on=on, engine=engine, master=master, progress=progress)


def _of_workspace(workspace: Path | None, out: Path, on: date | None, known: date | None) -> object:
    from sightline.ledger.workspace import Workspace
    from sightline.measures.check import check as ask_all

    assert workspace is not None
    with progress_of("Asking the rules") as progress:
        return ask_all(Workspace(workspace), on=on, known=known, out=out, progress=progress)
