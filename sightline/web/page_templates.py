"""The page templates: Jinja2 with the GOV.UK Frontend components, and the words of dates and numbers."""

import time
from pathlib import Path

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from sightline.casework import notices
from sightline.web import static_files, words


def environment(**options) -> Environment:
    """The Jinja2 environment that Django uses."""
    options["loader"] = ChoiceLoader(
        [
            options["loader"],
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    env = Environment(**options, trim_blocks=True, lstrip_blocks=True)
    env.globals.update(
        static=static,
        page=_page_address,
        styles_are_there=static_files.styles_are_there,
        css_version=_css_version(),
        session_left=_session_left,
        number_not_seen=notices.number_not_seen,
    )
    env.filters.update(
        day=words.day_in_words,
        moment=words.moment_in_words,
        subject=words.subject_in_words,
        clock=words.clock_in_words,
        month=words.month_in_words,
        number=words.number_in_words,
        share=words.share_in_words,
        decimal=words.decimal_in_words,
        cell=words.cell_in_words,
        first_capital=words.with_first_capital,
        marked=words.marked,
    )
    return env


def _page_address(name: str, /, **parts: object) -> str:
    """The address of a page by its name in ``urls``."""
    return reverse(name, kwargs={key: str(value) for key, value in parts.items()})


def _session_left(request: HttpRequest) -> int:
    """Seconds until the session of this request ends, if nothing is opened."""
    return round(request.session["session_ends"] - time.time())


def _css_version() -> str:
    """Changes when the styles change, so that no browser keeps an old one."""
    styles = (Path(__file__).parent / "static" / "sightline").glob("*.css")
    return str(int(max(file.stat().st_mtime for file in styles)))
