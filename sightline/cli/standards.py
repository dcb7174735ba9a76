"""``sightline standards``: where the council differs from the national standards."""

from pathlib import Path

import click

from sightline.cli.options import workspace_option
from sightline.cli.showing import count, table


@click.command(
    short_help="Check the council's own standards and show them beside the national ones."
)
@workspace_option
def standards(workspace: Path) -> int:
    """Show each value the council sets for itself in sightline.toml beside the national one, and
    say what of it cannot be used. Exit code 1 where something cannot."""
    from sightline.ledger.local_standards import local_standards_of
    from sightline.rules.book.wording import amount, applies

    found = local_standards_of(workspace)
    rows = [
        (
            one.standard.id,
            one.standard.standard,
            f"{amount(own)}, {applies(own)}" if own.valid_from or own.valid_to else amount(own),
            amount(one.standard),
            one.standard.tier,
        )
        for one in found.values
        for own in one.own
    ]
    if rows:
        click.echo(table(("standard", "what it asks", "own", "without it", "tier"), rows))
    else:
        click.echo("The council sets no standard for itself: those of Sightline hold.")
    if found.faults:
        click.echo(f"\n{count(len(found.faults), 'value')} cannot be used:")
        for fault in found.faults:
            click.echo(f"- {fault}")
    return 1 if found.faults else 0
