"""``sightline load``: records into a workspace."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sightline.cli.options import workspace_option
from sightline.cli.showing import count, progress_of, table

if TYPE_CHECKING:
    from sightline.ledger.report import LoadReport
    from sightline.ledger.workspace import Workspace

ROWS_NAMED = 5
# As in sightline.sources.doors, which is not imported here so that help comes at once.
DOOR_NAMES = (
    "ssd-database",
    "ssd",
    "sightline",
    "annex-a",
    "cin-census",
    "ssda903",
    "recorded-here",
)
SOURCE_NAMES = ("ssd", "sightline", "recorded-here", "annex-a", "cin-census", "ssda903")


@click.command()
@click.argument("source", metavar="DIR", type=click.Path(path_type=Path), required=False)
@workspace_option
@click.option(
    "--as",
    "door_name",
    type=click.Choice(DOOR_NAMES),
    help="What the source is. Default: told by looking.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change and write nothing.")
@click.option(
    "--take-out",
    type=click.Choice(SOURCE_NAMES),
    help="Instead of loading: take everything this source told out of the records.",
)
def load(
    source: Path | None,
    workspace: Path,
    door_name: str | None,
    dry_run: bool,
    take_out: str | None,
) -> int:
    """Load the records in DIR into the workspace.

    DIR is a folder with one Parquet or CSV file per record table, as sightline synthesise writes,
    or per table of the Standard Safeguarding Dataset; the address of that dataset's database; a
    folder with the files of the return on children looked after (SSDA903); an Annex A workbook;
    the XML of a children in need census; or the casework database with what is recorded here.
    Every row is either kept or set aside with the reason; loading the same content twice changes
    nothing. Several kinds of source stand side by side: rows that speak of the same thing are one
    for the rules, and where they disagree sightline quality shows it.
    """
    from sightline.ledger.load import load as load_source
    from sightline.ledger.workspace import Workspace

    if take_out:
        return _take_out(take_out, source, Workspace(workspace))
    if source is None:
        raise click.UsageError("Give what is to be loaded, such as a folder.")
    with progress_of("Loading") as progress:
        report = load_source(
            source, Workspace(workspace), progress, door_name=door_name or "", dry_run=dry_run
        )
    say_report(report)
    if dry_run:
        return report.exit_code
    if report.set_aside_rows or report.faults.num_rows:
        click.echo(
            f"\nEvery one with its place: sightline quality --workspace {workspace} --out DIR"
        )
    _say_disagreements(Workspace(workspace))
    return report.exit_code


def _take_out(name: str, source: Path | None, workspace: "Workspace") -> int:
    from sightline.ledger.load import take_out

    if source is not None:
        raise click.UsageError("Give either what is to be loaded or --take-out, not both.")
    report = take_out(name, workspace)
    gone = sum(change.gone for change in report.changes)
    click.echo(
        f"Took out what {name} told, as load {report.load}: {count(gone, 'row')}. "
        "What was known on earlier days can still be asked."
    )
    return 0


def _say_disagreements(workspace: "Workspace") -> None:
    """How often sources disagree, by table and column; never about whom."""
    from sightline.ledger.disagreements import disagreements_of

    with workspace.reading() as backend:
        rows = disagreements_of(backend).select(["table", "column"]).to_pylist()
    if not rows:
        return
    click.echo("\nWhere the sources in this workspace disagree (both values are kept):")
    for (name, column), number in Counter((row["table"], row["column"]) for row in rows).items():
        click.echo(f"  {name}.{column}, {count(number, 'row')}")
    click.echo(f"Every one: sightline quality --workspace {workspace.folder} --out DIR")


def say_report(report: "LoadReport") -> None:
    """Print what became of every row. Rows are named by file and number, never by a child."""
    click.echo(_what_was_done(report))
    click.echo(_counts(report))
    for note in report.notes:
        click.echo(note)
    _say_unread_files(report)
    _say_set_aside(report)
    _say_faults(report)


def _what_was_done(report: "LoadReport") -> str:
    if report.unchanged:
        return (
            f"Nothing has changed: the same content was loaded before, as load {report.load}. "
            "That load brought:"
        )
    day = f", up to {report.extract_day}" if report.extract_day else ""
    if report.is_dry_run:
        return f"Nothing is written. {report.source} ({report.authority}{day}) would bring:"
    return f"Loaded {report.source} as load {report.load}: {report.authority}{day}."


def _counts(report: "LoadReport") -> str:
    """One line a table: rows read are new, changed, unchanged or set aside, to the last one."""
    changes = {one.table: one for one in report.changes}
    telling = [
        one
        for one in report.counts
        if one.read or changes[one.table].gone or changes[one.table].remembered
    ]
    columns: dict[str, list[int]] = {}
    for one in telling:
        found = changes[one.table]
        for head, number in (
            ("rows read", one.read),
            ("new", found.added),
            ("changed", found.changed),
            ("unchanged", found.unchanged),
            ("set aside", one.set_aside),
            ("values emptied", one.emptied),
            ("no longer told", found.gone),
            ("older than the source tells", found.remembered),
        ):
            columns.setdefault(head, []).append(number)
    for head in ("no longer told", "older than the source tells"):
        if not any(columns[head]):
            del columns[head]
    names = [one.table for one in telling]
    rows = [list(row) for row in zip(names, *columns.values(), strict=True)]
    rows.append(["in all", *(sum(numbers) for numbers in columns.values())])
    text = table(["table", *columns], rows)
    if empty := len(report.counts) - len(telling):
        text += f"\n{count(empty, 'other table')} came without rows."
    return text


def _say_unread_files(report: "LoadReport") -> None:
    if report.unread_files:
        click.echo(f"\n{count(len(report.unread_files), 'file')} not read:")
    for file in report.unread_files:
        click.echo(f"  {file.file}: {file.reason} {file.how_to_mend}")


def _say_set_aside(report: "LoadReport") -> None:
    if not report.set_aside_rows:
        return
    click.echo(f"\n{count(report.set_aside_rows, 'row')} set aside, seen by no rule:")
    groups: dict[tuple[str, str, str], list[int]] = {}
    for row in report.set_aside.select(["file", "row", "reason", "how_to_mend"]).to_pylist():
        groups.setdefault((row["file"], row["reason"], row["how_to_mend"]), []).append(row["row"])
    for (file, reason, how_to_mend), places in groups.items():
        click.echo(f"  {file}, {_places(places)}: {reason} {how_to_mend}")


def _say_faults(report: "LoadReport") -> None:
    columns = ["table", "column", "fault", "how_to_mend", "rows"]
    rows: Counter[tuple[str, ...]] = Counter()
    for row in report.faults.select(columns).to_pylist():
        rows[tuple(row[name] for name in columns[:4])] += row["rows"]
    if rows:
        click.echo("\nTo mend at the source, though the rows are kept:")
    for (name, column, fault, how_to_mend), number in rows.items():
        click.echo(f"  {name}.{column}, {count(number, 'row')}: {fault} {how_to_mend}")


def _places(numbers: list[int]) -> str:
    """Row numbers, the first few of many."""
    named = ", ".join(str(number) for number in numbers[:ROWS_NAMED])
    more = len(numbers) - ROWS_NAMED
    return f"row{'s' if len(numbers) > 1 else ''} {named}" + (
        f" and {more:,} more" if more > 0 else ""
    )
