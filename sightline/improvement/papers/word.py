"""Sets a paper as a Word document. The same paper gives the same bytes."""

import io
import zipfile
from datetime import UTC, datetime, time

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sightline.improvement.papers.content import (
    Cell,
    Chart,
    Heading,
    Paper,
    Paragraph,
    Table,
    parts_of,
    said,
)

FONT = "Arial"
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
"""Every part of the file carries this day, so that no clock stands in it."""
SCALE = 2.0
INK = RGBColor(0x0B, 0x0C, 0x0C)


def as_word(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx."""
    document = Document()
    _metadata(document, paper)
    _page(document, paper)
    _styles(document)
    document.add_heading(paper.title, level=0)
    document.add_paragraph(paper.subtitle)
    width = _width(document)
    for place, block in enumerate(paper.blocks):
        _set(document, block, width, place)
    return _without_a_clock(document)


def _metadata(document, paper: Paper) -> None:
    made = datetime.combine(paper.day, time(), tzinfo=UTC)
    facts = document.core_properties
    facts.title, facts.subject, facts.author = paper.title, paper.subtitle[:250], "Sightline"
    facts.created = facts.modified = facts.last_printed = made
    facts.last_modified_by, facts.comments, facts.language = "Sightline", paper.notice, "en-GB"


def _page(document, paper: Paper) -> None:
    section = document.sections[0]
    height, width = (Mm(210), Mm(297)) if paper.is_wide else (Mm(297), Mm(210))
    section.page_height, section.page_width = height, width
    if paper.is_wide:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(26), Mm(18)
    section.header.paragraphs[0].text = paper.notice
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{paper.title}, page ")
    _page_number(foot)


def _page_number(paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _styles(document) -> None:
    sizes = {"Normal": 10, "Title": 20, "Heading 1": 15, "Heading 2": 12, "Heading 3": 11,
             "Header": 8, "Footer": 8, "Caption": 9, "Quote": 10}  # fmt: skip
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _width(document) -> int:
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin


def _set(document, block, width: int, place: int) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.words, level=block.level)
    elif isinstance(block, Paragraph):
        written = document.add_paragraph(said(block.parts))
        if block.kind == "quote":
            written.style = "Quote"
        elif block.kind == "note":
            _small(written, 9)
    elif isinstance(block, Table):
        _table(document, block, width)
    else:
        _chart(document, block, width, place)


def _table(document, table: Table, width: int) -> None:
    document.add_paragraph(table.caption, style="Caption")
    made = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False
    size = 7 if table.is_small else 9
    _row(made.rows[0], table.heads, size, is_head=True)
    repeat = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(repeat)
    for cells in table.rows:
        _row(made.add_row(), cells, size)
    for share, column in zip(table.widths, made.columns, strict=True):
        column.width = int(width * share / sum(table.widths))
        for cell in column.cells:
            cell.width = column.width
    document.add_paragraph()


def _row(row, cells: tuple[Cell, ...], size: int, *, is_head: bool = False) -> None:
    # A row is kept on one page.
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, told in zip(row.cells, cells, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(said(parts_of(told))).bold = is_head
        _small(paragraph, size)


def _small(paragraph, size: int) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(size)


def _chart(document, chart: Chart, width: int, place: int) -> None:
    # Imported here: it takes a while to load, and papers without a chart need none.
    import vl_convert

    document.add_paragraph(chart.caption, style="Caption")
    picture = vl_convert.svg_to_png(chart.svg, scale=SCALE)
    shape = document.add_picture(io.BytesIO(picture), width=int(width * 0.9))
    facts = shape._inline.docPr
    facts.set("descr", chart.description)
    facts.set("name", f"Chart {place}")


def _without_a_clock(document) -> bytes:
    """The file with its parts in their order and no time of making in it."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, FIRST_DAY_OF_ZIP)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return fixed.getvalue()
