"""``sightline retention``: whose records are due, legal holds, and reviewed destruction."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sightline.cli.options import day_type, out_option, workspace_option
from sightline.cli.showing import count

if TYPE_CHECKING:
    from sightline.ledger.workspace import Workspace

by_option = click.option("--by", required=True, metavar="NAME", help="Who answers for this.")
reason_option = click.option("--reason", required=True, metavar="TEXT", help="Why.")


@click.group(short_help="Keep records as long as they must be, and destroy them after review.")
def retention() -> None:
    """Say whose records are due, hold them back, and destroy them after a person's review.

    Nothing is destroyed by itself. How long is kept follows the standards RET-01 to RET-07; local
    years go into sightline.toml.
    """


@retention.command(short_help="List whose records have been kept as long as they must be.")
@workspace_option
@click.option("--on", type=day_type, metavar="DAY", required=True, help="Due by this day.")
@out_option
def due(workspace: Path, on: datetime, out: Path) -> None:
    """List whose records are due on DAY, and by which standard, for a person to review.

    Writes due, with empty columns decision (destroy or keep), decided_by and reason to fill in,
    and cannot_tell. Both name children by their ids: keep them where records are kept.
    """
    from sightline.ledger.keeping.holds import held_on
    from sightline.ledger.keeping.people import people_of
    from sightline.ledger.keeping.retention import ask_retention
    from sightline.ledger.keeping.reviewing import cannot_tell_table, due_table
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table
    from sightline.records.standards import STANDARDS

    place = Workspace(workspace)
    with place.reading() as backend:
        people = people_of(backend.con)
        held = held_on(backend.con, on.date())
    answer = ask_retention(people, place.settings, on.date())
    rows, unknown = due_table(answer, held), cannot_tell_table(answer)
    write_table(rows, out, "due")
    write_table(unknown, out, "cannot_tell")
    click.echo(f"On {on.date()}, of {count(len(people), 'person', 'people')} on file:")
    for standard, number in Counter(rows.column("standard").to_pylist()).items():
        click.echo(f"  {number:,} due by {standard} ({STANDARDS[standard].standard})")
    click.echo(f"  {answer.not_yet:,} to be kept longer")
    for why, number in Counter(why for _, why in answer.cannot_tell).items():
        click.echo(f"  {number:,} cannot be told: {why}")
    held_too = rows.num_rows - rows.column("holds").null_count
    click.echo(f"A legal hold stands on {held_too:,} of those due. Written to {out}.")


@retention.command(short_help="Hold records back from destruction.")
@workspace_option
@click.option("--child", "children", multiple=True, metavar="ID", help="A child; may be repeated.")
@click.option("--every", metavar="TABLE", help="Every child with a row in this record table.")
@click.option("--where", metavar="COLUMN=VALUE", help="With --every: only rows that say so.")
@click.option("--since", type=day_type, metavar="DAY", help="With --every: rows from this day on.")
@click.option("--to", type=day_type, metavar="DAY", help="With --every: rows up to this day.")
@click.option("--until", type=day_type, metavar="DAY", help="Last day. Default: until released.")
@by_option
@reason_option
def hold(
    workspace: Path,
    children: tuple[str, ...],
    every: str | None,
    where: str | None,
    since: datetime | None,
    to: datetime | None,
    until: datetime | None,
    by: str,
    reason: str,
) -> None:
    """Hold the records of some children, or of every child a question finds.

    A question is asked anew each time, so that children loaded later are held too: for an inquiry
    into one home, --every placements --where home_urn=NUMBER --since DAY --to DAY.
    """
    from sightline.ledger.keeping.holds import Question, place_hold
    from sightline.ledger.workspace import Workspace

    if bool(children) == bool(every) or (not every and (where or since or to)):
        raise click.UsageError("Give either --child or --every, and --where only with --every.")
    if where and "=" not in where:
        raise click.UsageError("Write --where as COLUMN=VALUE.")
    column, _, value = (where or "").partition("=")
    question = Question(
        every or "", column, value, since.date() if since else None, to.date() if to else None
    )
    number = place_hold(
        Workspace(workspace),
        question if every else children,
        by=by,
        reason=reason,
        until=until.date() if until else None,
    )
    click.echo(f"Hold {number} stands. Let it go with: sightline retention release {number}")


@retention.command(short_help="Let go of a hold.")
@click.argument("number", type=int)
@workspace_option
@by_option
@reason_option
def release(number: int, workspace: Path, by: str, reason: str) -> None:
    """Let go of hold NUMBER. That it stood, and who let it go and why, stays on file."""
    from sightline.ledger.keeping.holds import release_hold
    from sightline.ledger.workspace import Workspace

    release_hold(Workspace(workspace), number, by=by, reason=reason)
    click.echo(f"Hold {number} is released.")


@retention.command(short_help="List holds, and what was destroyed.")
@workspace_option
@out_option
def register(workspace: Path, out: Path) -> None:
    """Write every hold there was, and every destruction: how many, by whom, by which standard.

    The table holds names children by their ids: keep it where records are kept.
    """
    from datetime import date

    from sightline.ledger.keeping.destroying import destructions_of
    from sightline.ledger.keeping.holds import holds_of, holds_table
    from sightline.ledger.workspace import Workspace
    from sightline.records.open_files import write_table

    with Workspace(workspace).reading() as backend:
        standing = {one.hold for one in holds_of(backend.con) if one.stands_on(date.today())}
        holds, destructions = holds_table(backend.con), destructions_of(backend)
    write_table(holds, out, "holds")
    write_table(destructions, out, "destructions")
    people = sum(destructions.column("people").to_pylist())
    click.echo(
        f"{count(len(standing), 'hold')} standing; the records of "
        f"{count(people, 'person', 'people')} destroyed so far. Written to {out}."
    )


@retention.command(short_help="Destroy what a person reviewed.")
@workspace_option
@click.option(
    "--reviewed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="The list due.csv with a decision, a name and a reason in each line.",
)
@click.option("--on", type=day_type, metavar="DAY", help="Due by this day. Default: today.")
@by_option
def destroy(workspace: Path, reviewed: Path, on: datetime | None, by: str) -> int:
    """Destroy the records of every child whom the reviewed list lets go.

    Only who is due and not held is destroyed: records, history, rows set aside and answers, in one
    new ledger file; no earlier file is kept. Answers are made anew by sightline check. A source
    that still sends such a child is told, and the rows are set aside. What people recorded of the
    child in the web application goes too. Run again it completes what was broken off. Not reached:
    the audit trail, which names ids, back-ups, files written earlier, and what is said in words
    under other children or in improvement plans.
    """
    from sightline.ledger.keeping.destroying import destroy as destroy_reviewed
    from sightline.ledger.keeping.reviewing import read_review
    from sightline.ledger.workspace import Workspace

    review, place = read_review(reviewed), Workspace(workspace)
    done = destroy_reviewed(place, review.decided, by=by, on=on.date() if on else None)
    people = sum(done.destroyed.values())
    click.echo(
        f"Destroyed the records of {count(people, 'person', 'people')} "
        f"({count(done.rows, 'row')} of history). {done.kept:,} kept as decided."
    )
    for standard, number in done.destroyed.items():
        click.echo(f"  {number:,} by {standard}")
    for why, number in done.refused.items():
        click.echo(f"  {number:,} left as they are: {why}")
    for line, why in review.set_aside.items():
        click.echo(f"  line {line} of {reviewed.name} set aside: {why}")
    _let_go_in_casework(place, by)
    return 1 if review.set_aside else done.exit_code


def _let_go_in_casework(place: "Workspace", by: str) -> None:
    """Remove what casework holds of everybody whose records the ledger has let go, now or before."""
    from datetime import date

    from sightline.ledger.keeping.destroyed import destroyed_of
    from sightline.ledger.keeping.holds import held_on
    from sightline.web.serving import casework_is_there, open_casework

    if not casework_is_there(place.folder):
        click.echo("There is no casework database: nothing was recorded in the web application.")
        return
    with place.reading() as backend:
        destroyed, held = destroyed_of(backend.con), held_on(backend.con, date.today())
    open_casework(place.folder)
    from sightline.casework import letting_go

    done = letting_go.let_go(by=by, was_destroyed=destroyed.has, held=held)
    letting_go.leave_no_trace()
    click.echo(
        f"Removed from the casework database: {count(done.rows.total(), 'row')} about "
        f"{count(done.children, 'id')}."
    )
    for what, number in done.rows.items():
        click.echo(f"  {number:,} {what}")
    if done.held:
        click.echo(f"  {count(done.held, 'id')} left in casework: held by a legal hold")
    click.echo(
        "Kept: the audit trail, which is chained by hash and names ids. Back-ups and files written "
        "earlier still hold the records: see Letting go of records in docs/running.md."
    )
