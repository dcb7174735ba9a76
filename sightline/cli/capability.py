"""``sightline capability``: which rules the loaded source can answer."""

from pathlib import Path

import click

from sightline.cli.options import workspace_option
from sightline.cli.showing import table


@click.command(short_help="Say which rules the source can answer, and what the others miss.")
@workspace_option
def capability(workspace: Path) -> int:
    """Say for every rule whether the loaded source can answer it, and if not which column is missing."""
    from sightline.engine.capability import sentence, why_not
    from sightline.ledger.reading import coverage_of
    from sightline.ledger.workspace import Workspace
    from sightline.rules import RULES

    with Workspace(workspace).reading() as backend:
        coverage = coverage_of(backend)
    rows = []
    for name, rule in RULES.items():
        missing = why_not(rule, coverage)
        rows.append((name, "no" if missing else "yes", sentence(missing)))
    click.echo(table(("rule", "can be told", "because"), rows))
    return 0
