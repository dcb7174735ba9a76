"""Sets a paper as a PDF that screen readers can follow (PDF/UA-1). The same paper, the same bytes."""

import json
from datetime import UTC, datetime, time
from importlib import resources

from sightline.improvement.papers.content import (
    Block,
    Chart,
    Heading,
    Paper,
    Paragraph,
    parts_of,
    said,
)

STANDARD = "ua-1"


def as_pdf(paper: Paper) -> bytes:
    """The paper as the bytes of a tagged PDF."""
    # Imported here: it loads fonts, and most pages make no paper.
    import typst

    content = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "notice": paper.notice,
        "wide": paper.is_wide,
        "blocks": [_told(block) for block in paper.blocks],
    }
    with resources.as_file(resources.files(__package__).joinpath("paper.typ")) as source:
        return typst.compile(
            str(source),
            format="pdf",
            sys_inputs={"paper": json.dumps(content)},
            ignore_system_fonts=True,
            pdf_standards=STANDARD,
            pdf_tags=True,
            timestamp=datetime.combine(paper.day, time(), tzinfo=UTC),
        )


def _told(block: Block) -> dict[str, object]:
    if isinstance(block, Heading):
        return {"is": "heading", "words": block.words, "level": block.level}
    if isinstance(block, Paragraph):
        return {"is": "paragraph", "words": said(block.parts), "kind": block.kind}
    if isinstance(block, Chart):
        return {"is": "chart", **vars(block)}
    return {
        "is": "table",
        "caption": block.caption,
        "heads": block.heads,
        "rows": [[said(parts_of(cell)) for cell in row] for row in block.rows],
        "widths": block.widths,
        "small": block.is_small,
    }
