"""``sightline synthesise``: a made-up authority."""

from pathlib import Path

import click

from sightline.cli.options import out_option
from sightline.cli.showing import progress_of


@click.command(short_help="Make a made-up authority.")
@click.option(
    "--children", type=click.IntRange(min=1), required=True, help="How many children to make."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed makes the same authority."
)
@click.option(
    "--faults",
    is_flag=True,
    help="Plant data faults too, listed in planted_faults.parquet: a load sets just those aside.",
)
@out_option
def synthesise(children: int, seed: int, faults: bool, out: Path) -> int:
    """Make a made-up authority: eleven years of records, with the truth about what was planted.

    Writes one Parquet file per record table, and truth.parquet: every failing that was planted.
    """
    from sightline.synthetic.authority import synthesise as make

    with progress_of("Making the authority") as progress:
        make(children, seed, out, progress, faults=faults)
    click.echo(f"A made-up authority of {children:,} children (seed {seed}) is in {out}.")
    return 0
