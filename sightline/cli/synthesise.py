"""``sightline synthesise``: a made-up authority, as whatever a council may have."""

import tempfile
from pathlib import Path

import click

from sightline.cli.showing import progress_of

KINDS = ("sightline", "ssd", "cin-census", "annex-a", "ssda903")
FLAVOURS = ("plain", "systemc", "mosaic", "eclipse")
STRUCTURES = ("2022-23", "2023-24", "2024-25", "2025-26", "2026-27")


@click.command(short_help="Make a made-up authority.")
@click.option(
    "--children", type=click.IntRange(min=1), required=True, help="How many children to make."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed makes the same authority."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; made where it is missing.",
)
@click.option(
    "--to",
    "database",
    metavar="ADDRESS",
    help="Database to write the Dataset to, such as postgresql://user@host/database.",
)
@click.option(
    "--as",
    "kind",
    type=click.Choice(KINDS),
    default="sightline",
    show_default=True,
    help="What to write: Sightline's own records, the Standard Safeguarding Dataset or a return.",
)
@click.option(
    "--flavour",
    type=click.Choice(FLAVOURS),
    default="plain",
    show_default=True,
    help="Which case system fills the Dataset; plain fills all that it can hold.",
)
@click.option(
    "--structure",
    type=click.Choice(STRUCTURES),
    help="Year whose elements the children in need census uses; by default its own.",
)
@click.option(
    "--faults",
    is_flag=True,
    help="Plant data faults too, listed in planted_faults.parquet: a load sets just those aside.",
)
@click.option(
    "--authorities",
    type=click.IntRange(1, 52),
    default=1,
    show_default=True,
    help="How many authorities to make, a folder each, of that many children each.",
)
def synthesise(
    children: int,
    seed: int,
    out: Path | None,
    database: str | None,
    kind: str,
    flavour: str,
    structure: str | None,
    faults: bool,
    authorities: int,
) -> int:
    """Make a made-up authority: thirteen years of records.

    Sightline's own records are one Parquet file per record table, with truth.parquet: every
    failing that was planted. The same seed and number of children make the same authority,
    whatever it is written as.
    """
    _refuse_what_does_not_go_together(locals())
    if kind == "sightline" and database is None:
        assert out is not None, "refused above"
        _make_records(children, seed, out, faults, authorities)
        return 0
    from sightline.synthetic.authority import synthesise as make
    from sightline.synthetic.written_as import write_as, write_to_database

    words = "as specified" if flavour == "plain" else flavour
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder)
        with progress_of("Making the authority") as progress:
            make(children, seed, records, progress)
        with progress_of("Writing it") as progress:
            if database is not None:
                write_to_database(records, database, flavour=words, progress=progress)
                click.echo(f"{_made(children, seed)} is in the database.")
                return 0
            assert out is not None, "refused above"
            written = write_as(
                kind, records, out, flavour=words, structure=structure or "", progress=progress
            )
    click.echo(f"{_made(children, seed)} is in {written}.")
    return 0


def _refuse_what_does_not_go_together(given: dict) -> None:
    """One sentence for options that do not go together, before anything is made."""
    kind, database, out = given["kind"], given["database"], given["out"]
    refusals = (
        (out is None and database is None, "Give --out FOLDER, or --to ADDRESS of a database."),
        (out is not None and database is not None, "Give --out or --to, not both."),
        (database is not None and kind not in ("sightline", "ssd"), "A database holds --as ssd."),
        (
            given["flavour"] != "plain" and kind != "ssd" and database is None,
            "--flavour goes with --as ssd.",
        ),
        (given["structure"] and kind != "cin-census", "--structure goes with --as cin-census."),
        (
            given["faults"] and (kind != "sightline" or database is not None),
            "--faults goes with Sightline's own records only.",
        ),
        (
            given["authorities"] > 1 and (kind != "sightline" or database is not None),
            "--authorities goes with Sightline's own records only.",
        ),
    )
    for refused, why in refusals:
        if refused:
            raise click.UsageError(why)


def _make_records(children: int, seed: int, out: Path, faults: bool, authorities: int) -> None:
    if authorities > 1:
        from sightline.synthetic.many_authorities import synthesise_many

        with progress_of("Making the authorities") as progress:
            made = synthesise_many(authorities, children, seed, out, progress, faults=faults)
        click.echo(
            f"{len(made)} made-up authorities of {children:,} children each (seeds {seed} to "
            f"{seed + authorities - 1}) are in {out}, a folder each."
        )
        return
    from sightline.synthetic.authority import synthesise as make

    with progress_of("Making the authority") as progress:
        make(children, seed, out, progress, faults=faults)
    click.echo(f"{_made(children, seed)} is in {out}.")


def _made(children: int, seed: int) -> str:
    return f"A made-up authority of {children:,} children (seed {seed})"
