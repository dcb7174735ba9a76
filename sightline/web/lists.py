"""Lists of children: the rows open to a person, in pages, and as a file. Each row is asked of the policy."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from sightline.casework.access import access_of
from sightline.casework.policy import READ_CHILD, ChildRecord, may
from sightline.engine.small_numbers import SMALLEST_SHOWN
from sightline.web.service import Authority

Row = TypeVar("Row")
ON_A_PAGE = 50
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class OnePage:
    """The rows on one page of a list. ``all_rows`` is how many the person may see on all pages,
    ``kept_back`` says how many more are counted and not shown, "" where none are."""

    rows: Sequence[Any]
    number: int
    pages: int
    all_rows: int
    kept_back: str
    links: Mapping[str, Any]


def open_to(
    person: Any,
    rows: Iterable[Row],
    records: Mapping[str, ChildRecord],
    child_of: Callable[[Row], str] = lambda row: row.child,  # type: ignore[attr-defined]
) -> list[Row]:
    """The rows of children whose records this person may read; what they have access to is read once."""
    access = access_of(person)
    answers: dict[str, bool] = {}
    found = []
    for row in rows:
        child = child_of(row)
        if child not in answers:
            record = records.get(child) or ChildRecord(child=child)
            answers[child] = bool(may(person, READ_CHILD, record, access))
        if answers[child]:
            found.append(row)
    return found


def in_pages(request: HttpRequest, rows: Sequence[Any], counted: int) -> OnePage:
    """The page of the list that the address asks for (``?page=``), of rows open to the person.

    ``counted`` is how many rows there are in all. A page that is not there is the nearest.
    """
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    typed = request.GET.get("page", "1")
    asked = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1
    number = min(max(asked, 1), pages)
    return OnePage(
        rows=rows[(number - 1) * ON_A_PAGE : number * ON_A_PAGE],
        number=number,
        pages=pages,
        all_rows=len(rows),
        kept_back=kept_back_in_words(counted - len(rows)),
        links=_links(request, number, pages),
    )


def on_one_page(rows: Sequence[Any], counted: int) -> OnePage:
    """All rows open to the person on one page, to print. ``counted`` is how many there are in all."""
    return OnePage(rows, 1, 1, len(rows), kept_back_in_words(counted - len(rows)), {})


def kept_back_in_words(rows: int) -> str:
    """How many rows are counted but not shown; of few, only that they are few."""
    if rows <= 0:
        return ""
    if rows < SMALLEST_SHOWN:
        return f"Fewer than {SMALLEST_SHOWN} more are counted but not shown."
    return f"{rows:,} more are counted but not shown."


def csv_file(
    name: str, authority: Authority, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """Rows as a file that says in its name, and in every row, whose they are and if they are made up."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    made_up = "made-up-" if authority.made_up else ""
    response.headers["Content-Disposition"] = f'attachment; filename="{made_up}{name}.csv"'
    out = csv.writer(response)
    out.writerow(("authority", "made_up", *columns))
    whose = (authority.name, "yes" if authority.made_up else "no")
    for row in rows:
        out.writerow(safe_cell(value) for value in (*whose, *row))
    return response


def safe_cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _links(request: HttpRequest, number: int, pages: int) -> dict[str, Any]:
    """What the GOV.UK pagination component takes; nothing where all is on one page."""
    if pages == 1:
        return {}

    def address(page: int) -> str:
        asked = {name: value for name, value in request.GET.items() if name != "page"}
        return f"?{urlencode(asked | {'page': page})}"

    near = sorted({1, number - 1, number, number + 1, pages} & set(range(1, pages + 1)))
    items: list[dict[str, Any]] = []
    for place, page in enumerate(near):
        if place and page - near[place - 1] > 1:
            items.append({"ellipsis": True})
        items.append({"number": str(page), "current": page == number, "href": address(page)})
    links: dict[str, Any] = {"items": items, "landmarkLabel": "Pages of this list"}
    if number > 1:
        links["previous"] = {"href": address(number - 1)}
    if number < pages:
        links["next"] = {"href": address(number + 1)}
    return links
