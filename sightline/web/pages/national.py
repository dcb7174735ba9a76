"""All authorities together: grades by year, movement between inspections, themes by year."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sightline.casework.policy import SEE_PUBLISHED
from sightline.inspections.comparing import (
    Movement,
    Share,
    grades_by_year,
    movements,
    themes_by_year,
)
from sightline.web import documents, words
from sightline.web.charts import kept_charts, national_charts
from sightline.web.charts.measure_chart import SIZES
from sightline.web.charts.national_charts import GRADE_COLOURS, NationalChart
from sightline.web.door import require
from sightline.web.pages.shown import shown
from sightline.web.theme_labels import theme_labels

GRADES_CHART = "grades"
FIRST_THEME = "missing"


@dataclass(frozen=True)
class Picture:
    """Everything the page shows, worked out once for each library."""

    grades: list[Share]
    movements: list[Movement]
    themes: dict[str, list[Share]]


@lru_cache(maxsize=2)
def _picture(library: documents.Library) -> Picture:
    by_theme = defaultdict(dict)
    years = Counter()
    for share in themes_by_year(library.documents):
        by_theme[share.name][share.year] = share
        years[share.year] = share.of
    return Picture(
        grades=grades_by_year(library.documents),
        movements=movements(library.documents),
        themes={
            theme: [found.get(year, Share(year, theme, 0, years[year])) for year in sorted(years)]
            for theme, found in by_theme.items()
        },
    )


def national(request: HttpRequest) -> HttpResponse:
    """The page: charts with their tables."""
    require(request, SEE_PUBLISHED, words="national picture")
    library = documents.library()
    picture = _picture(library)
    labels = theme_labels()
    theme = request.GET.get("theme", FIRST_THEME)
    theme = theme if theme in picture.themes else next(iter(sorted(picture.themes)), "")
    return shown(
        request,
        "national.html",
        {
            "published_only": True,
            "read": len(library.readable()),
            "years": sorted({share.year for share in picture.grades}, reverse=True),
            "grades": {(share.year, share.name): share for share in picture.grades},
            "grade_names": [g for g in GRADE_COLOURS if any(s.name == g for s in picture.grades)],
            "directions": Counter(one.direction for one in picture.movements),
            "improved": [one for one in reversed(picture.movements) if one.direction == "improved"],
            "theme": theme,
            "theme_shares": picture.themes.get(theme, []),
            "theme_choices": sorted(
                ((key, labels.get(key, key)) for key in picture.themes), key=lambda item: item[1]
            ),
            "labels": labels,
            "grades_described": _grades_described(picture.grades),
            "theme_described": _theme_described(picture.themes.get(theme, []), labels),
            "address_of": library.address,
        },
    )


def chart(request: HttpRequest, chart: str, size: str) -> HttpResponse:
    """One of the charts: the grades, or the theme of that name."""
    require(request, SEE_PUBLISHED, words="chart of the national picture")
    library = documents.library()
    picture = _picture(library)
    labels = theme_labels()
    if size not in SIZES or (chart != GRADES_CHART and chart not in picture.themes):
        raise Http404("There is no such chart.")
    is_grades = chart == GRADES_CHART
    shares = picture.grades if is_grades else picture.themes[chart]
    drawing = NationalChart(
        title="Overall grades by year" if is_grades else labels.get(chart, chart),
        source=f"Real inspections of real councils, {len(library.readable())} documents read. Under each year: number of reports",
        description=_grades_described(shares) if is_grades else _theme_described(shares, labels),
        shares=tuple(shares),
        stacked=is_grades,
        size=size,
    )
    svg = kept_charts.drawn(drawing, national_charts.draw, settings.WORKSPACE)
    return HttpResponse(svg, content_type="image/svg+xml")


def _grades_described(shares: list[Share]) -> str:
    """The chart of grades in a sentence."""
    if not shares:
        return "No graded inspection was read."
    last = max(share.year for share in shares)
    said = ", ".join(
        f"{words.share_in_words(one.share)} {one.name}" for one in shares if one.year == last
    )
    return f"Bars by year of the shares of overall grades. In {last}: {said}. The table holds every year."


def _theme_described(shares: list[Share], labels: dict[str, str]) -> str:
    """The chart of a theme in a sentence."""
    if not shares:
        return "No recommendation was read."
    most = max(shares, key=lambda one: one.share)
    least = min(shares, key=lambda one: one.share)
    return (
        f"Line by year: share of reports whose recommendations touch {labels.get(most.name, most.name)}, "
        f"highest {words.share_in_words(most.share)} in {most.year}, "
        f"lowest {words.share_in_words(least.share)} in {least.year}. The table holds every year."
    )
