"""The pages of the measures in the rule book: definition, kind, needs, rule, published definition.

Everything on a page comes from the measure's own declaration and from the rule it counts.
"""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from sightline.engine.measure import COUNT, LENGTH, RATE, SHARE, STANDING, Measure
from sightline.measures import MEASURES
from sightline.records.standards import versions_of
from sightline.records.themes import THEMES
from sightline.rules import RULES
from sightline.rules.book.page import Need, StandardShown, need_of
from sightline.rules.book.site import list_of, needs_table, standard_section, whole_page

INDEX = "measures.html"
TITLE = "Measures"
INTRODUCTION = (
    "What leaders watch: shares, counts, lengths. Each figure has the list behind it, and each is told "
    "by month, quarter and year and, where it is of children, by team and by group with small numbers "
    "hidden. None is of a single worker."
)
GENERATED = "Made from the measures. Edit the measure, not this page."
KINDS = {
    SHARE: "A share: of what a period holds, how much reached what is asked, with its 95% interval "
    "(Wilson).",
    COUNT: "A count: how many there were in a period.",
    RATE: "A rate: how many there were in a period for each of those who answer for them.",
    STANDING: "What stood at the end of a period, beside all it could have been.",
    LENGTH: "A length: the middle one (median), and the slowest tenth, which nine in ten did not exceed.",
}
CHARTS = {
    SHARE: "Its control chart is a p chart: limits of three standard errors around the share of the "
    "first 24 months.",
}
OTHER_CHART = (
    "Its control chart is an XmR chart: limits of 2.66 mean moving ranges around the mean of the first "
    "24 months."
)


@dataclass(frozen=True)
class MeasurePage:
    """Everything a page about one measure says, in the order it is said."""

    name: str
    title: str
    definition: str
    about: tuple[str, ...]
    published: str
    rule: str
    standards: tuple[StandardShown, ...]
    needs: tuple[Need, ...]
    themes: tuple[str, ...]

    @property
    def beside_published(self) -> str:
        """How it compares with a published definition, or that there is none."""
        return self.published or "No published definition is named for it."


def measure_page(measure: Measure) -> MeasurePage:
    """The page of one measure."""
    rule = RULES.get(measure.rule)
    standards = dict.fromkeys(
        [*(rule.sources if rule else ()), *([measure.looks_back] if measure.looks_back else [])]
    )
    needs = dict.fromkeys([*(rule.needs if rule else ()), *measure.needs])
    return MeasurePage(
        name=measure.name,
        title=measure.title,
        definition=measure.definition,
        about=_about(measure),
        published=measure.published,
        rule=measure.rule,
        standards=tuple(StandardShown(id, versions_of(id)) for id in standards),
        needs=tuple(need_of(need) for need in needs),
        themes=tuple(THEMES[theme].label for theme in measure.themes),
    )


def _about(measure: Measure) -> tuple[str, ...]:
    """What kind of figure it is, a sentence each."""
    better = {
        "lower": "A lower figure is the better one.",
        "higher": "A higher figure is the better one.",
        "neither": "Neither a higher nor a lower figure is the better one in itself.",
    }[measure.better]
    among = (
        f"Counted: {measure.numerator_words}."
        if measure.numerator_words == measure.denominator_words
        else f"Counted: {measure.numerator_words}. Beside: {measure.denominator_words}."
    )
    sentences = (
        KINDS[measure.figure],
        among,
        f"Lengths are in {measure.unit_of_length}." if measure.figure == LENGTH else "",
        f"Also told by {measure.split_by}, by year." if measure.split_by else "",
        better,
        CHARTS.get(measure.figure, OTHER_CHART),
    )
    return tuple(sentence for sentence in sentences if sentence)


def build_pages(out: Path) -> list[Path]:
    """Write an index and a page for every measure to the rule book's folder; returns them."""
    pages = {INDEX: _index()} | {
        f"measure-{name}.html": page_as_html(measure_page(measure))
        for name, measure in MEASURES.items()
    }
    for name, text in pages.items():
        (out / name).write_text(text, encoding="utf-8")
    return [out / name for name in pages]


def page_as_html(page: MeasurePage) -> str:
    """The page of one measure in the static site."""
    judged = (
        f'<p>By the rule <a href="{page.rule}.html">{escape(RULES[page.rule].title)}</a>.</p>'
        if page.rule
        else "<p>By the records themselves, without a rule.</p>"
    )
    rests_on = "".join(map(standard_section, page.standards))
    parts = (
        f'<p><a href="{INDEX}">{TITLE}</a></p><h1>{escape(page.title)}</h1>',
        f"<p>{escape(page.definition)}</p><p><code>{page.name}</code></p>",
        f"<h2>What is told</h2>{list_of(page.about)}",
        f"<h2>Beside the published definition</h2><p>{escape(page.beside_published)}</p>",
        f"<h2>How it is judged</h2>{judged}",
        f"<h2>What it rests on</h2>{rests_on}" if rests_on else "",
        "<h2>What it needs</h2><p>Without one of these it is not told, and the page says so.</p>",
        needs_table(page.needs),
        f"<h2>Themes</h2>{list_of(page.themes)}",
    )
    return whole_page(page.title, "".join(parts))


def _index() -> str:
    """The list of measures by what they measure."""
    body = [f"<h1>{TITLE}</h1><p>{escape(INTRODUCTION)}</p><p>{escape(GENERATED)}</p>"]
    for theme, measures in _by_theme().items():
        links = list_of(
            measures, lambda one: f'<a href="measure-{one.name}.html">{escape(one.title)}</a>'
        )
        body.append(f"<h2>{escape(THEMES[theme].label)}</h2>{links}")
    return whole_page(TITLE, "".join(body))


def _by_theme() -> dict[str, list[Measure]]:
    """The measures by their first theme."""
    by_theme: dict[str, list[Measure]] = {}
    for measure in MEASURES.values():
        by_theme.setdefault(measure.themes[0], []).append(measure)
    return by_theme


def measures_as_markdown() -> str:
    """``docs/measures.md``: every measure with its definition, by what it measures."""
    parts = [f"# {TITLE}", INTRODUCTION, GENERATED]
    for theme, measures in _by_theme().items():
        parts.append(f"## {THEMES[theme].label}")
        parts += [_as_markdown(measure_page(measure)) for measure in measures]
    return "\n\n".join(parts) + "\n"


def _as_markdown(page: MeasurePage) -> str:
    rule = f"Rule: [{page.rule}](rule-book/{page.rule}.md). " if page.rule else ""
    needs = ", ".join(f"`{need.table}.{need.column}`" for need in page.needs)
    lines = (
        f"### {page.title}",
        f"`{page.name}`. {page.definition}",
        "\n".join(f"- {sentence}" for sentence in page.about),
        f"Beside the published definition: {page.beside_published}",
        f"{rule}Needs: {needs}.",
    )
    return "\n\n".join(lines)
