"""The styles are taken over without what belongs to gov.uk alone."""

import pytest

from sightline.web import static_files


def test_neither_typeface_nor_royal_arms_are_taken_over(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    (package / "govuk-frontend.min.css").write_text(
        "/*! Copyright (c) 2011 by Margaret Calvert & Henrik Kubel. */"
        "@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}"
        ".a{font-family:GDS Transport,arial,sans-serif}.b{background:url(/assets/images/govuk-crest.svg)}"
    )
    (package / "govuk-frontend.min.js").write_text("export {}")
    folder = static_files.gather(package, tmp_path / "out", _moj(tmp_path / "moj"))
    styles = (folder / "govuk-frontend.css").read_text() + (folder / "moj-frontend.css").read_text()
    assert "GDS Transport" not in styles
    assert "crest" not in styles
    assert static_files.SYSTEM_SANS in styles
    assert (folder / "govuk-frontend.min.js").is_file()
    assert "url(icon-tick.svg)" in styles
    assert (folder / "icon-tick.svg").is_file()


def _moj(package):
    """A package of MoJ Frontend with one style, one picture and the typeface of gov.uk."""
    (package / "assets" / "images").mkdir(parents=True)
    (package / "assets" / "images" / "icon-tick.svg").write_text("<svg/>")
    (package / "moj-frontend.min.css").write_text(
        ".c{font-family:GDS Transport,arial,sans-serif;background:url(/assets/images/icon-tick.svg)}"
    )
    return package


def test_missing_packages_are_said_plainly(tmp_path):
    with pytest.raises(static_files.FrontEndMissing, match="npm ci"):
        static_files.gather(tmp_path / "nowhere", tmp_path / "out")
