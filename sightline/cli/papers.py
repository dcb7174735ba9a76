"""``sightline papers``: the papers of an improvement plan, as Word or PDF."""

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, workspace_option

KINDS = ("board", "members", "one-page", "self-evaluation")


@click.command(short_help="Make a paper of an improvement plan, as Word or PDF.")
@workspace_option
@click.option(
    "--plan", "number", type=int, help="The plan's number. Without it the plans are listed."
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="board",
    show_default=True,
    help="For the board, for elected members (figures only, small numbers hidden), on one page, or the self-evaluation.",
)
@click.option(
    "--on",
    "on",
    type=day_type,
    metavar="DAY",
    help="The day on which the plan is read: what is overdue is asked of it. Default: today.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write: .docx or .pdf. One that is there is replaced.",
)
def papers(
    workspace: Path, number: int | None, kind: str, on: datetime | None, out: Path | None
) -> None:
    """Make a paper from a plan as it stands, and the figures of the records.

    The same plan, day and records give the same file. The board's paper holds small numbers: it is
    not to be published. That a paper was made is kept in the audit trail.
    """
    from sightline.web.serving import open_casework

    open_casework(workspace)
    if number is None:
        _list_plans()
        return
    _make(number, kind, on, out)
    click.echo(f"Written to {out}.")


def _list_plans() -> None:
    from sightline.improvement.models import Plan

    for plan in Plan.objects.order_by("pk"):
        click.echo(f"{plan.pk:>4}  {plan.title}")
    click.echo("Make a paper of one with --plan NUMBER --out FILE.")


def _make(number: int, kind: str, on: datetime | None, out: Path | None) -> None:
    from django.utils import timezone

    from sightline.casework import audit
    from sightline.casework.policy import SEE_IMPROVEMENT
    from sightline.improvement.models import Plan
    from sightline.improvement.papers.pdf import as_pdf
    from sightline.improvement.papers.word import as_word
    from sightline.sources.could_not import CouldNot
    from sightline.web.papers_of_plan import made

    set_as = {".docx": as_word, ".pdf": as_pdf}.get(out.suffix.lower() if out else "")
    if out is None or set_as is None:
        raise CouldNot("A paper is Word or PDF.", "Give --out a name that ends in .docx or .pdf.")
    plan = Plan.objects.filter(pk=number).first()
    if plan is None:
        raise CouldNot(
            f"There is no plan {number}.", "Leave --plan out: the plans are listed with numbers."
        )
    content = set_as(made(kind, plan, on.date() if on else timezone.localdate()))
    audit.record(
        by=None,
        action=SEE_IMPROVEMENT,
        thing=f"a paper of an improvement plan, made at the command line: {kind}",
    )
    out.write_bytes(content)
