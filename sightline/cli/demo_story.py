"""``sightline demo --story``: the journey of one council, beside the made-up authority's figures."""

from pathlib import Path

import click

from sightline.cli.showing import count
from sightline.synthetic.inspection_reports.make import AUTHORITY

PAPERS = ("board", "members", "one-page", "self-evaluation")


def look_for_quotations(articles: Path, documents: Path) -> None:
    """Read press pieces and look for what they quote in the documents that were read."""
    from sightline.inspections.articles.quotes import (
        find_quotations,
        read_articles,
        write_quotations,
    )

    read = read_articles([articles])
    write_quotations(read, find_quotations(read, documents), documents)


def tell_story(council: str, workspace: Path, out: Path) -> None:
    """Begin the plans of a council's journey and write the papers of the last into ``out``.

    Where no report about the council was read, the journey is that of the made-up reports.
    """
    from sightline.improvement.story import reports_of, tell
    from sightline.web import documents, service

    library = documents.library()
    reports = reports_of(library.documents, council)
    if not reports:
        click.echo(f"        No report about {council} was read: told of made-up {AUTHORITY}.")
        reports = reports_of(library.documents, AUTHORITY)
    plans = tell(
        by=_leader(workspace),
        reports=reports,
        documents=library.documents,
        quotations=library.quotations,
        figures=service.current(),
    )
    _write_papers(plans[-1], out)
    click.echo(f"        {count(len(plans), 'plan')}, one a report; papers of the last in {out}.")


def _leader(workspace: Path):
    from sightline.casework.models import Person
    from sightline.web import demo_people

    demo_people.make(workspace)
    return Person.objects.get(username="leader")


def _write_papers(plan, out: Path) -> None:
    from django.utils import timezone

    from sightline.improvement.papers.pdf import as_pdf
    from sightline.improvement.papers.word import as_word
    from sightline.web.papers_of_plan import made

    out.mkdir(parents=True, exist_ok=True)
    for kind in PAPERS:
        paper = made(kind, plan, timezone.localdate())
        (out / f"{kind}.docx").write_bytes(as_word(paper))
        (out / f"{kind}.pdf").write_bytes(as_pdf(paper))
