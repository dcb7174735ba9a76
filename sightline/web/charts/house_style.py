"""What every chart has alike: colours, letters, the heading, and how a drawing is told to those who hear it."""

import json
import textwrap
from html import escape
from typing import Any, Protocol

INK = "#0b0c0c"
QUIET = "#505a5f"
LINE = "#14545c"
FONT = "-apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
WIDE, NARROW = "wide", "narrow"


class Titled(Protocol):
    """A chart that says what it shows and whose counts these are."""

    title: str
    source: str
    description: str


def heading(altair: Any, chart: Titled, letters: int, frame: str) -> Any:
    """Title and source above the drawing, in lines of so many letters; ``frame`` as Vega-Lite has it."""
    return altair.TitleParams(
        textwrap.wrap(chart.title, letters),
        subtitle=textwrap.wrap(chart.source, letters),
        anchor="start",
        frame=frame,
        fontSize=14,
        color=INK,
        subtitleColor=QUIET,
        subtitleFontSize=12,
        offset=12,
    )


def in_house_style(drawn: Any) -> dict[str, Any]:
    """The Vega-Lite specification of an Altair chart, in the letters and colours of the house."""
    # The drawing's title and description speak for it; its points would only be read out one by one.
    styled = drawn.configure(aria=False, font=FONT, background="#ffffff", padding=6)
    styled = styled.configure_view(stroke=None).configure_axis(
        labelFontSize=12, labelColor=INK, gridColor="#e3e6e8", domainColor=QUIET, tickColor=QUIET
    )
    # Built here, never given: checking it would take as long as drawing.
    return styled.to_dict(validate=False)


def as_svg(specification: dict[str, Any]) -> str:
    """The drawing as SVG text, not named yet."""
    # Imported here: it takes a while to load, and most pages need no new drawing.
    import vl_convert

    return vl_convert.vegalite_to_svg(json.dumps(specification))


def named(svg: str, title: str, source: str, description: str) -> str:
    """The drawing with its title and description as its first children, named for screen readers."""
    head, rest = svg.split(">", 1)
    head += ' role="img" aria-labelledby="chart-title chart-description"'
    told = f'<title id="chart-title">{escape(title)}. {escape(source)}.</title>'
    described = f'<desc id="chart-description">{escape(description)}</desc>'
    return f"{head}>{told}{described}{rest}"


def drawn_and_named(specification: dict[str, Any], chart: Titled) -> str:
    """The chart as SVG text with a title and a description in it."""
    return named(as_svg(specification), chart.title, chart.source, chart.description)
