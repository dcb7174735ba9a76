"""``sightline nightly``: what runs by itself every night."""

from pathlib import Path

import click

from sightline.cli.options import workspace_option
from sightline.cli.showing import progress_of

EXIT_CODES = {"done": 0, "in_part": 1, "not_done": 2}


@click.command(short_help="Load, ask every rule, let decisions follow, back up.")
@workspace_option
def nightly(workspace: Path) -> int:
    """Load the sources that sightline.toml names under [nightly] and what is recorded here, ask every
    rule, let decisions follow corrected dates, write out the end of the audit trail and back up.

    A step that cannot be done says so and the others go on. What was done is kept and shown by
    sightline doctor.
    """
    from django.conf import settings

    from sightline.web.casework_database import recorded_here
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework.nightly import run_night
    from sightline.ledger.workspace import Workspace

    with progress_of("Running the night") as progress:
        job = run_night(
            Workspace(workspace),
            recorded_here=recorded_here(settings.WORKSPACE, settings.DATABASE_ADDRESS),
            progress=progress,
        )
    for step in job.steps:
        click.echo(f"{step['outcome'].replace('_', ' '):<8}  {step['name']}: {step['words']}")
    return EXIT_CODES[job.outcome]
