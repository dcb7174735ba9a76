"""Rules, measures and figures, for other programs."""

from django.http import Http404, HttpRequest
from ninja import Router

from sightline.casework.policy import SEE_FIGURES, SEE_RULES
from sightline.web import figures, service
from sightline.web.api.shapes import FigureShown, MeasureNamed, RuleShown, Said, WhoAsks
from sightline.web.door import require

router = Router(tags=["figures"])
FAULTS = {401: Said, 403: Said, 404: Said, 422: Said, 503: Said}


@router.get("/me", response={200: WhoAsks, **FAULTS}, summary="As whom this program acts")
def me(request: HttpRequest):
    """Name and role, whose records these are, and the day they speak of."""
    authority = service.current().authority()
    return WhoAsks(
        name=request.user.get_username(),
        role=request.user.role,
        authority=authority.name if authority else None,
        made_up=authority.made_up if authority else None,
        day=authority.day if authority else None,
    )


@router.get("/rules", response={200: list[RuleShown], **FAULTS}, summary="The rule book")
def rules(request: HttpRequest):
    """Every question asked of every child."""
    from sightline.rules import RULES

    require(request, SEE_RULES, words="the rule book, by a program")
    return [
        RuleShown(
            name=one.name,
            title=one.title,
            question=one.question,
            stage=one.stage,
            sources=list(one.sources),
            themes=list(one.themes),
        )
        for one in RULES.values()
    ]


@router.get("/measures", response={200: list[MeasureNamed], **FAULTS}, summary="The measures")
def measures(request: HttpRequest):
    """Every measure there is."""
    require(request, SEE_FIGURES, words="the measures, by a program")
    return [
        MeasureNamed(
            name=one.name,
            title=one.title,
            definition=one.definition,
            kind=one.kind,
            themes=list(one.themes),
        )
        for one in service.current().measures()
    ]


@router.get(
    "/measures/{measure}",
    response={200: list[FigureShown], **FAULTS},
    summary="A measure by month, quarter or year",
)
def measure(request: HttpRequest, measure: str, by: str = "month"):
    """Its figures, oldest first; small numbers hidden from whom they must be."""
    require(request, SEE_FIGURES, words="a measure, by a program")
    workspace = service.current()
    if by not in ("month", "quarter", "year") or measure not in {
        one.name for one in workspace.measures()
    }:
        raise Http404("There is no such measure.")
    return [
        FigureShown(
            period=one.period,
            day=one.day,
            numerator=one.numerator,
            denominator=one.denominator,
            value=one.value,
            hidden=one.hidden,
        )
        for one in (
            figures.shown_to(request.user, figure) for figure in workspace.series(measure, by)
        )
    ]
