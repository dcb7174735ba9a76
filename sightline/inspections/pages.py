"""The text of a PDF, page by page, or one plain sentence saying why it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

MOST_PAGES = 400
"""The longest report seen has 58 pages; a file past this limit is not one."""
LEAST_LETTERS = 500
"""The shortest report seen has 21,000 characters."""

# Glyphs that fonts draw as bullets, and what pdfium gives for a hyphen at a line's end.
BULLET = "•"
SUB_BULLET = "–"
_TIDIED = (
    ("\r\n", "\n"),
    ("\r", "\n"),
    ("\x02", "-"),
    ("\ufffe", "-"),
    ("\u00ad", ""),
    ("\u00a0", " "),
    ("\uf06e", BULLET),
    ("\uf0a7", BULLET),
    ("\uf0b7", BULLET),
    ("\uf0be", BULLET),
    ("\u25fc", BULLET),
    ("\u25a0", BULLET),
    ("\u25aa", BULLET),
    ("\u25cf", BULLET),
    ("\uf02d", SUB_BULLET),
    ("\u2212", SUB_BULLET),
    ("\u2500", SUB_BULLET),
    ("\u0336", SUB_BULLET),
    ("\u0335", ""),
    ("\ufb01", "fi"),
    ("\ufb02", "fl"),
)


class NotReadable(Exception):
    """A file that gives no text; the message is a sentence for the person who asked."""


def tidy(text: str) -> str:
    """One kind of line end, bullet and hyphen, whichever glyphs the page used."""
    for found, wanted in _TIDIED:
        if found in text:
            text = text.replace(found, wanted)
    return text


def read_pages(path: Path) -> list[str]:
    """The text of each page, tidied; raises NotReadable with the reason."""
    refuse_other_formats(path)
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise NotReadable(_why_not_opened(error)) from None
    try:
        if len(pdf) > MOST_PAGES:
            raise NotReadable(
                f"It has {len(pdf):,} pages; an inspection report has fewer than {MOST_PAGES}."
            )
        pages = [_page_text(pdf, number) for number in range(len(pdf))]
    except pypdfium2.PdfiumError:
        raise NotReadable("The PDF is damaged: a page of it cannot be opened.") from None
    finally:
        pdf.close()
    refuse_without_letters(pages)
    return pages


def _page_text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    page = pdf[number]
    text_page = page.get_textpage()
    try:
        return tidy(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()


def refuse_other_formats(path: Path) -> None:
    """Tell from its first bytes that a file named .pdf is something else."""
    with path.open("rb") as opened:
        start = opened.read(1024)
    if not start.strip():
        raise NotReadable("The file is empty.")
    if b"%PDF-" in start:
        return
    beginning = start.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if beginning.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")):
        raise NotReadable("It is a web page saved with the name of a PDF, not a report.")
    raise NotReadable("It is not a PDF, whatever its name says.")


def _why_not_opened(error: pypdfium2.PdfiumError) -> str:
    message = str(error).lower()
    if "password" in message:
        return "The PDF is locked with a password."
    if "security" in message:
        return "The PDF is encrypted in a way that cannot be opened."
    return "The PDF is damaged or cut short and cannot be opened."


def refuse_without_letters(pages: list[str]) -> None:
    """Refuse pictures of pages, and fonts whose characters cannot be told."""
    if not pages:
        raise NotReadable("The PDF has no pages.")
    sample = "".join(pages[:12])
    printed = [character for character in sample if not character.isspace()]
    letters = sum(1 for character in printed if character.isalpha())
    if len(printed) >= LEAST_LETTERS and letters < 0.5 * len(printed):
        raise NotReadable("Its fonts do not say which letters they draw, so no text can be read.")
    if letters < LEAST_LETTERS and sum(map(len, pages)) < 4 * LEAST_LETTERS:
        raise NotReadable("Its pages hold pictures and next to no text (a scan, perhaps).")
