"""What the press quoted on a theme, with what became of looking for it in the documents."""

from collections.abc import Iterable, Sequence

from sightline.inspections.articles.facts import QuotationMatch
from sightline.inspections.theme_finder import finder


def quotations_on(
    quotations: Sequence[QuotationMatch], themes: Iterable[str], files: Iterable[str]
) -> list[QuotationMatch]:
    """Quotations on one of the themes, found in or spoken of these documents, or of none that is held."""
    wanted, held = set(themes), {"", *files}
    themes_in = finder().themes_in
    return [
        one for one in quotations if one.document in held and wanted & set(themes_in(one.quotation))
    ]
