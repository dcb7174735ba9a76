"""``sightline demo``: everything once, on a made-up authority.

It calls the same functions as the commands. A step whose result is there already is not done again.
"""

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import click

from sightline import __version__
from sightline.cli.demo_story import look_for_quotations, tell_story
from sightline.cli.inspections import read_into
from sightline.cli.load import say_report
from sightline.cli.serve import port_option
from sightline.cli.showing import progress_of

DEFAULT_CHILDREN = 2_000
SEED = 1
HOST = "127.0.0.1"
AS_IF_BEGUN = timedelta(days=28)


@click.command(short_help="Everything once, on a made-up authority.")
@click.option(
    "--reports",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Folder of inspection reports to read beside the made-up ones.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="Folder for all that the demonstration makes.",
)
@click.option(
    "--children",
    type=click.IntRange(min=1),
    default=DEFAULT_CHILDREN,
    show_default=True,
    help="How many children the made-up authority has.",
)
@click.option(
    "--story",
    metavar="COUNCIL",
    help="Tell a council's journey: a plan from each of its reports, what came after, and papers.",
)
@click.option(
    "--articles",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Folder of press pieces (text files) whose quotations are looked for in the reports.",
)
@port_option
@click.option(
    "--no-serve", is_flag=True, help="Make everything, but do not open the web application."
)
def demo(
    reports: Path | None,
    folder: Path,
    children: int,
    story: str | None,
    articles: Path | None,
    port: int,
    no_serve: bool,
) -> int:
    """Make a made-up authority, load it, ask the rules, read documents and open the pages.

    Run again, it does only what is not done yet.
    """
    workspace = folder / "workspace"
    _make_authority(folder, children)
    _load(folder / "records", workspace)
    _check(workspace, folder / "answers")
    _read_documents(folder, workspace / "documents", reports)
    if articles:
        look_for_quotations(articles, workspace / "documents")
    if story:
        click.echo(f"Story   Telling the journey of {story} ...")
        from sightline.web.serving import open_to_serve

        open_to_serve(workspace, HOST)
        tell_story(story, workspace, folder / "papers")
    if no_serve:
        click.echo(f"To open the web application: sightline serve --workspace {workspace}")
        return 0
    from sightline.web.serving import serve

    serve(workspace, HOST, port)
    return 0


def _make_authority(folder: Path, children: int) -> None:
    records = folder / "records"
    wanted = f"{__version__} {children} {SEED}"
    if _is_done(folder, "records", wanted):
        click.echo("1 of 4  The made-up authority is there already.")
        return
    click.echo(f"1 of 4  Making an authority of {children:,} made-up children ...")
    from sightline.synthetic.authority import synthesise

    with progress_of("Making the authority") as progress:
        synthesise(children, SEED, records, progress)
    _mark_done(folder, "records", wanted)


def _load(records: Path, workspace: Path) -> None:
    click.echo("2 of 4  Loading its records ...")
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace

    with progress_of("Loading") as progress:
        report = load(records, Workspace(workspace), progress)
    if report.unchanged:
        click.echo("        They were loaded before.")
    else:
        say_report(report)


def _check(workspace: Path, answers: Path) -> None:
    from sightline.ledger.workspace import Workspace

    house = Workspace(workspace)
    # The check publishes a ledger file of its own: while that one is current, its answers hold.
    if _is_done(answers, "check", _answers_stand_on(house)):
        click.echo("3 of 4  Every rule has been asked already.")
        return
    click.echo("3 of 4  Asking every rule ...")
    from sightline.ledger.reading import extract_of
    from sightline.measures.check import check

    with house.reading() as backend:
        last_day = extract_of(backend).extract_day
    # As if the service had begun some weeks ago: on its very first day nothing is news.
    began = last_day - AS_IF_BEGUN if last_day else None
    with progress_of("Asking the rules") as progress:
        report = check(house, out=answers, began=began, progress=progress)
    click.echo(str(report))
    _mark_done(answers, "check", _answers_stand_on(house))


def _answers_stand_on(house) -> str:
    return f"{__version__} {house.current_number()} {house.settings}"


def _read_documents(folder: Path, documents: Path, reports: Path | None) -> None:
    paths = [_example_documents(folder), *([reports] if reports else [])]
    wanted = _content_of(paths)
    if _is_done(folder, "documents", wanted) and (documents / "events.parquet").is_file():
        click.echo("4 of 4  The documents have been read already.")
        return
    click.echo("4 of 4  Reading inspection documents ...")
    read_into(paths, documents)
    _mark_done(folder, "documents", wanted)


def _example_documents(folder: Path) -> Path:
    examples = folder / "example-documents"
    if not _is_done(folder, "example-documents", __version__):
        from sightline.synthetic.inspection_reports.make import make_example_documents

        make_example_documents(examples)
        _mark_done(folder, "example-documents", __version__)
    return examples


def _content_of(folders: list[Path]) -> str:
    """Changes with the version and with name, size or time of any file of the folders."""
    digest = hashlib.sha256(__version__.encode())
    for folder in folders:
        for file in sorted(folder.iterdir()):
            facts = file.stat()
            digest.update(f"{file.name} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _is_done(folder: Path, step: str, wanted: str) -> bool:
    try:
        return json.loads(_done_file(folder, step).read_text(encoding="utf-8")) == wanted
    except (OSError, ValueError):
        return False


def _mark_done(folder: Path, step: str, wanted: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _done_file(folder, step).write_text(json.dumps(wanted), encoding="utf-8")


def _done_file(folder: Path, step: str) -> Path:
    return folder / f".{step}-done.json"
