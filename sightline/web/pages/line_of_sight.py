"""The page the product exists for: an inspector's sentence beside what the records say today."""

from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_FIGURES, SEE_PUBLISHED, SEE_SMALL_NUMBERS, may
from sightline.improvement.line_of_sight import Answer, Sentence, line_of_sight
from sightline.web import documents, service
from sightline.web.door import require
from sightline.web.figures import children_behind_it, described, in_front, shown_to
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

MOST_DRAWN = 3
"""So many measures are drawn beside one sentence; the others are links."""


def report(request: HttpRequest, report: str) -> HttpResponse:
    """One document: its sentences, each with the measures that answer it."""
    require(request, SEE_PUBLISHED, words="line of sight of a report")
    require(request, SEE_FIGURES, words="line of sight of a report")
    library = documents.library()
    event = library.by_address.get(report)
    if event is None or event.unreadable_because:
        raise Http404("There is no such document.")
    workspace = service.current()
    measures = workspace.measures()
    sentences = line_of_sight(
        library.recommendations.get(event.file, []), library.findings.get(event.file, []), measures
    )
    return shown(
        request,
        "line_of_sight.html",
        {
            "event": event,
            "address": report,
            "is_about_a_council": documents.is_about_a_council(event),
            "kind": documents.KINDS.get(event.kind, event.kind),
            "day": documents.day_of(event),
            "areas": documents.AREAS,
            "judgements": library.judgements.get(event.file, []),
            "sentences": sentences,
            "drawn": [_drawn(sentence) for sentence in sentences],
            "beside": _beside(request.user, workspace, sentences),
            "first_beside": _first_places(sentences),
            "unanswered": sum(not sentence.answers for sentence in sentences),
            "labels": theme_labels(),
        },
    )


def _drawn(sentence: Sentence) -> tuple[Answer, ...]:
    """The measures drawn beside a sentence: the first that answer it directly, or on its theme."""
    return (sentence.direct or sentence.same_theme)[:MOST_DRAWN]


def _beside(person, workspace: service.Service, sentences) -> dict[str, dict]:
    """For each measure on the page: its figure, its months and its chart in words."""
    authority = workspace.authority()
    found = {}
    for measure in {
        answer.measure.name: answer.measure for one in sentences for answer in _drawn(one)
    }.values():
        months = workspace.months(measure.name) if may(person, SEE_SMALL_NUMBERS) else []
        first, beside = in_front(workspace, measure.name)
        figure = shown_to(person, first)
        found[measure.name] = {
            "figure": figure,
            "also": shown_to(person, beside),
            "children": children_behind_it(person, workspace, measure.name, figure),
            "months": months,
            "years": workspace.years(measure.name) if months else [],
            "description": described(measure, months, authority) if months else "",
        }
    return found


def _first_places(sentences) -> dict[str, int]:
    """The first sentence beside which each measure is drawn: one that it answers directly, if any."""
    places: dict[str, int] = {}
    for directly in (True, False):
        for place, sentence in enumerate(sentences, start=1):
            if bool(sentence.direct) == directly:
                for answer in _drawn(sentence):
                    places.setdefault(answer.measure.name, place)
    return places
