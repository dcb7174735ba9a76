"""Full-text search over everything inspectors wrote."""

from django.http import HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.inspections.searching import INDEX_FILE, Filters, Found
from sightline.inspections.searching import search as search_documents
from sightline.inspections.searching.search import BEGIN, END, NoIndex
from sightline.web import documents
from sightline.web.door import require
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

HITS_ON_A_PAGE = 20
FILTERS = ("authority", "year", "kind", "area", "theme", "grade", "polarity", "source")
GRADES = ("outstanding", "good", "requires improvement", "adequate", "inadequate")
POLARITIES = ("strength", "weakness", "mixed", "plain")
SOURCES = (("finding", "What they found"), ("recommendation", "What must improve"))


def search(request: HttpRequest) -> HttpResponse:
    """Paragraphs and recommendations that hold the words, with filters."""
    require(request, SEE_PUBLISHED, words="search in documents")
    words = request.GET.get("words", "").strip()
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    place = _number(request.GET.get("page"), least=1)
    found = _found(words, chosen, place) if words or any(chosen.values()) else None
    library = documents.library()
    query = request.GET.copy()
    query.pop("page", None)
    return shown(
        request,
        "search.html",
        {
            "published_only": True,
            "words": words,
            "chosen": chosen,
            "choices": _choices(library),
            "found": found,
            "asked": found is not None,
            "place": place,
            "last_place": -(-found.total // HITS_ON_A_PAGE) if found else 0,
            "query": query.urlencode(),
            "address_of": library.address,
            "labels": theme_labels(),
            "kinds": documents.KINDS,
            "areas": documents.AREAS,
            "marks": (BEGIN, END),
            "has_index": _has_index(),
        },
    )


def _found(words: str, chosen: dict[str, str], place: int) -> Found:
    """The hits on this page; none where nothing has been read."""
    year = _number(chosen["year"], least=0)
    filters = Filters(**{**chosen, "year": year or None})
    folder = documents.folder()
    if folder is None:
        return Found(0, [])
    try:
        offset = (place - 1) * HITS_ON_A_PAGE
        return search_documents(folder, words, filters, limit=HITS_ON_A_PAGE, offset=offset)
    except NoIndex:
        return Found(0, [])


def _has_index() -> bool:
    folder = documents.folder()
    return folder is not None and (folder / INDEX_FILE).is_file()


def _number(text: str | None, *, least: int) -> int:
    """A whole number from an address, never below ``least``."""
    return max(int(text), least) if text and text.isdecimal() and len(text) < 9 else least


def _choices(library: documents.Library) -> dict[str, list[tuple[str, str]]]:
    """What each filter can be set to."""
    events = library.readable()
    days = [event.ends or event.published for event in events]
    return {
        "authority": [
            (name, name) for name in sorted({e.authority for e in events if e.authority})
        ],
        "year": [
            (year, year) for year in sorted({str(day.year) for day in days if day}, reverse=True)
        ],
        "kind": [
            (kind, documents.KINDS.get(kind, kind)) for kind in sorted({e.kind for e in events})
        ],
        "area": list(documents.AREAS.items()),
        "theme": sorted(theme_labels().items(), key=lambda item: item[1]),
        "grade": [(grade, grade.capitalize()) for grade in GRADES],
        "polarity": [(polarity, polarity.capitalize()) for polarity in POLARITIES],
        "source": list(SOURCES),
    }
