"""``sightline statistics``: published statistics of councils."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sightline.cli.options import out_option, workspace_option
from sightline.cli.showing import count, progress_of, table

if TYPE_CHECKING:
    from sightline.comparisons.comparing import Comparison
    from sightline.comparisons.load import LoadReport
    from sightline.comparisons.statistics import Statistics


@click.group()
def statistics() -> None:
    """Compare councils by published statistics."""


@statistics.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@workspace_option
def load(paths: tuple[Path, ...], workspace: Path) -> int:
    """Load CSV files of published statistics, or folders of them.

    Takes files as Explore Education Statistics publishes them, with every mark in place of a
    figure; tables of indicators (indicator_id, old_la_code, year_end, value and, where there are
    counts, numerator and denominator); statistical neighbours (code, neighbour, rank, model); and
    tables of councils (old_la_code, new_la_code, la_name, abolished_on, successors_old_code).
    Every file is kept; of two editions of one file the newer is used.
    """
    from sightline.comparisons.load import load_statistics
    from sightline.ledger.lock import only_writer

    folder = workspace / "statistics"
    folder.mkdir(parents=True, exist_ok=True)
    with only_writer(folder / "LOCK"), progress_of("Loading statistics") as progress:
        report = load_statistics(paths, workspace, progress=progress)
    _say(report)
    return 0 if report.is_whole else 1


def _say(report: "LoadReport") -> None:
    """What a load did, file by file where something is to be known."""
    click.echo(
        f"{count(len(report.added), 'file')} loaded, {len(report.already_held)} held already: "
        f"{count(report.figures, 'figure')} in use."
    )
    for edition in report.editions:
        if edition.replaced_by and edition.replaced_by in {one.file for one in report.added}:
            click.echo(f"{edition.file} is kept; {edition.replaced_by} is used in its place.")
            if edition.only_here:
                click.echo(f"  Only the older one holds: {', '.join(edition.only_here)}.")
        elif edition in report.added and not edition.in_use:
            click.echo(f"{edition.file} is kept; {edition.replaced_by} is newer and is used.")
        if edition.in_use and edition.new_headings:
            click.echo(f"{edition.file}: new columns {', '.join(edition.new_headings)}.")
        if edition.in_use and edition.missing_years:
            missing = ", ".join(map(str, edition.missing_years))
            click.echo(f"{edition.file}: no rows for {missing}.")
    for name, reasons in report.set_aside.items():
        for reason in reasons:
            click.echo(f"{name}: {reason}.")
    for _, fault, next_step in report.not_read:
        click.echo(f"Not read: {fault} {next_step}")


@statistics.command()
@click.argument("data_sets", metavar="DATA_SET...", nargs=-1, required=True)
@click.option("--address", metavar="URL", help="Address of the API, up to its version.")
@click.option(
    "--pause", type=click.FloatRange(min=0), default=1.0, help="Seconds before each request."
)
@out_option
def fetch(data_sets: tuple[str, ...], address: str | None, pause: float, out: Path) -> int:
    """Fetch data sets through the API of Explore Education Statistics, by their ids.

    Written against the API's documentation and tried against a local server only. Load the folder
    afterwards with `sightline statistics load`.
    """
    from sightline.comparisons.fetching import ADDRESS, fetch_data_sets

    with progress_of("Fetching statistics") as progress:
        report = fetch_data_sets(
            data_sets, out, address=address or ADDRESS, pause=pause, progress=progress
        )
    click.echo(f"{count(len(report.fetched), 'data set')} fetched to {out}.")
    for identifier, why in report.failed:
        click.echo(f"Not fetched: {identifier}: {why}.")
    return 1 if report.failed else 0


@statistics.command()
@click.argument("indicator", required=False)
@click.option(
    "--council",
    "councils",
    multiple=True,
    metavar="CODE",
    help="Three-digit code of a council; may be given again.",
)
@click.option(
    "--model", default="", help="Version of the model of neighbours. Default: the newest."
)
@workspace_option
def compare(indicator: str | None, councils: tuple[str, ...], model: str, workspace: Path) -> int:
    """Show one indicator by year; without one, list the indicators there are."""
    from sightline.comparisons.could_not import CouldNotCompare
    from sightline.comparisons.statistics import statistics_of

    held = statistics_of(workspace)
    if not held.indicators:
        raise CouldNotCompare(
            "No published statistics are loaded into this workspace.",
            f"Run: sightline statistics load FOLDER --workspace {workspace}",
        )
    if indicator is None:
        rows = [(one.indicator.key, one.indicator.label) for one in held.declared()]
        click.echo(table(("indicator", "what it is"), rows))
        return 0
    if indicator not in held.indicators:
        raise CouldNotCompare(
            f"There is no indicator {indicator}.",
            f"Run: sightline statistics compare --workspace {workspace} to list them.",
        )
    unknown = [code for code in councils if code not in held.areas]
    if unknown:
        raise CouldNotCompare(
            f"No loaded file names a council {', '.join(unknown)}.",
            "Give three-digit codes, such as the loaded files have under old_la_code.",
        )
    _show(held, held.comparison(indicator, councils, model))
    return 0


def _show(held: "Statistics", found: "Comparison") -> None:
    """The comparison as a table, with its source and what it cannot show."""
    from sightline.comparisons.cannot_show import cannot_show

    indicator = found.shown.indicator
    heads = ["year", *(held.name_of(line.area) for line in found.lines)]
    heads += [f"neighbours' median ({found.model})"] if found.neighbours else []
    heads += ["all councils: quartiles and median"]
    rows = []
    for place, year in enumerate(found.years):
        row = [str(year)]
        for line in found.lines:
            point = line.points[place]
            rank = f", {point.rank} of {point.of}" if point.rank else ""
            row.append(point.why if point.value is None else f"{point.value:,.1f}{rank}")
        if found.neighbours:
            row.append(_number(found.neighbour_medians[place].median))
        spread = found.spreads[place]
        row.append(
            ", ".join(map(_number, (spread.lower_quartile, spread.median, spread.upper_quartile)))
        )
        rows.append(row)
    click.echo(f"{indicator.label}, {indicator.unit}. {indicator.note}".rstrip(" ,"))
    click.echo(table(heads, rows))
    for edition in held.files_of(found.shown):
        click.echo(f"From {edition.file}, loaded {edition.loaded_on}.")
    for sentence in cannot_show(indicator.key):
        click.echo(sentence)


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:,.1f}"
