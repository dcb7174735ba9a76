"""What inspectors wrote of other authorities on one theme, best graded first."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.inspections.comparing import passages_on
from sightline.web import documents
from sightline.web.door import require
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

MOST_SHOWN = 40
POLARITIES = ("strength", "weakness", "mixed", "plain")


def theme(request: HttpRequest, theme: str) -> HttpResponse:
    """Paragraphs to learn from: by grade of their area, strengths first, newest first."""
    require(request, SEE_PUBLISHED, words="paragraphs on a theme")
    labels = theme_labels()
    if theme not in labels:
        raise Http404("There is no such theme.")
    library = documents.library()
    not_of = request.GET.get("not_of", "")
    polarity = request.GET.get("polarity", "strength")
    polarity = polarity if polarity in POLARITIES else ""
    passages = passages_on(
        library.documents, theme, not_of=not_of, polarity=polarity, limit=MOST_SHOWN
    )
    left_out = next(
        (event.authority for event in library.events if not_of and event.urn == not_of), ""
    )
    return shown(
        request,
        "theme.html",
        {
            "published_only": True,
            "theme": theme,
            "label": labels[theme],
            "labels": labels,
            "passages": passages,
            "not_of": not_of,
            "left_out": left_out,
            "polarity": polarity,
            "polarities": POLARITIES,
            "most_shown": MOST_SHOWN,
            "address_of": library.address,
            "areas": documents.AREAS,
        },
    )
