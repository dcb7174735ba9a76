"""What the press quoted on a theme, with what became of looking for it in the documents."""

from collections.abc import Iterable, Sequence

from sightline.inspections.articles.facts import QuotationRead
from sightline.inspections.theme_finder import finder


def quotations_on(
    quotations: Sequence[QuotationRead], themes: Iterable[str], authority: str
) -> list[QuotationRead]:
    """Quotations on one of the themes from articles that speak of an authority, the earliest first."""
    wanted, themes_in = set(themes), finder().themes_in
    found = [
        one
        for one in quotations
        if authority
        and authority in one.authorities
        and wanted & set(themes_in(one.match.quotation))
    ]
    return sorted(
        found, key=lambda one: (str(one.published or ""), one.match.article, one.match.number)
    )
