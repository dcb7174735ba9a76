"""``sightline inspections``: published documents."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sightline.cli.options import out_option
from sightline.cli.showing import count, progress_of

if TYPE_CHECKING:
    from sightline.inspections.facts import Documents


@click.group()
def inspections() -> None:
    """Read what inspectors published."""


@inspections.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--index",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.csv",
    help="List of what was downloaded: file, urn, authority, published. It dates reports that "
    "print no date. Default: index.csv beside the documents.",
)
@out_option
def read(paths: tuple[Path, ...], index: Path | None, out: Path) -> int:
    """Read reports and letters (files, or folders of them) into tables.

    Writes events, judgements, recommendations and more, each as CSV and Parquet.
    """
    documents = read_into(list(paths), out, index=index)
    return 1 if documents.unreadable() else 0


def read_into(paths: list[Path], out: Path, *, index: Path | None = None) -> "Documents":
    """Read documents, write their tables to ``out`` and say what was read and what was not.

    Files that ``out`` holds from an earlier reading, unchanged, are not read again.
    """
    from sightline.inspections.held import are_held
    from sightline.inspections.originals import remember_originals
    from sightline.inspections.reading import NothingToRead, documents_among, read_documents
    from sightline.inspections.searching import build_index
    from sightline.inspections.tables import write_tables
    from sightline.sources.could_not import CouldNot

    try:
        with progress_of("Reading documents") as progress:
            documents = read_documents(paths, index=index, progress=progress, held=out)
    except NothingToRead as nothing:
        raise CouldNot(str(nothing), "Give a folder of PDFs, or the PDFs themselves.") from nothing
    if not are_held(documents, out):
        write_tables(documents, out)
        build_index(documents, out)
    remember_originals(documents_among(paths), out)
    unreadable = documents.unreadable()
    click.echo(
        f"Read {count(len(documents.events) - len(unreadable), 'document')}: "
        f"{count(len(documents.judgements), 'judgement')}, "
        f"{count(len(documents.recommendations), 'recommendation')}. Written to {out}."
    )
    if unreadable:
        click.echo(f"{count(len(unreadable), 'file')} not read:")
    for event in unreadable:
        click.echo(f"  {event.file}: {event.unreadable_because}")
    return documents
