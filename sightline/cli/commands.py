"""All commands, by the word they are called with.

Modules of commands import what they call inside the command: help must come at once, and the
analytic engine alone takes seconds to import.
"""

import click

from sightline import __version__
from sightline.cli.annex_a import annex_a
from sightline.cli.audit import audit
from sightline.cli.backups import backup, export, restore
from sightline.cli.capability import capability
from sightline.cli.changes import changes
from sightline.cli.check import check
from sightline.cli.comparisons import statistics
from sightline.cli.demo import demo
from sightline.cli.doctor import doctor, migrate
from sightline.cli.duplicates import duplicates
from sightline.cli.ending_a_plan import ending_a_plan
from sightline.cli.inspections_beyond_reading import inspections
from sightline.cli.load import load
from sightline.cli.nightly import nightly
from sightline.cli.papers import papers
from sightline.cli.people import people
from sightline.cli.program_keys import program_key
from sightline.cli.quality import quality
from sightline.cli.retention import retention
from sightline.cli.rules import rules
from sightline.cli.serve import serve
from sightline.cli.standards import standards
from sightline.cli.subject_access import subject_access
from sightline.cli.synthesise import synthesise

EXIT_CODES = """\b
Exit codes:
  0  done
  1  done, but rows were set aside or files could not be read (listed)
  2  could not be done (one line why, one line what to do)"""


@click.group(epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="Sightline %(version)s")
def sightline() -> None:
    """Line of sight for children's services: records, rules, inspections."""


for command in (
    annex_a,
    audit,
    backup,
    capability,
    changes,
    check,
    demo,
    doctor,
    duplicates,
    ending_a_plan,
    export,
    inspections,
    load,
    migrate,
    nightly,
    papers,
    people,
    program_key,
    quality,
    restore,
    retention,
    rules,
    serve,
    standards,
    statistics,
    subject_access,
    synthesise,
):
    sightline.add_command(command)
