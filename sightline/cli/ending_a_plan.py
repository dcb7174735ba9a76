"""``sightline ending-a-plan``: what evidence protection plans ended on, and what came after."""

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, out_option, workspace_option
from sightline.cli.showing import count, table


@click.command(
    "ending-a-plan", short_help="Say what evidence protection plans ended on, and what came after."
)
@workspace_option
@click.option(
    "--on",
    "on",
    type=day_type,
    metavar="DAY",
    help="Plans ended by this day. Default: the last day the source speaks of.",
)
@out_option
def ending_a_plan(workspace: Path, on: datetime | None, out: Path) -> int:
    """Ask the checks before a plan ends of every plan that somebody decided to end.

    Writes checks_before_ending, a row a plan and check, and after_ending, a row a plan: a new
    plan, an enquiry or entry to care while the ending stays in view. The checks are questions: they are counted
    over plans, never added up for one. The tables name children by their ids: keep them where
    records are kept.
    """
    from sightline.ledger.workspace import Workspace
    from sightline.measures.ending_a_plan import plans_ended
    from sightline.rules.checks_before_ending import CHECKS

    report = plans_ended(Workspace(workspace), on=on.date() if on else None, out=out)
    click.echo(f"{count(report.endings, 'plan')} ended by a decision by {report.on}.")
    heads = ("check", "met", "not met", "no evidence")
    rows = [(CHECKS[name].title, *found.values()) for name, found in report.answers.items()]
    click.echo(table(heads, rows))
    for name, reason in report.cannot_ask.items():
        click.echo(f"No evidence anywhere: {CHECKS[name].title}. {reason}")
    followed = ", ".join(
        f"{name.replace('_', ' ')} {number:,}" for name, number in report.afterwards.items()
    )
    click.echo(f"Came after, as long as an ending stays in view (standard CPE-08): {followed}.")
    click.echo(f"Written to {out}.")
    return 0
