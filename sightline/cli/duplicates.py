"""``sightline duplicates``: ids that may be one person, for a person to decide."""

from pathlib import Path

import click

from sightline.cli.options import out_option, workspace_option
from sightline.cli.showing import count


@click.group(short_help="Propose ids that may be one person, and keep what people decide.")
def duplicates() -> None:
    """Propose pairs of ids that may be one person, and keep what people decide about them.

    Nothing is merged: a decision stands beside both ids and can be undone. Nobody with any sign of
    adoption is compared, and nothing here leads from one identity of an adopted child to the other.
    """


@duplicates.command(short_help="Write pairs of ids that may be one person.")
@workspace_option
@out_option
def propose(workspace: Path, out: Path) -> None:
    """Write pairs of ids that may be one person, field by field: agrees, close, differs, not told.

    Fill in decision (same person, different, not now), decided_by and reason, then give the list
    to sightline duplicates decide. It names children by their ids: keep it where records are kept.
    Needs the extra in requirements/duplicates.txt (Splink).
    """
    from sightline.ledger.duplicates.proposing import propose as propose_pairs
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table

    with Workspace(workspace).reading() as backend:
        found = propose_pairs(backend)
    write_table(found.pairs, out, "proposals")
    click.echo(
        f"{count(found.pairs.num_rows, 'pair')} to decide, of {found.compared:,} ids compared; "
        f"{found.left_out:,} left out for a sign of adoption. Written to {out}."
    )


@duplicates.command(short_help="Keep what a person decided about each pair.")
@workspace_option
@click.option(
    "--reviewed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="The list proposals.csv with decisions, names and reasons.",
)
def decide(workspace: Path, reviewed: Path) -> int:
    """Keep what a person decided about each pair of the list. Lines without a decision are passed over."""
    from sightline.ledger.duplicates.deciding import decide as keep_decisions
    from sightline.ledger.duplicates.deciding import read_decisions
    from sightline.ledger.workspace import Workspace

    pairs, set_aside = read_decisions(reviewed)
    done = keep_decisions(Workspace(workspace), pairs)
    click.echo(f"{count(sum(done.kept.values()), 'decision')} kept.")
    for decision, number in done.kept.items():
        click.echo(f"  {number:,} {decision}")
    for why, number in done.refused.items():
        click.echo(f"  {number:,} refused: {why}")
    for line, why in set_aside.items():
        click.echo(f"  line {line} of {reviewed.name} set aside: {why}")
    return 1 if set_aside or done.refused else 0


@duplicates.command(short_help="Undo a decision.")
@click.argument("number", type=int)
@workspace_option
@click.option("--by", required=True, metavar="NAME", help="Who answers for this.")
@click.option("--reason", required=True, metavar="TEXT", help="Why.")
def undo(number: int, workspace: Path, by: str, reason: str) -> None:
    """Undo decision NUMBER. That it was made, and who undid it and why, stays on file."""
    from sightline.ledger.duplicates.deciding import undo as undo_decision
    from sightline.ledger.workspace import Workspace

    undo_decision(Workspace(workspace), number, by=by, reason=reason)
    click.echo(f"Decision {number} is undone; the pair may be proposed again.")


@duplicates.command("list", short_help="Write every decision.")
@workspace_option
@out_option
def list_decisions(workspace: Path, out: Path) -> None:
    """Write every decision there was, undone ones too. It names children by their ids."""
    from sightline.ledger.duplicates.deciding import decisions_table
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table

    with Workspace(workspace).reading() as backend:
        rows, hidden = decisions_table(backend.con)
    write_table(rows, out, "decisions")
    said = f" {hidden:,} not shown for a sign of adoption." if hidden else ""
    click.echo(f"{count(rows.num_rows, 'decision')} written to {out}.{said}")
