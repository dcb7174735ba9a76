"""``sightline inspections search``, ``quotes``, ``fetch``, ``workbooks`` and ``alike``."""

from collections import Counter
from pathlib import Path

import click

from sightline.cli.inspections import inspections
from sightline.cli.options import out_option
from sightline.cli.showing import count, progress_of

documents_argument = click.argument(
    "documents",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)


@inspections.command()
@documents_argument
@click.argument("words", nargs=-1)
@click.option("--authority", default="", help="Name as in the events table.")
@click.option("--year", type=int, help="Year in which the inspection ended.")
@click.option("--kind", default="", help="Kind of document, such as ilacs_inspection.")
@click.option("--area", default="", help="Graded area, such as help_and_protection.")
@click.option("--theme", default="", help="Key of a theme, such as plans_cp.")
@click.option("--grade", default="", help="Grade of the passage's area.")
@click.option("--polarity", default="", help="strength, weakness, mixed or plain.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
def search(documents: Path, words: tuple[str, ...], limit: int, **filters) -> int:
    """Search every paragraph in DIR, as `inspections read` wrote it.

    All WORDS must be there, in any form; "in quotes" they stand side by side; a word with a minus
    before it must not be there (put -- before such words).
    """
    from sightline.inspections.searching import Filters
    from sightline.inspections.searching import search as find
    from sightline.inspections.searching.search import BEGIN, END, NoIndex
    from sightline.sources.could_not import CouldNot

    try:
        found = find(documents, _as_typed(words), Filters(**filters), limit=limit)
    except NoIndex as error:
        raise CouldNot(
            str(error), "Run `sightline inspections read` with --out naming it."
        ) from error
    for hit in found.hits:
        place = f"{hit.file}, page {hit.page}"
        click.secho(f"{hit.authority} {hit.year or ''}  {place}  {hit.polarity}", bold=True)
        bold, plain = click.style("", bold=True, reset=False), click.style("", reset=True)
        click.echo("  " + hit.snippet.replace(BEGIN, bold).replace(END, plain))
    click.echo(f"{count(found.total, 'passage')} found, {len(found.hits):,} shown.")
    return 0


def _as_typed(words: tuple[str, ...]) -> str:
    """The words as the reader typed them: the shell takes the quotation marks off a phrase."""
    return " ".join(f'"{one}"' if " " in one and '"' not in one else one for one in words)


@inspections.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--from", "listing", help="Address of the listing. Default: the inspectorate's.")
@click.option(
    "--pause",
    default=1.0,
    show_default=True,
    type=click.FloatRange(0, 60),
    help="Seconds to wait before every request.",
)
def fetch(folder: Path, listing: str | None, pause: float) -> int:
    """Download new reports from the inspectorate's public listing to FOLDER, with their index.

    What is there is not asked for again, and what broke off is resumed.
    """
    from sightline.inspections.fetching import fetch_reports
    from sightline.inspections.fetching.fetch import CouldNotFetch
    from sightline.inspections.fetching.listing import LISTING
    from sightline.sources.could_not import CouldNot

    try:
        with progress_of("Fetching reports") as progress:
            report = fetch_reports(
                folder, listing=listing or LISTING, pause=pause, progress=progress
            )
    except CouldNotFetch as error:
        raise CouldNot(
            f"The listing could not be read: {error}.", "Try again later, or give --from."
        ) from error
    click.echo(f"{count(len(report.fetched), 'new report')}, {report.already_here:,} here already.")
    for address, reason in report.failed:
        click.echo(f"  {address}: {reason}")
    return 1 if report.failed else 0


@inspections.command()
@documents_argument
@out_option
def workbooks(documents: Path, out: Path) -> int:
    """Write what was read in DIR as workbooks: all tables, and each authority's latest inspection."""
    from sightline.inspections.tables import read_tables
    from sightline.inspections.workbooks import write_all_tables, write_latest_inspections

    read = read_tables(documents)
    out.mkdir(parents=True, exist_ok=True)
    write_all_tables(read, out / "inspections.xlsx")
    rows = write_latest_inspections(read, out / "latest-inspections.xlsx")
    click.echo(f"Written to {out}: inspections.xlsx, latest-inspections.xlsx ({rows} authorities).")
    return 0


@inspections.command()
@documents_argument
@click.argument("theme")
@click.option("--not-of", default="", metavar="URN", help="Leave this authority out.")
@click.option("--polarity", default="", help="strength, weakness, mixed or plain.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000))
def alike(documents: Path, theme: str, not_of: str, polarity: str, limit: int) -> int:
    """Show what inspectors wrote in DIR on THEME, best graded first."""
    from sightline.inspections.comparing import passages_on
    from sightline.inspections.tables import read_tables
    from sightline.records.themes import THEMES
    from sightline.sources.could_not import CouldNot

    if theme not in THEMES:
        raise CouldNot(f"There is no theme {theme!r}.", f"Use one of: {', '.join(THEMES)}.")
    passages = passages_on(
        read_tables(documents), theme, not_of=not_of, polarity=polarity, limit=limit
    )
    for each in passages:
        finding = each.finding
        place = f"{finding.file}, page {finding.page}"
        click.secho(f"{each.event.authority}: {each.grade or 'not graded'}  {place}", bold=True)
        click.echo(f"  {finding.text}")
    click.echo(f"{count(len(passages), 'passage')} shown.")
    return 0


@inspections.command()
@click.argument(
    "articles", metavar="ARTICLE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--against",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder that `inspections read` wrote.",
)
@out_option
def quotes(articles: tuple[Path, ...], against: Path, out: Path) -> int:
    """Look for every quotation of press pieces and statements in the documents that were read.

    Writes quotations (exact, truncated, altered, not found, document not held) and what the
    articles say: events, people, numbers.
    """
    from sightline.inspections.articles.quotes import (
        find_quotations,
        read_articles,
        write_quotations,
    )
    from sightline.inspections.reading import NothingToRead
    from sightline.sources.could_not import CouldNot

    try:
        read = read_articles(list(articles))
        matches = find_quotations(read, against)
    except NothingToRead as nothing:
        raise CouldNot(
            str(nothing),
            "Give the articles as text files, and --against as `inspections read` wrote.",
        ) from nothing
    write_quotations(read, matches, out)
    said = Counter(match.match for match in matches)
    click.echo(f"{count(len(matches), 'quotation')} in {count(len(read), 'article')}:")
    for match, number in said.most_common():
        click.echo(f"  {match}: {number}")
    click.echo(f"Written to {out}.")
    return 0
